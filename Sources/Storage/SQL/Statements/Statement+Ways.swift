extension Statement {
  static let ways = [
    listCount, gathered, gatheredOn, wall, walls, removeWall, wallSlots, wallSlotOfOrder,
  ]

  static let listCount = Statement("SELECT COUNT(*) FROM pick_list WHERE state = $1")
  static let gathered = Table.tote.select("WHERE list IS NOT NULL ORDER BY code")
  static let gatheredOn = Table.tote.select("WHERE list = $1 ORDER BY code")
  static let wall = Table.wall.select("WHERE code = $1")
  static let walls = Table.wall.select("ORDER BY code")
  static let removeWall = Statement("DELETE FROM put_wall WHERE code = $1")
  static let wallSlots = Table.wallSlot.select(
    "WHERE wall = $1 AND order_number IS NOT NULL ORDER BY number")
  static let wallSlotOfOrder = Table.wallSlot.select(
    "WHERE order_number = $1 ORDER BY wall, number LIMIT 1")
}
