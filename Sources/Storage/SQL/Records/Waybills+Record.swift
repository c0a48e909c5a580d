import Warehouse

extension WaybillJob: Record {
  static var table: Table { .waybillJob }

  init(_ row: inout Row) throws {
    row.skip(1)
    self.init(
      parcel: try row.code(), revision: try row.int(), carrier: try row.code(),
      aim: try row.raw(), state: try row.raw(), calls: try row.int(), claimant: try row.text(),
      lease: try row.optional { try $0.time() }, due: try row.time(), trouble: try row.name(),
      number: try row.optional { try $0.text() },
      routing: Routing(mark: try row.text(), bag: try row.text()), reason: try row.name(),
      fen: try row.optional { try $0.int() }, queued: try row.time(),
      lead: try row.optional { try $0.code() })
  }

  var values: [Value] {
    [
      .code(code), .code(parcel), .int(revision), .code(carrier), .raw(aim), .raw(state),
      .int(calls), .text(claimant), .time(lease), .time(due), .text(trouble.zh),
      .text(trouble.en), .text(number), .text(routing.mark), .text(routing.bag),
      .text(reason.zh), .text(reason.en), fen.map { .int($0) } ?? .null, .time(queued),
      .code(lead),
    ]
  }
}
