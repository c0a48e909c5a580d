import Warehouse

/// Written with the number of its journal line behind these columns.
extension Parcel: Record {
  static var table: Table { .parcel }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), order: try row.code(), state: try row.raw(),
      workstation: try row.code(), badge: try row.code(), carrier: try row.code(),
      waybill: try row.optional { try $0.text() }, grams: try row.int(),
      closed: try row.optional { try $0.time() })
  }

  var values: [Value] {
    [
      .code(code), .code(order), .raw(state), .code(workstation), .code(badge), .code(carrier),
      .text(waybill), .int(grams), .time(closed),
    ]
  }
}

/// Written with the number of its journal line behind these columns.
extension PrintJob: Record {
  static var table: Table { .printJob }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), parcel: try row.code(), printer: try row.code(),
      state: try row.raw(), attempts: try row.int(), claimant: try row.text(),
      lease: try row.optional { try $0.time() }, trouble: try row.text(),
      queued: try row.time(), reason: try row.text(),
      evidence: try row.optional { try $0.raw() }, fault: try row.optional { try $0.raw() },
      odometer: try row.optional { try $0.int() }, insteadOf: try row.optionalCode())
  }

  var values: [Value] {
    [
      .code(code), .code(parcel), .code(printer), .raw(state), .int(attempts),
      .text(claimant), .time(lease), .text(trouble), .time(queued), .text(reason),
      .text(evidence?.rawValue), .text(fault?.rawValue), .int(odometer), .code(insteadOf),
    ]
  }
}

extension JournalEntry {
  init(_ row: inout Row) throws {
    self.init(
      number: try row.int(), at: try row.time(), session: try row.text(),
      device: try row.text(), kind: try row.text(), payload: try row.text())
  }
}
