import Warehouse

extension Operator: Record {
  static var table: Table { .person }

  init(_ row: inout Row) throws {
    self.init(
      badge: try row.code(), name: try row.name(),
      roles: Set(try row.text().split(separator: ",").compactMap { Role(rawValue: String($0)) }),
      pin: try row.text(),
      zones: try row.text().split(separator: ",").map { Code(String($0)) },
      skills: Set(
        try row.text().split(separator: ",").compactMap { PickingWay(rawValue: String($0)) }))
  }

  var values: [Value] {
    [
      .code(badge), .text(name.zh), .text(name.en),
      .text(roles.sorted().map(\.rawValue).joined(separator: ",")), .text(pin),
      .text(zones.map(\.rawValue).joined(separator: ",")),
      .text(skills.map(\.rawValue).sorted().joined(separator: ",")),
    ]
  }
}

extension Session: Record {
  static var table: Table { .session }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), badge: try row.code(), device: try row.code(), token: try row.int(),
      workstation: try row.optionalCode(), cart: try row.optionalCode(), since: try row.time())
  }

  var values: [Value] {
    [
      .code(code), .code(badge), .code(device), .int(token), .code(workstation), .code(cart),
      .time(since),
    ]
  }
}

extension Standing: Record {
  static var table: Table { .standing }

  init(_ row: inout Row) throws {
    self.init(
      badge: try row.code(), language: try row.text(),
      tones: try row.optional { try $0.raw() }, failures: try row.int(),
      lockedUntil: try row.optional { try $0.time() })
    let passed = try row.text().split(separator: ",").compactMap { Training(rawValue: String($0)) }
    trainings = passed.isEmpty ? nil : passed
  }

  var values: [Value] {
    [
      .code(badge), .text(language), .raw(tones), .int(failures), .time(lockedUntil),
      .text((trainings ?? []).map(\.rawValue).joined(separator: ",")),
    ]
  }
}
