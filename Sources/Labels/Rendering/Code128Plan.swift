/// Which code set of Code 128 each part of some data is written in, with the fewest characters.
///
/// Set B holds one printable ASCII character a symbol character, set C two digits; a change costs one,
/// and so does FNC1 in either set. The cheapest way from each position in each set to the end is found
/// from the end backwards, in time linear in the length. Set A is never needed for printable ASCII.
struct Code128Plan: Equatable, Sendable {
  /// A code set.
  enum CodeSet: Equatable, Sendable {
    case b, c
  }

  /// One thing to tell a printer.
  enum Step: Equatable, Sendable {
    case start(CodeSet)
    case change(CodeSet)
    /// One character in set B, two digits in set C.
    case data(String)
    case functionOne
  }

  /// What to tell the printer, from the start character on.
  private(set) var steps: [Step] = []

  /// The number of symbol characters between start and check character.
  var characters: Int { steps.count - 1 }

  /// The width of the symbol without quiet zones: 11 modules a character, 13 for the stop.
  var modules: Int { 11 * (characters + 2) + 13 }

  /// Plans printable ASCII data.
  init(_ content: String) {
    self.init(units: content.utf8.map(Unit.byte))
  }

  /// Plans GS1 data, which begin with FNC1.
  init(_ elements: ElementString) {
    let mark = "\u{1D}"
    self.init(
      units: [.functionOne]
        + elements.joined(separator: mark).utf8.map { $0 == 0x1D ? .functionOne : .byte($0) })
  }

  private enum Unit: Equatable {
    case byte(UInt8)
    case functionOne

    var isDigit: Bool {
      guard case .byte(let byte) = self else { return false }
      return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    var text: String {
      switch self {
      case .byte(let byte): String(decoding: [byte], as: UTF8.self)
      case .functionOne: ""
      }
    }
  }

  private init(units: [Unit]) {
    // What it costs to write the rest from a position when already in B or in C.
    var inB = [Int](repeating: 0, count: units.count + 1)
    var inC = inB
    let never = Int.max / 2
    func stay(_ at: Int, _ set: CodeSet) -> Int {
      if units[at] == .functionOne { return 1 + (set == .b ? inB[at + 1] : inC[at + 1]) }
      switch set {
      case .b: return 1 + inB[at + 1]
      case .c:
        let isPair = at + 1 < units.count && units[at].isDigit && units[at + 1].isDigit
        return isPair ? 1 + inC[at + 2] : never
      }
    }
    for at in units.indices.reversed() {
      let (b, c) = (stay(at, .b), stay(at, .c))
      inB[at] = min(b, c + 1)
      inC[at] = min(c, b + 1)
    }
    guard !units.isEmpty else { return }
    var set: CodeSet = stay(0, .c) <= stay(0, .b) ? .c : .b
    steps = [.start(set)]
    var at = 0
    while at < units.count {
      let (b, c) = (stay(at, .b), stay(at, .c))
      let next: CodeSet =
        switch set {
        case .b: c + 1 < b ? .c : .b
        case .c: c <= b + 1 ? .c : .b
        }
      if next != set { steps.append(.change(next)) }
      set = next
      if units[at] == .functionOne {
        steps.append(.functionOne)
        at += 1
      } else {
        let length = set == .c ? 2 : 1
        steps.append(.data(units[at..<at + length].map(\.text).joined()))
        at += length
      }
    }
  }
}

extension Code128Plan {
  /// The values of the symbol characters from start to check character, which is the sum of values times
  /// places, modulo 103.
  static func values(withCheck values: [Int]) -> [Int] {
    let sum = values.enumerated().reduce(0) { $0 + max(1, $1.offset) * $1.element }
    return values + [sum % 103]
  }

  /// The values of the symbol characters, start character included.
  private var values: [Int] {
    steps.map { step in
      switch step {
      case .start(.b): 104
      case .start(.c): 105
      case .change(.b): 100
      case .change(.c): 99
      case .functionOne: 102
      case .data(let text): text.count == 2 ? Int(text) ?? 0 : Int(text.utf8.first ?? 32) - 32
      }
    }
  }

  /// The modules of the symbol, one byte each, 1 for dark.
  var bars: [UInt8] {
    let widths =
      Self.values(withCheck: values).flatMap(Code128Patterns.widths) + Code128Patterns.stop
    return widths.enumerated().flatMap { index, width in
      [UInt8](repeating: index.isMultiple(of: 2) ? 1 : 0, count: width)
    }
  }

  /// The field data of `^BC` in mode N: `>:` starts in B, `>;` in C, `>6` and `>5` change to them, `>8`
  /// is FNC1, `>0` the character itself.
  var zpl: String {
    steps.map { step in
      switch step {
      case .start(.b): ">:"
      case .start(.c): ">;"
      case .change(.b): ">6"
      case .change(.c): ">5"
      case .functionOne: ">8"
      case .data(let text): text == ">" ? ">0" : text
      }
    }.joined()
  }

  /// The data of TSPL's `128M`, where `!` and three digits are a control character by its value.
  ///
  /// nil when the data hold a `!` of their own, for which there is no other way to write it.
  var tspl: String? {
    var result = ""
    for step in steps {
      switch step {
      case .start(.b): result += "!104"
      case .start(.c): result += "!105"
      case .change(.b): result += "!100"
      case .change(.c): result += "!099"
      case .functionOne: result += "!102"
      case .data("!"): return nil
      case .data(let text): result += text
      }
    }
    return result
  }
}
