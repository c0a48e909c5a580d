/// What can be done to a field's value in a template, written after a bar: `{receiver.name|mask-name}`.
enum TemplateFunction: Sendable, Equatable {
  case maskName, maskPhone, maskAddress
  case upper, lower
  /// The digits in groups: `1234 5678 90`.
  case group(Int)
  /// The first or last characters.
  case first(Int), last(Int)
  /// Zeros on the left up to a length.
  case pad(Int)
  /// Another text when the value is absent.
  case `default`(String)
  /// A text with the value in place of `#`; nothing when the value is absent.
  case inside(String)
  /// `2026-11-30` as GS1 writes it: `261130`.
  case gs1Date
  /// Of a list: the rows, the sum of a field over them, a field of each with a text between.
  case count, sum(String), join(String, String)

  /// The forms errors show.
  static let forms =
    "mask-name, mask-phone, mask-address, upper, lower, group 4, first 2, last 4, pad 14,"
    + " default \"-\", in \"(#)\", gs1-date, count, sum quantity, join name \", \""

  /// Reads a function and its arguments; nil when it is none.
  init?(_ words: [String]) {
    guard let name = words.first else { return nil }
    let arguments = Array(words.dropFirst())
    let number = arguments.first.flatMap(Int.init).flatMap { $0 > 0 && $0 < 100 ? $0 : nil }
    switch (name, arguments.count) {
    case ("mask-name", 0): self = .maskName
    case ("mask-phone", 0): self = .maskPhone
    case ("mask-address", 0): self = .maskAddress
    case ("upper", 0): self = .upper
    case ("lower", 0): self = .lower
    case ("gs1-date", 0): self = .gs1Date
    case ("count", 0): self = .count
    case ("sum", 1): self = .sum(arguments[0])
    case ("join", 2): self = .join(arguments[0], arguments[1])
    case ("default", 1): self = .default(arguments[0])
    case ("in", 1): self = .inside(arguments[0])
    case ("group", 1):
      guard let number else { return nil }
      self = .group(number)
    case ("first", 1):
      guard let number else { return nil }
      self = .first(number)
    case ("last", 1):
      guard let number else { return nil }
      self = .last(number)
    case ("pad", 1):
      guard let number else { return nil }
      self = .pad(number)
    default: return nil
    }
  }

  /// Whether it makes text of a list.
  var takesList: Bool {
    switch self {
    case .count, .sum, .join: true
    case .maskName, .maskPhone, .maskAddress, .upper, .lower, .group, .first, .last, .pad, .default,
      .inside, .gs1Date:
      false
    }
  }

  /// The field of a list's rows it uses.
  var rowField: String? {
    switch self {
    case .sum(let field), .join(let field, _): field
    case .count, .maskName, .maskPhone, .maskAddress, .upper, .lower, .group, .first, .last, .pad,
      .default, .inside, .gs1Date:
      nil
    }
  }

  /// What it makes of a value; absent values are empty text.
  func apply(_ value: LabelData.Value) -> LabelData.Value {
    switch value {
    case .text(let text): .text(apply(text))
    case .list(let rows): .text(apply(rows))
    }
  }

  private func apply(_ text: String) -> String {
    switch self {
    case .maskName: Privacy.name.masked(text)
    case .maskPhone: Privacy.phone.masked(text)
    case .maskAddress: text.isEmpty ? "" : Privacy.address.masked(text)
    case .upper: text.uppercased()
    case .lower: text.lowercased()
    case .group(let size):
      String(
        text.enumerated().flatMap { index, character in
          index > 0 && index.isMultiple(of: size) ? [" ", character] : [character]
        })
    case .first(let count): String(text.prefix(count))
    case .last(let count): String(text.suffix(count))
    case .pad(let count): String(repeating: "0", count: max(0, count - text.count)) + text
    case .default(let other): text.isEmpty ? other : text
    case .inside(let frame): text.isEmpty ? "" : frame.replacing("#", with: text)
    case .gs1Date: String(text.filter { $0 != "-" }.suffix(6))
    // A list that is absent has no rows.
    case .count, .sum: "0"
    case .join: ""
    }
  }

  private func apply(_ rows: [LabelData]) -> String {
    switch self {
    case .count: "\(rows.count)"
    case .sum(let field): "\(rows.reduce(0) { $0 + (Int($1.text(field)) ?? 0) })"
    case .join(let field, let separator):
      rows.map { $0.text(field) }.filter { !$0.isEmpty }.joined(separator: separator)
    case .maskName, .maskPhone, .maskAddress, .upper, .lower, .group, .first, .last, .pad, .default,
      .inside, .gs1Date:
      ""
    }
  }
}
