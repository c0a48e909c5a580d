/// Text from outside made fit for a screen, a label or a report.
public enum Cleaned {
  /// The text without what cannot be seen and may do harm.
  ///
  /// Gone are control characters (C0, C1, DEL), the controls of writing direction, zero-width
  /// characters other than the two joiners, invisible tags and noncharacters. A line break or a tab
  /// becomes one space.
  public static func text(_ raw: String) -> String {
    if raw.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return raw }
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      if isBreak(scalar) {
        if !(scalar == "\n" && previous == "\r") { scalars.append(" ") }
      } else if !isHidden(scalar) {
        scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }

  /// The cleaned text without spaces at its ends, the ideographic space included.
  public static func trimmed(_ raw: String) -> String {
    let clean = text(raw)
    guard let first = clean.unicodeScalars.first, let last = clean.unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return clean }
    var scalars = clean.unicodeScalars[...]
    while let scalar = scalars.first, isSpace(scalar) { scalars.removeFirst() }
    while let scalar = scalars.last, isSpace(scalar) { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether U+FFFD stands in the text for what could not be read.
  static func isDamaged(_ text: String) -> Bool {
    // Its first byte is rare and quickly looked for.
    text.utf8.contains(0xEF) && text.unicodeScalars.contains("\u{FFFD}")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F: true
    case 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE007F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
