import Warehouse

/// An order while its lines are gathered.
struct OrderDraft {
  /// The order; nil when something is wrong with its own fields.
  var order: Order?
  /// Its number as the file writes it.
  var written = ""
  /// How many lines the file has for it so far, good or bad.
  var count = 0
  /// Its good lines so far.
  private(set) var lines: [OrderLine] = []
  /// The lines of the file its products are on.
  var skus: [String: Int] = [:]
  /// Whether its lines are good so far.
  var isGood = true

  private let receiver: Receiver
  private let first: Record

  init(_ first: Record, _ receiver: Receiver) {
    self.first = first
    self.receiver = receiver
  }

  mutating func add(
    _ sku: Code<Product>, _ quantity: Int, _ substitute: Code<Product>? = nil
  ) {
    guard let order else { return }
    lines.append(
      OrderLine(
        order: order.number, number: lines.count + 1, sku: sku, quantity: quantity,
        substitute: substitute))
  }

  /// The import record; nil unless everything is good.
  var record: ImportRecord? {
    guard isGood, let order, !lines.isEmpty else { return nil }
    return .order(order, lines, receiver)
  }

  /// Whether a later row says nothing else of the order than the first; reports where it does.
  func agrees(with row: Record, _ problems: inout ImportProblems) -> Bool {
    let before = problems.count
    for name in Self.names where row.has(name) {
      let (mine, other) = (text(first, name), text(row, name))
      guard mine != other else { continue }
      let line = first.place.line
      row.report(
        name,
        expected: Expectation(
          en: "the same as on the order's first line \(line), or nothing",
          zh: "与该订单首行（第 \(line) 行）相同，或为空"), &problems)
    }
    return problems.count == before
  }

  private func text(_ record: Record, _ name: FieldName) -> String {
    record.field(name).map { Cleaned.trimmed($0.value.shown) } ?? ""
  }

  private static let names = [
    Column.channel, Column.receiver, Column.phone, Column.region, Column.address, Column.carrier,
    Column.cutOff, Column.priority, Column.remark, Column.value, Column.cod,
  ]
}
