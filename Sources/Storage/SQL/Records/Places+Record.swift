import Warehouse

extension Site: Record {
  static var table: Table { .site }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), name: try row.name(),
      layout: try JournalFormat.value(FloorLayout.self, from: try row.text()),
      start: FloorPoint(x: try row.int(), y: try row.int()),
      drop: FloorPoint(x: try row.int(), y: try row.int()),
      slotsPerCart: try row.int(), walkingSpeed: try row.int(), utcOffset: try row.int(),
      walkRules: try row.walkRules(), houseRules: try row.houseRules(),
      sender: try row.sender())
  }

  var values: [Value] {
    get throws {
      [
        .code(code), .text(name.zh), .text(name.en), .text(try JournalFormat.text(layout)),
        .int(start.x), .int(start.y), .int(drop.x), .int(drop.y), .int(slotsPerCart),
        .int(walkingSpeed), .int(utcOffset), .text(try JournalFormat.text(walkRules)),
        .text(try JournalFormat.text(houseRules)),
        .text(try sender.map { try JournalFormat.text($0) } ?? ""),
      ]
    }
  }
}

extension Row {
  /// The rules of walking; a site from before there were any has none.
  fileprivate mutating func walkRules() throws -> WalkRules {
    let text = try text()
    return text.isEmpty ? WalkRules() : try JournalFormat.value(WalkRules.self, from: text)
  }

  /// The rules of the house; a site from before there were any asks nothing more.
  fileprivate mutating func houseRules() throws -> HouseRules {
    let text = try text()
    return text.isEmpty ? HouseRules() : try JournalFormat.value(HouseRules.self, from: text)
  }
}

extension Row {
  /// Who sends from the site; nil where nobody said.
  fileprivate mutating func sender() throws -> Sender? {
    let text = try text()
    return text.isEmpty ? nil : try JournalFormat.value(Sender.self, from: text)
  }
}

extension Zone: Record {
  static var table: Table { .zone }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), name: try row.name(), scanning: try row.optional { try $0.raw() },
      zeroCheck: try row.optional { try $0.flag() })
  }

  var values: [Value] {
    [
      .code(code), .text(name.zh), .text(name.en), .raw(scanning),
      zeroCheck.map { .flag($0) } ?? .null,
    ]
  }
}

extension Bin: Record {
  static var table: Table { .bin }

  init(_ row: inout Row) throws {
    self.init(
      code: try row.code(), zone: try row.code(), kind: try row.raw(), aisle: try row.int(),
      y: try row.int(), side: try row.raw(), level: try row.int(),
      checkDigits: try row.text())
  }

  var values: [Value] {
    [
      .code(code), .code(zone), .raw(kind), .int(aisle), .int(y), .raw(side), .int(level),
      .text(checkDigits),
    ]
  }
}
