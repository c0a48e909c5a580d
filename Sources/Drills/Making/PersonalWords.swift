import Warehouse

/// What a store knows of people, and whether a text gives some of it away.
///
/// Names count whole, numbers and addresses in part as well: seven digits of a phone number are as
/// good as all of it. Where in doubt a text counts as personal; the price is a name made up anew.
struct PersonalWords: Sendable {
  /// Pieces by how many characters they have.
  private var pieces: [Int: Set<String>] = [:]
  /// Pieces of digits alone, by how many they are.
  private var digits: [Int: Set<String>] = [:]
  /// Texts too short to be looked for within others.
  private var whole: Set<String> = []

  /// Gathers what a store knows of everybody.
  init(_ facts: some Facts) throws {
    for person in try facts.people() {
      addName(person.name.zh)
      addName(person.name.en)
      whole.insert(Self.folded(person.badge.rawValue))
    }
    if let sender = try facts.site()?.sender {
      add(
        Receiver(
          name: sender.name, phone: sender.phone, region: sender.region, address: sender.address))
    }
    for state in Order.State.allCases {
      for order in try facts.orders(in: state, limit: .max) {
        addNumber(order.number.rawValue)
        addText(order.remark)
        if let receiver = try facts.receiver(of: order.number) { add(receiver) }
        for parcel in try facts.parcels(of: order.number) { addNumber(parcel.waybill ?? "") }
      }
    }
  }

  private mutating func add(_ receiver: Receiver) {
    addName(receiver.name)
    addText(receiver.region)
    addText(receiver.address)
    let number = receiver.phone.filter { $0.isASCII && $0.isNumber }
    addPiece(number, atLeast: 4, into: \.digits)
    addWindows(of: number, 7, into: \.digits)
  }

  private mutating func addName(_ name: String) {
    let name = Self.folded(name)
    addPiece(name, atLeast: name.allSatisfy(\.isASCII) ? 4 : 2, into: \.pieces)
    for word in name.split(separator: " ") {
      addPiece(String(word), atLeast: word.allSatisfy(\.isASCII) ? 4 : 2, into: \.pieces)
    }
  }

  private mutating func addText(_ text: String) {
    let text = Self.folded(text)
    addPiece(text, atLeast: 4, into: \.pieces)
    for word in text.split(whereSeparator: { $0.isASCII }) {
      addWindows(of: String(word), 4, into: \.pieces)
    }
    addWindows(of: text, 8, into: \.pieces)
  }

  private mutating func addNumber(_ number: String) {
    let number = Self.folded(number)
    addPiece(number, atLeast: 4, into: \.pieces)
    // A date in a number is eight digits; nine are the number's own.
    addWindows(of: number.filter(\.isNumber), 9, into: \.digits)
  }

  private mutating func addPiece(
    _ piece: String, atLeast least: Int, into path: WritableKeyPath<Self, [Int: Set<String>]>
  ) {
    guard piece.count >= least else {
      whole.insert(piece)
      return
    }
    self[keyPath: path][piece.count, default: []].insert(piece)
  }

  private mutating func addWindows(
    of text: String, _ length: Int, into path: WritableKeyPath<Self, [Int: Set<String>]>
  ) {
    self[keyPath: path][length, default: []].formUnion(Self.windows(of: text, length))
  }

  /// Whether a text gives something of a person away.
  func touches(_ text: String) -> Bool {
    let text = Self.folded(text)
    guard !text.isEmpty else { return false }
    func holds(_ text: String, _ pieces: [Int: Set<String>]) -> Bool {
      pieces.contains { length, known in !Self.windows(of: text, length).isDisjoint(with: known) }
    }
    return whole.contains(text) || holds(text, pieces) || holds(text.filter { $0 != " " }, pieces)
      || holds(text.filter { $0.isASCII && $0.isNumber }, digits)
  }

  private static func folded(_ text: String) -> String { text.lowercased() }

  private static func windows(of text: String, _ length: Int) -> Set<String> {
    let characters = Array(text)
    guard length > 0, characters.count >= length else { return [] }
    return Set((0...(characters.count - length)).map { String(characters[$0..<($0 + length)]) })
  }
}

/// Names for what must not be told: a text stays itself where nobody is in it, and is another one,
/// always the same, where somebody is.
struct Pseudonyms {
  private let words: PersonalWords
  private var given: [String: String] = [:]
  private var used: Set<String>
  private var count = 0
  /// How many texts were replaced.
  var replaced: Int { given.count { $0.key != $0.value } }

  /// Makes pseudonyms; `reserved` codes are never given away.
  init(_ words: PersonalWords, reserved: Set<String>) {
    self.words = words
    used = reserved
  }

  /// A code that nobody is in; `make` makes the candidates from a count.
  mutating func code(_ code: String, _ make: (Int) -> String) -> String {
    if let known = given[code] { return known }
    let isFree = !words.touches(code) && !used.contains(code)
    let one = isFree ? code : fresh(make)
    used.insert(one)
    given[code] = one
    return one
  }

  /// A code that nothing bore before.
  mutating func fresh(_ make: (Int) -> String) -> String {
    count += 1
    while words.touches(make(count)) || used.contains(make(count)) { count += 1 }
    used.insert(make(count))
    return make(count)
  }

  /// A name that nobody is in.
  func name(_ name: Name, else other: Name) -> Name {
    words.touches(name.zh) || words.touches(name.en) ? other : name
  }
}
