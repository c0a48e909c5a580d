extension Statement {
  static let picking = [
    list, listsOf, listsIn, slots, dropSlots, pickLine, linesOfList, linesOfOrder,
  ]

  /// Lists joined with their slots, list by list.
  private static func lists(
    joining join: String = "", _ condition: String, by order: String
  ) -> Statement {
    Statement(
      """
      SELECT \(Table.list.columns("l")), s.number, s.order_number, s.tote
      FROM pick_list l \(join) LEFT JOIN pick_slot s ON s.list = l.code
      WHERE \(condition) ORDER BY \(order), s.number
      """)
  }

  static let list = lists("l.code = $1", by: "l.code")
  static let listsOf = lists("l.wave = $1", by: "l.code")
  static let listsIn = lists(
    joining: "JOIN wave w ON w.code = l.wave", "l.state = $1",
    by: "w.priority DESC, w.cut_off, l.code")
  static let slots = Statement(
    "SELECT number, order_number, tote FROM pick_slot WHERE list = $1 ORDER BY number")
  static let dropSlots = Statement("DELETE FROM pick_slot WHERE list = $1")

  static let pickLine = Table.pickLine.select("WHERE code = $1")
  static let linesOfList = Table.pickLine.select("WHERE list = $1 ORDER BY sequence, code")
  static let linesOfOrder = Table.pickLine.select("WHERE order_number = $1 ORDER BY code")
}
