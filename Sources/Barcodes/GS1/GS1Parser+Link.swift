extension GS1Parser {
  /// Reads a GS1 Digital Link URI (ISO/IEC 18975, GS1 Digital Link: URI Syntax): the rightmost key
  /// of the path with its qualifiers, then the attributes of the query.
  func linkElements(in line: [UInt8], from start: Int) throws(GS1Problem) -> Reader {
    let path = try GS1Parser.linkPath(line, from: start)
    let end = line.firstIndex(of: UInt8(ascii: "#"), from: path)
    let query = line.firstIndex(of: UInt8(ascii: "?"), from: path, to: end)
    var reader = Reader()
    try readPath(line, path..<query, into: &reader)
    let inPath = reader.slots.count
    if query < end { try readQuery(line, query + 1..<end, into: &reader) }
    try checkLink(reader.slots, inPath: inPath)
    return reader
  }

  private static let schemes = ["https://", "HTTPS://", "http://", "HTTP://"].map {
    Array($0.utf8)
  }

  /// Checks scheme, host and characters; returns where the path begins.
  private static func linkPath(_ line: [UInt8], from start: Int) throws(GS1Problem) -> Int {
    for index in start..<line.count where !ByteSet.uri.contains(line[index]) {
      throw GS1Problem(.link(.character), at: index, count: 1)
    }
    guard let scheme = schemes.first(where: { line[start...].starts(with: $0) }) else {
      throw GS1Problem(.link(.scheme), at: start, count: min(8, line.count - start))
    }
    let host = start + scheme.count
    let path = line.firstIndex(of: UInt8(ascii: "/"), from: host)
    guard path > host, path < line.count else {
      throw GS1Problem(.link(.host), at: host, count: line.count - host)
    }
    for index in host..<path where !ByteSet.host.contains(line[index]) {
      throw GS1Problem(.link(.hostCharacter), at: index, count: 1)
    }
    return path
  }

  /// Reads the pairs from the rightmost key on.
  private func readPath(
    _ line: [UInt8], _ path: Range<Int>, into reader: inout Reader
  ) throws(GS1Problem) {
    let table = AITable.standard
    let parts = line[path.lowerBound + 1..<path.upperBound].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var pair = parts.count - 2
    while pair >= 0, let found = pathCode(parts[pair], table), !isKey(found.code, table) {
      pair -= 2
    }
    guard pair >= 0, let key = pathCode(parts[pair], table), isKey(key.code, table) else {
      throw GS1Problem(.link(.key), at: path.lowerBound, count: path.count)
    }
    while pair + 1 < parts.count {
      guard let (code, place, rule) = pathCode(parts[pair], table) else { break }
      try append(
        parts[pair + 1], isQuery: false, code, place, rule, source: parts[pair].startIndex, line,
        into: &reader)
      pair += 2
    }
  }

  private func pathCode(
    _ part: ArraySlice<UInt8>, _ table: AITable
  ) -> (code: AICode, place: Int?, rule: AIRule)? {
    var code = GS1Parser.code(part)
    if code == nil, permits.contains(.linkNames) {
      code = GS1Parser.linkNames[String(decoding: part, as: UTF8.self)]
    }
    guard let code, let (place, rule) = try? rule(of: code, at: 0, table) else { return nil }
    return (code, place, rule)
  }

  private func isKey(_ code: AICode, _ table: AITable) -> Bool {
    table.place(of: code).map { table.rules[$0].sequences != nil } ?? false
  }

  /// Reads the parameters whose names are identifiers; those with other names are not ours.
  private func readQuery(
    _ line: [UInt8], _ query: Range<Int>, into reader: inout Reader
  ) throws(GS1Problem) {
    let table = AITable.standard
    for parameter in line[query].split(separator: UInt8(ascii: "&")) {
      guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = parameter[..<equals]
      guard !name.isEmpty, name.allSatisfy(Byte.isDigit) else { continue }
      guard let code = GS1Parser.code(name) else {
        throw GS1Problem(.unknownAI, at: name.startIndex, count: name.count)
      }
      let (place, rule) = try rule(of: code, at: name.startIndex, table)
      try append(
        parameter[(equals + 1)...], isQuery: true, code, place, rule, source: name.startIndex,
        line, into: &reader)
    }
  }

  private func append(
    _ part: ArraySlice<UInt8>, isQuery: Bool, _ code: AICode, _ place: Int?, _ rule: AIRule,
    source: Int, _ line: [UInt8], into reader: inout Reader
  ) throws(GS1Problem) {
    var value = PercentEscape.decoded(part, isQuery: isQuery)
    if let zero = value.firstIndex(of: 0) {
      let start = PercentEscape.offset(zero, in: part)
      throw GS1Problem(.link(.null), ai: code.description, at: start, count: 3)
    }
    var padding = 0
    if permits.contains(.shortGTINs), code == .gtin, [8, 12, 13].contains(value.count) {
      padding = 14 - value.count
      value = [UInt8](repeating: 0x30, count: padding) + value
    }
    if let found = GS1Parser.wholeFinding(value, rule, AITable.standard) {
      let first = max(0, found.offset - padding)
      let last = max(0, found.offset + found.count - padding)
      let start = PercentEscape.offset(first, in: part)
      throw GS1Problem(
        found.code, ai: code.description, at: start,
        count: PercentEscape.offset(last, in: part) - start)
    }
    reader.append(code)
    try reader.append(value, code, place, source: source)
  }

  /// Checks the order of the path, that nothing is there twice, and what may be in the query.
  private func checkLink(_ slots: [GS1Message.Slot], inPath: Int) throws(GS1Problem) {
    let table = AITable.standard
    let path = slots[..<inPath].map(\.code)
    let key = slots[0]
    let sequences = AIRule.of(key).sequences.map { table.sequences[$0] } ?? []
    guard sequences.contains(path) else {
      throw GS1Problem(
        .link(.qualifiers), ai: key.code.description, at: key.source, count: key.code.digits)
    }
    for (index, slot) in slots.enumerated() {
      if slots[..<index].contains(where: { $0.code == slot.code }) {
        throw GS1Problem(
          .link(.duplicate), ai: slot.code.description, at: slot.source, count: slot.code.digits)
      }
      guard index >= inPath else { continue }
      guard AIRule.of(slot).isAttribute(permits) else {
        throw GS1Problem(
          .link(.attribute), ai: slot.code.description, at: slot.source, count: slot.code.digits)
      }
      guard sequences.contains(where: { $0.contains(slot.code) }) else { continue }
      for place in 1...inPath {
        var trial = path
        trial.insert(slot.code, at: place)
        if sequences.contains(trial) {
          throw GS1Problem(
            .link(.path), ai: slot.code.description, at: slot.source, count: slot.code.digits)
        }
      }
    }
  }

  /// The names that stood for identifiers in the first editions of Digital Link.
  private static let linkNames: [String: AICode] = [
    "sscc": "00", "gtin": "01", "lot": "10", "ser": "21", "cpv": "22", "gdti": "253",
    "glnx": "254", "gcn": "255", "ginc": "401", "gsin": "402", "gln": "414", "party": "417",
    "grai": "8003", "giai": "8004", "itip": "8006", "cpid": "8010", "cpsn": "8011",
    "gmn": "8013", "gsrnp": "8017", "gsrn": "8018", "srin": "8019", "refno": "8020",
  ]
}

extension [UInt8] {
  /// Where the byte first is from `start` to `end`; `end` if it is not there.
  fileprivate func firstIndex(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int {
    let end = end ?? count
    return self[Swift.min(start, end)..<end].firstIndex(of: byte) ?? end
  }
}
