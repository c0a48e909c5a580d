import Flows
import Labels
import Terminal
import Warehouse

/// One line of a trip, split into its verb and what follows.
struct TripLine {
  /// Why a line is wrong.
  struct Wrong: Error {
    var sentence: String
  }

  /// The verbs by their names.
  enum Name: String, CaseIterable {
    case `as`, at, bench, check, clock, desk, emulate, hangup, hear, `import`, key, kill, labels,
      open,
      order, parcel, person, printer, scale, scan, see
    case seeNot = "see-not"
    case stock, type, wait

    /// How the verb is written, with an example where words alone would not tell.
    var usage: String {
      switch self {
      case .as: "as BADGE, or as BADGE with CODE and more codes"
      case .at: "at COLUMNSxROWS and zh or en, from 20x4 up, such as at 20x16 zh"
      case .bench: "bench and rules as YAML, such as bench {weighing: true}"
      case .check, .hangup, .kill: "nothing behind \(rawValue)"
      case .clock: "clock HH:MM, such as clock 14:30"
      case .desk:
        "desk allocate, desk plan, desk plan \(Self.words(WavePolicy.allCases)), desk release, "
          + "desk release WAVE, desk intercept ORDER, desk stop ORDER, or desk train BADGE LEVEL"
      case .emulate: "emulate PRINTER and zpl or tspl"
      case .hear: "hear \(Self.words(Heard.allCases))"
      case .import: "import \(Self.words(ImportKind.allCases)) and FILE"
      case .key: "key NAME, such as F3, Enter, Esc, Up, Ctrl-L or one character"
      case .labels: "labels PRINTER = N"
      case .open: "open \(Self.words(Job.allCases))"
      case .order: "order NUMBER = \(Self.words(Order.State.allCases))"
      case .parcel: "parcel ORDER = \(Self.words(Parcel.State.allCases))"
      case .person: "person NAME, of letters, digits, - and _"
      case .printer: "printer NAME \(Self.words(PrinterCondition.allCases))"
      case .scale:
        "scale NAME WEIGHT, such as 1.234kg or 500g, or scale NAME "
          + Self.words(ScaleCondition.allCases)
      case .scan: "scan CODE, more codes, and perhaps a count such as x3"
      case .see, .seeNot: "\(rawValue) TEXT"
      case .stock: "stock BIN SKU = N"
      case .type: "type TEXT"
      case .wait: "wait TIME, such as 500ms, 5s, 2m or 1h"
      }
    }

    private static func words<Word: RawRepresentable>(_ all: [Word]) -> String
    where Word.RawValue == String {
      all.map(\.rawValue).joined(separator: "|")
    }
  }

  private let name: Name
  private let line: String
  /// What follows the verb, as it is written.
  private let rest: String
  /// The words that follow the verb.
  private let words: [String]

  init(_ line: String) throws(Wrong) {
    self.line = line
    let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let verb = parts.first.map { String($0) } ?? ""
    guard let name = Name(rawValue: verb) else {
      let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw Wrong(sentence: "\(verb): expected one of \(names)")
    }
    self.name = name
    rest = parts.count > 1 ? String(parts[1]).trimmed : ""
    words = rest.split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  /// What the line does.
  func verb() throws(Wrong) -> Verb {
    guard let verb = read() else { throw Wrong(sentence: "\(line): expected \(name.usage)") }
    return verb
  }

  private func read() -> Verb? {
    switch name {
    case .as: signIn()
    case .at: at()
    case .bench: rest.isEmpty ? nil : .bench(rest)
    case .check: words.isEmpty ? .check : nil
    case .clock: clock()
    case .desk: desk()
    case .hangup: words.isEmpty ? .hangUp : nil
    case .hear: only().flatMap { Heard(rawValue: $0) }.map { .hear($0) }
    case .import: bring()
    case .key: only().flatMap { Key(name: $0) }.map { .key($0) }
    case .kill: words.isEmpty ? .kill : nil
    case .labels:
      assigned(1).flatMap { of, value in count(value).map { .labels(Code(of[0]), count: $0) } }
    case .open: only().flatMap { Job(rawValue: $0) }.map { .open($0) }
    case .order:
      assigned(1).flatMap { of, value in
        Order.State(rawValue: value).map { .order(Code(of[0]), $0) }
      }
    case .parcel:
      assigned(1).flatMap { of, value in
        Parcel.State(rawValue: value).map { .parcel(of: Code(of[0]), $0) }
      }
    case .person:
      only().flatMap { name in name.allSatisfy(Self.isNamed) ? .person(name) : nil }
    case .emulate:
      words.count == 2
        ? ["zpl": .zpl, "tspl": .tspl][words[1]].map { .emulate(Code(words[0]), $0) } : nil
    case .printer:
      words.count == 2
        ? PrinterCondition(rawValue: words[1]).map { .printer(Code(words[0]), $0) } : nil
    case .scale:
      words.count == 2
        ? grams(words[1]).map { .scale(words[0], grams: $0) }
          ?? ScaleCondition(rawValue: words[1]).map { .scaleIs(words[0], $0) } : nil
    case .scan: scan()
    case .see: rest.isEmpty ? nil : .see(rest)
    case .seeNot: rest.isEmpty ? nil : .seeNot(rest)
    case .stock:
      assigned(2).flatMap { of, value in
        count(value).map { .stock(holder: of[0], sku: Code(of[1]), quantity: $0) }
      }
    case .type: rest.isEmpty ? nil : .type(rest)
    case .wait: wait()
    }
  }

  private func only() -> String? { words.count == 1 ? words[0] : nil }

  /// What stands before and after the `=` of a line, with so many words before it.
  private func assigned(_ count: Int) -> (of: [String], value: String)? {
    guard words.count == count + 2, words[count] == "=" else { return nil }
    return (Array(words.prefix(count)), words[count + 1])
  }

  private func count(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.count < 10, text.allSatisfy(Self.isDigit) else { return nil }
    return Int(text)
  }

  private func at() -> Verb? {
    guard words.count == 2, let language = Language(rawValue: words[1]) else { return nil }
    let parts = words[0].split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = count(parts[0]), let rows = count(parts[1]),
      (Renderer.smallest.columns...500).contains(columns),
      (Renderer.smallest.rows...200).contains(rows)
    else { return nil }
    return .at(Size(columns: columns, rows: rows), language)
  }

  private func signIn() -> Verb? {
    guard let badge = words.first else { return nil }
    if words.count == 1 { return .signIn(badge: badge, with: []) }
    guard words.count > 2, words[1] == "with" else { return nil }
    return .signIn(badge: badge, with: Array(words.dropFirst(2)))
  }

  private func scan() -> Verb? {
    var codes = words
    var times = 1
    if codes.count > 1, let last = codes.last, last.first == "x",
      let number = count(last.dropFirst())
    {
      guard (1...1000).contains(number) else { return nil }
      times = number
      codes.removeLast()
    }
    guard !codes.isEmpty else { return nil }
    return .scan(Array(repeating: codes, count: times).flatMap { $0 })
  }

  private func clock() -> Verb? {
    guard let text = only() else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hours = count(parts[0]),
      let minutes = count(parts[1]), hours < 24, minutes < 60
    else { return nil }
    return .clock(minutes: hours * 60 + minutes)
  }

  private func wait() -> Verb? {
    guard let text = only() else { return nil }
    let digits = text.prefix(while: Self.isDigit)
    guard let number = count(digits) else { return nil }
    let unit: Int64? =
      switch text.dropFirst(digits.count) {
      case "ms": 1
      case "s": 1000
      case "m": 60_000
      case "h": 3_600_000
      default: nil
      }
    return unit.map { .wait(milliseconds: Int64(number) * $0) }
  }

  private func grams(_ text: String) -> Int? {
    if text.hasSuffix("kg") {
      let parts = text.dropLast(2).split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = parts.first.flatMap({ count($0) }), parts.count <= 2 else { return nil }
      guard parts.count == 2 else { return whole * 1000 }
      guard parts[1].count <= 3, let part = count(parts[1]) else { return nil }
      return whole * 1000 + part * [100, 10, 1][parts[1].count - 1]
    }
    return text.hasSuffix("g") ? count(text.dropLast()) : nil
  }

  private func desk() -> Verb? {
    switch (words.first, words.count) {
    case ("allocate", 1): .desk(.allocate)
    case ("plan", 1): .desk(.plan(.cluster))
    case ("plan", 2): WavePolicy(rawValue: words[1]).map { .desk(.plan($0)) }
    case ("intercept", 2): .desk(.intercept(Code(words[1])))
    case ("stop", 2): .desk(.stop(Code(words[1])))
    case ("train", 3):
      Training(rawValue: words[2]).map { .desk(.train(Code(words[1]), $0)) }
    case ("release", _): .desk(.release(words.dropFirst().map { Code($0) }))
    default: nil
    }
  }

  private func bring() -> Verb? {
    guard let kind = words.first.flatMap({ ImportKind(rawValue: $0) }) else { return nil }
    let path = String(rest.dropFirst(kind.rawValue.count)).trimmed
    return path.isEmpty ? nil : .bring(kind, path: path)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func isNamed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
      || character == "-" || character == "_"
  }
}
