/// How a cell is drawn besides its character.
///
/// Meaning is carried by words, `bold` and `reverse`; the colours are decoration and are dropped
/// at the driver where the terminal has none or `NO_COLOR` is set.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit an attribute; the same bits as `CTerminal`'s.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Heavier strokes.
  public static let bold = Attributes(rawValue: 1 << 0)
  /// Fainter strokes.
  public static let dim = Attributes(rawValue: 1 << 1)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 1 << 2)
  /// A line under the character.
  public static let underline = Attributes(rawValue: 1 << 3)
  /// The accent colour, cyan: the walk on the map.
  public static let accent = Attributes(rawValue: 1 << 4)
  /// The colour of what worked, green.
  public static let good = Attributes(rawValue: 1 << 5)
  /// The colour of what wants a look, yellow.
  public static let warn = Attributes(rawValue: 1 << 6)
  /// The colour of what was refused, red.
  public static let bad = Attributes(rawValue: 1 << 7)

  /// All the colours: what monochrome drops.
  public static let colors: Attributes = [.accent, .good, .warn, .bad]
}
