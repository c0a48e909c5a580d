/// What a scan said in GS1's terms: elements, an item number, or neither.
public struct GS1Message: Hashable, Sendable {
  /// The kind of symbol, if the scanner told.
  public let symbology: Symbology?
  /// How the data were written.
  public let form: Form
  /// The data without symbology identifier and without the first FNC1; GS stands as 0x1D.
  ///
  /// For a link and for bracketed data the element string they stand for.
  let bytes: [UInt8]
  /// The item number in front of a composite component or alone.
  let item: [UInt8]
  /// The link as it was given.
  let link: [UInt8]
  /// The elements in order.
  let slots: [Slot]

  /// How data can be written.
  public enum Form: String, Hashable, Sendable {
    /// Elements one behind the other, FNC1 where a length is not predefined.
    case elements
    /// Elements with their identifiers in brackets.
    case bracketed
    /// A GS1 Digital Link URI.
    case link
    /// The number of an EAN, UPC or ITF-14 symbol, perhaps with elements of a composite component.
    case item
    /// Text that is no GS1 data, in a symbol that may carry such.
    case plain
  }

  /// Where an element is in `bytes`, and in what was given.
  struct Slot: Hashable, Sendable {
    let code: AICode
    /// The place of its rule in the table; nil if it is in none.
    let place: Int?
    /// Where the value is in `bytes`.
    let value: Range<Int>
    /// Where the identifier began in what was given.
    let source: Int
  }

  init(
    symbology: Symbology?, form: Form, bytes: [UInt8], item: [UInt8] = [], link: [UInt8] = [],
    slots: [Slot] = []
  ) {
    self.symbology = symbology
    self.form = form
    self.bytes = bytes
    self.item = item
    self.link = link
    self.slots = slots
  }
}

extension GS1Message {
  /// The elements in order.
  public var elements: [GS1Element] {
    slots.map { GS1Element(ai: $0.code.description, value: text($0.value)) }
  }

  /// How many elements there are.
  public var elementCount: Int { slots.count }

  /// The value of the first element with that identifier; nil if there is none.
  public subscript(ai: String) -> String? {
    guard let code = AICode(ai), let slot = slot(code) else { return nil }
    return text(slot.value)
  }

  /// The first element whose identifier fits `pattern`, such as `31nn`, and is not `ignored`.
  public func first(matching pattern: String, ignoring ignored: String? = nil) -> GS1Element? {
    guard let range = AICode.range(pattern) else { return nil }
    let passed = ignored.flatMap { AICode($0) }
    return slots.first { range.contains($0.code) && $0.code != passed }
      .map { GS1Element(ai: $0.code.description, value: text($0.value)) }
  }

  /// The first slot of an identifier.
  func slot(_ code: AICode) -> Slot? {
    for slot in slots where slot.code == code { return slot }
    return nil
  }

  /// The bytes of a value as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
