/// Texts as KDNiao takes them.
public enum KDNiaoText {
  /// The characters KDNiao takes in no value, and the fullwidth forms that stand in for them.
  public static let substitutes: [Character: Character] = [
    "'": "＇", "\"": "＂", "#": "＃", "&": "＆", "+": "＋", "<": "＜", ">": "＞", "%": "％",
    "\\": "＼",
  ]

  /// A text with fullwidth forms for forbidden characters and blanks for control characters.
  public static func clean(_ text: String) -> String {
    String(
      text.map { character in
        if let substitute = substitutes[character] { return substitute }
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        return isControl ? " " : character
      })
  }

  /// Whether a text holds a character KDNiao refuses.
  public static func isForbidden(_ text: String) -> Bool {
    text.contains { substitutes[$0] != nil }
  }

  /// Grams as kilograms with up to three decimals: 1230 is `1.23`.
  public static func kilograms(_ grams: Int) -> String { decimal(grams, digits: 3) }

  /// Fen as yuan with up to two decimals: 1020 is `10.2`.
  public static func yuan(_ fen: Int) -> String { decimal(fen, digits: 2) }

  /// Cubic centimeters as cubic meters with up to six decimals.
  public static func cubicMeters(_ cubicCentimeters: Int) -> String {
    decimal(cubicCentimeters, digits: 6)
  }

  private static func decimal(_ number: Int, digits: Int) -> String {
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    var fraction = padded.suffix(digits)
    while fraction.last == "0" { fraction.removeLast() }
    return padded.dropLast(digits) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
