/// One column of a frame: a character of width 1, the left half of one of width 2, or its right.
public struct Cell: Hashable, Sendable {
  /// A character with the marks that join it; a space where the cell is a trailing half.
  public var character: Character
  /// The columns the character takes: 1 or 2, and 0 for a trailing half.
  public var width: Int
  /// How it is drawn; a trailing half has the attributes of its character.
  public var attributes: Attributes

  /// Makes a cell; the width is the character's own.
  public init(_ character: Character, _ attributes: Attributes = []) {
    self.character = character
    self.width = max(1, Width.of(String(character)))
    self.attributes = attributes
  }

  /// An empty cell.
  public static let blank = Cell(" ")

  /// The right half of a wide character.
  public static func trailing(_ attributes: Attributes = []) -> Cell {
    var cell = Cell(" ", attributes)
    cell.width = 0
    return cell
  }

  /// Whether this is the right half of a wide character.
  public var isTrailing: Bool { width == 0 }

  /// Whether nothing is seen here: a blank whose attributes do not show.
  var isBare: Bool {
    character == " " && !isTrailing && attributes.isDisjoint(with: [.reverse, .underline])
  }
}
