/// Why something scanned is not the GS1 data it should be: what, in which element, and where.
public struct GS1Problem: Error, Hashable, Sendable {
  /// What is wrong.
  public let code: Code
  /// The application identifier of the element that is wrong; nil if it lies in none.
  public let ai: String?
  /// Where the bad part begins: characters from the start of the text given, the first being 0.
  public let offset: Int
  /// How many characters are bad; 0 where something is missing.
  public let count: Int

  /// What can be wrong.
  public enum Code: Hashable, Sendable {
    /// Nothing was given, or nothing behind the symbology identifier.
    case empty
    /// The text is neither an element string nor a Digital Link, nor an item number.
    case notGS1
    /// The text is not UTF-8.
    case encoding
    /// What follows the `]` is no symbology identifier.
    case symbologyForm
    /// Data behind this symbology identifier are none that GS1 defines.
    case symbology
    /// An item number has not so many digits.
    case itemLength(expected: Int)
    /// An item number has something other than digits.
    case itemDigits
    /// The check digit of an item number is wrong; this one was expected.
    case itemCheckDigit(expected: Int)
    /// An item number is too large for the symbol.
    case itemTooLarge
    /// Brackets do not pair up, or text stands before the first of them.
    case brackets
    /// There is no such application identifier.
    case unknownAI
    /// An element has no value.
    case emptyValue
    /// A value is shorter than its least length.
    case valueTooShort
    /// A value is longer than its greatest length, or the separator behind it is missing.
    case valueTooLong
    /// A bracketed value has `^`, which stands for FNC1.
    case separatorInValue
    /// There are more elements than the limit of 64.
    case tooManyElements
    /// A component of the value is wrong.
    case component(ComponentFault)
    /// The same identifier occurs with different values.
    case repeated
    /// The element must not stand beside this one.
    case excluded(by: String)
    /// The element needs one of these groups beside it, such as `01+21 8006`.
    case needs(String)
    /// A digital signature needs the serial part of this key.
    case serialForSignature
    /// A Digital Link is wrong.
    case link(LinkFault)
  }

  /// What can be wrong with a Digital Link.
  public enum LinkFault: String, CaseIterable, Sendable {
    /// A character that no URI may have.
    case character
    /// The URI begins neither with `http://` nor with `https://`.
    case scheme
    /// The URI has no host or no path.
    case host
    /// The host has a character that no host may have.
    case hostCharacter
    /// The path has no GS1 key.
    case key
    /// The qualifiers in the path do not belong to the key, or are out of order.
    case qualifiers
    /// An escape stands for the character zero.
    case null
    /// An identifier occurs twice in the URI.
    case duplicate
    /// The identifier may not stand in the query.
    case attribute
    /// The identifier is a qualifier of the key: it belongs in the path.
    case path
  }

  /// Notes a problem of `count` characters from `offset` on.
  init(_ code: Code, ai: String? = nil, at offset: Int, count: Int = 0) {
    self.code = code
    self.ai = ai
    self.offset = offset
    self.count = count
  }

  /// The same problem elsewhere in the text.
  func moved(to offset: Int, count: Int) -> GS1Problem {
    GS1Problem(code, ai: ai, at: offset, count: count)
  }
}
