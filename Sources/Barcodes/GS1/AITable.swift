/// The application identifiers, laid out for look-up by number.
final class AITable: Sendable {
  let rules: [AIRule]
  let titles: [String]
  let components: [AIComponent]
  let needs: [AINeed]
  let excluded: [ClosedRange<AICode>]
  /// The sequences a Digital Link path may have: a key, then some of its qualifiers in order.
  let sequences: [[AICode]]
  /// The place of a rule by the number of its identifier; -1 if there is none.
  private let places: [Int16]
  /// How many digits identifiers with those first two have; 0 if there are none.
  private let digitCounts: [UInt8]

  /// The table of the release named in `AIRow`.
  static let standard = AITable(
    AIRow.items + AIRow.amounts + AIRow.measures + AIRow.places + AIRow.delivery + AIRow.trades
      + AIRow.others)

  init(_ rows: [AIRow]) {
    var rules: [AIRule] = []
    var titles: [String] = []
    var components: [AIComponent] = []
    var needs: [AINeed] = []
    var excluded: [ClosedRange<AICode>] = []
    var sequences: [[AICode]] = []
    var places = [Int16](repeating: -1, count: AICode.count)
    var digitCounts = [UInt8](repeating: 0, count: 100)
    for row in rows {
      let parts = components.count..<components.count + row.components.count
      components += row.components
      let wanted = needs.count..<needs.count + row.needs.count
      needs += row.needs.map { AINeed($0) }
      let unwanted = excluded.count
      excluded += row.excludes.split(separator: " ").compactMap { AICode.range($0) }
      for value in row.codes.lowerBound.rawValue...row.codes.upperBound.rawValue {
        let code = AICode(rawValue: value)
        let first = sequences.count
        if let key = row.key { sequences += AITable.sequences(key: code, key) }
        places[Int(value)] = Int16(rules.count)
        digitCounts[AITable.prefix(of: code)] = UInt8(code.digits)
        titles.append(
          row.title
            + (row.numbersFrom.map { String($0 + Int(value - row.codes.lowerBound.rawValue)) }
              ?? ""))
        rules.append(
          AIRule(
            code: code, isPredefined: row.use == .predefined || row.use == .predefinedOnly,
            attribute: row.use == .plain || row.use == .predefinedOnly ? .refused : .allowed,
            minimum: row.components.reduce(0) { $0 + ($1.isOptional ? 0 : $1.minimum) },
            maximum: row.components.reduce(0) { $0 + $1.maximum }, components: parts,
            needs: wanted, excluded: unwanted..<excluded.count,
            sequences: row.key == nil ? nil : first..<sequences.count))
      }
    }
    self.rules = rules
    self.titles = titles
    self.components = components
    self.needs = needs
    self.excluded = excluded
    self.sequences = sequences
    self.places = places
    self.digitCounts = digitCounts
  }

  /// The key alone and with every choice of its qualifiers in their order, the shorter first.
  private static func sequences(key: AICode, _ text: String) -> [[AICode]] {
    var all: [[AICode]] = [[key]]
    for alternative in text.split(separator: "|") {
      var some: [[AICode]] = [[key]]
      for qualifier in alternative.split(separator: " ") {
        guard let code = AICode(String(qualifier)) else { continue }
        some += some.map { $0 + [code] }
      }
      all += some.dropFirst()
    }
    return all
  }

  /// The first two digits of an identifier.
  private static func prefix(of code: AICode) -> Int {
    switch code.digits {
    case 2: code.value
    case 3: code.value / 10
    default: code.value / 100
    }
  }

  /// How many digits an identifier with these first two has; 0 if there is none.
  func digitCount(prefix: Int) -> Int {
    Int(digitCounts[prefix])
  }

  /// The place of the identifier's rule in `rules`; nil if it has none.
  func place(of code: AICode) -> Int? {
    let place = places[Int(code.rawValue)]
    return place < 0 ? nil : Int(place)
  }

  /// The value length of the groups of predefined length, for identifiers not given out yet
  /// (General Specifications, 7.8.5).
  static func predefinedLength(_ code: AICode) -> Int? {
    switch (code.digits, prefix(of: code)) {
    case (3, 41): 13
    case (4, 31...36): 6
    default: nil
    }
  }
}
