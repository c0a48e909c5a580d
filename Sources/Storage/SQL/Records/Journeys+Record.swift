import Warehouse

extension Table {
  static let journey = Table(
    "journey", key: ["parcel"],
    [
      "carrier", "waybill", "subscription", "calls", "claimant", "lease", "due", "trouble_zh",
      "trouble_en", "stage", "events",
    ])
}

/// Events stand in one column, as JSON: they are always read and written together.
extension Journey: Record {
  static var table: Table { .journey }

  init(_ row: inout Row) throws {
    self.init(
      parcel: try row.code(), carrier: try row.code(), waybill: try row.text(),
      subscription: try row.raw(), calls: try row.int(), claimant: try row.text(),
      lease: try row.optional { try $0.time() }, due: try row.time(), trouble: try row.name(),
      stage: try row.optional { try $0.raw() },
      events: try JournalFormat.value([Event].self, from: try row.text()))
  }

  var values: [Value] {
    get throws {
      [
        .code(parcel), .code(carrier), .text(waybill), .raw(subscription), .int(calls),
        .text(claimant), .time(lease), .time(due), .text(trouble.zh), .text(trouble.en),
        stage.map { .raw($0) } ?? .null, .text(try JournalFormat.text(events)),
      ]
    }
  }
}
