import Warehouse

extension Table {
  static let door = [cage, caged, manifest, manifestLine, message]

  static let cage = Table("cage", key: ["code"], ["carrier", "dock"])
  static let caged = Table(
    "caged", key: ["parcel"], ["cage", "grams", "badge", "since", "manifest"])
  /// `entry` is the line of the journal that wrote the row last.
  static let manifest = Table(
    "manifest", key: ["code"],
    [
      "carrier", "state", "parcels", "grams", "left_behind", "badge", "closed", "signature",
      "signed", "entry",
    ])
  static let manifestLine = Table(
    "manifest_line", key: ["manifest", "parcel"],
    ["part", "order_number", "waybill", "grams", "cage"])
  /// `entry` is the line of the journal that wrote the row last.
  static let message = Table(
    "outbox", key: ["code"],
    [
      "kind", "order_number", "parcel", "channel", "carrier", "waybill", "shipped", "state",
      "attempts", "due", "claimant", "lease", "trouble", "about", "entry",
    ])
}

extension Cage: Record {
  static var table: Table { .cage }

  init(_ row: inout Row) throws {
    self.init(code: try row.code(), carrier: try row.code(), dock: try row.optionalCode())
  }

  var values: [Value] { [.code(code), .code(carrier), .code(dock)] }
}

extension CagedParcel: Record {
  static var table: Table { .caged }

  init(_ row: inout Row) throws {
    self.init(
      parcel: try row.code(), cage: try row.code(), grams: try row.int(), badge: try row.code(),
      since: try row.time(), manifest: try row.optionalCode())
  }

  var values: [Value] {
    [.code(parcel), .code(cage), .int(grams), .code(badge), .time(since), .code(manifest)]
  }
}

/// Written with the number of its journal line behind these columns.
extension Manifest: Record {
  static var table: Table { .manifest }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), carrier: try row.code(), state: try row.raw(),
      parcels: try row.int(), grams: try row.int(), left: try row.int(), badge: try row.code(),
      closed: try row.time(), signature: try row.text(),
      signed: try row.optional { try $0.time() })
  }

  var values: [Value] {
    [
      .code(code), .code(carrier), .raw(state), .int(parcels), .int(grams), .int(left),
      .code(badge), .time(closed), .text(signature), .time(signed),
    ]
  }
}

extension ManifestLine: Record {
  static var table: Table { .manifestLine }

  init(_ row: inout Row) throws {
    self.init(
      manifest: try row.code(), parcel: try row.code(), part: try row.raw(),
      order: try row.code(), waybill: try row.text(), grams: try row.int(),
      cage: try row.optionalCode())
  }

  var values: [Value] {
    [
      .code(manifest), .code(parcel), .raw(part), .code(order), .text(waybill), .int(grams),
      .code(cage),
    ]
  }
}

/// Written with the number of its journal line behind these columns.
extension OutboxMessage: Record {
  static var table: Table { .message }

  init(_ row: inout Row) throws {
    self.init(
      key: try row.text(), kind: try row.raw(), order: try row.code(), parcel: try row.code(),
      channel: try row.text(), carrier: try row.code(), waybill: try row.text(),
      shipped: try row.time(), state: try row.raw(), attempts: try row.int(),
      due: try row.time(), claimant: try row.text(),
      lease: try row.optional { try $0.time() }, trouble: try row.text(),
      about: try row.text())
  }

  var values: [Value] {
    [
      .text(key), .raw(kind), .code(order), .code(parcel), .text(channel), .code(carrier),
      .text(waybill), .time(shipped), .raw(state), .int(attempts), .time(due), .text(claimant),
      .time(lease), .text(trouble), .text(about),
    ]
  }
}
