/// Why a layout made no label.
///
/// `description` is one line: what, where, what was expected. The fields say the same to a program.
public struct LabelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong; more may come.
  public struct Code: Sendable, Equatable {
    private let name: String
    /// A symbol with its quiet zone is wider or higher than its place.
    public static let symbolDoesNotFit = Code(name: "symbolDoesNotFit")
    /// The data cannot be said in that symbology.
    public static let symbolNotEncodable = Code(name: "symbolNotEncodable")
    /// No installed font can draw a character.
    public static let missingGlyph = Code(name: "missingGlyph")
    /// An element lies partly off the paper.
    public static let outsideLabel = Code(name: "outsideLabel")
    /// Something lies on a symbol or in its quiet zone.
    public static let symbolCovered = Code(name: "symbolCovered")
    /// Not even one line of text fits its box.
    public static let noRoomForText = Code(name: "noRoomForText")
    /// A field the template needs is absent or empty.
    public static let missingField = Code(name: "missingField")
    /// The value of a field is not as the carrier or the template wants it.
    public static let badField = Code(name: "badField")
    /// The data are no JSON object of fields.
    public static let badData = Code(name: "badData")
    /// A graphics library failed.
    public static let drawing = Code(name: "drawing")
  }

  /// What went wrong.
  public var code: Code
  /// The name of the element, or of the label when it is about the whole.
  public var element: String
  /// The room needed in millimeters, if it is about room.
  public var needed: Double?
  /// The room there is in millimeters, if it is about room.
  public var available: Double?
  /// The characters it is about, if any.
  public var characters: [Character]
  private var sentence: String

  init(
    _ code: Code, element: String, needed: Double? = nil, available: Double? = nil,
    characters: [Character] = [], _ sentence: String
  ) {
    self.code = code
    self.element = element
    self.needed = needed
    self.available = available
    self.characters = characters
    self.sentence = sentence
  }

  /// One line for people.
  public var description: String {
    switch code {
    case .missingField, .badField: "label field '\(element)': \(sentence)"
    case .badData: "label data: \(sentence)"
    default: "label element '\(element)': \(sentence)"
    }
  }
}

extension LabelError {
  /// Tenths of a millimeter, rounded up or down so that "needs" never reads the same as "has".
  static func text(_ millimeters: Double, rounding: FloatingPointRoundingRule) -> String {
    "\((millimeters * 10).rounded(rounding) / 10) mm"
  }

  static func symbolDoesNotFit(
    _ block: Label.SymbolBlock, side: String, needed: Double, available: Double
  ) -> LabelError {
    LabelError(
      .symbolDoesNotFit, element: block.name, needed: needed, available: available,
      "\(block.symbology.displayName) needs \(text(needed, rounding: .up)) of \(side) with its quiet"
        + " zone, its place has \(text(available, rounding: .down))")
  }

  static func missingGlyph(_ element: String, _ characters: [Character]) -> LabelError {
    let list = characters.map { character in
      let codes = character.unicodeScalars.map {
        "U+" + String($0.value, radix: 16, uppercase: true)
      }
      return "\(character) (\(codes.joined(separator: " ")))"
    }
    return LabelError(
      .missingGlyph, element: element, characters: characters,
      "no installed font can draw \(list.joined(separator: ", "))")
  }
}
