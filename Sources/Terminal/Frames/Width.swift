/// How many columns a character takes on a terminal: 0, 1 or 2.
///
/// The table is our own, after Unicode Standard Annex #11: East Asian Wide and Fullwidth take two
/// columns, marks and format characters none, everything else one, Ambiguous included. The C
/// library's `wcwidth` depends on the locale and knows nothing beyond ASCII in the C locale.
public enum Width {
  /// The columns one scalar takes; 0 for marks, format and control characters.
  ///
  /// Complexity: O(log n) in the ranges of the table; O(1) for ASCII.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) ? 0 : 1 }
    if contains(wideRanges, value) { return 2 }
    return contains(zeroRanges, value) ? 0 : 1
  }

  /// The columns a text takes when it is put into a frame.
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of(shown($1)) }
  }

  /// Whether a text holds a character that some terminals draw one column wide and others two.
  public static func hasAmbiguousWidth(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { contains(ambiguousRanges, $0.value) }
  }

  /// The longest start of a text within a number of columns; a wide character is never halved.
  public static func prefix(_ text: some StringProtocol, columns: Int) -> String {
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      used += of(shown(scalar))
      if used > columns { break }
      result.append(scalar)
    }
    return String(result)
  }

  /// The longest end of a text within a number of columns; a wide character is never halved.
  public static func suffix(_ text: some StringProtocol, columns: Int) -> String {
    var result: [Unicode.Scalar] = []
    var used = 0
    for scalar in text.unicodeScalars.reversed() {
      used += of(shown(scalar))
      if used > columns { break }
      result.append(scalar)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: result.reversed())
    return String(text)
  }

  /// A text within a number of columns: whole when it fits, else its start and `..`.
  public static func cut(_ text: String, columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 2 else { return prefix(text, columns: columns) }
    return prefix(text, columns: columns - 2) + ".."
  }

  /// A scalar as a frame shows it: control characters become `?`, a tab a space.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : scalar
  }

  private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }
}
