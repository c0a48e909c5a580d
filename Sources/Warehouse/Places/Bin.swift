/// The smallest place that has a label of its own.
public struct Bin: Hashable, Codable, Sendable {
  /// What a bin is for.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// Picked from first.
    case pickFace
    /// Picked from when no pick face has enough.
    case reserve
    /// Goods wait here on their way out.
    case staging
  }

  /// On which side of the aisle a bin is, walking from the front to the back.
  public enum Side: String, Hashable, Codable, Sendable, CaseIterable {
    /// The left hand.
    case left
    /// The right hand.
    case right
  }

  /// Its code, as printed on its label.
  public var code: Code<Bin>
  /// The zone it belongs to.
  public var zone: Code<Zone>
  /// What it is for.
  public var kind: Kind
  /// The aisle it is reached from, counted from 0 in the site's layout.
  public var aisle: Int
  /// Where along the aisle it is reached, in millimetres.
  public var y: Int
  /// The side of the aisle.
  public var side: Side
  /// The level, from 1 at the floor.
  public var level: Int
  /// The digits the site gives it for a damaged label; empty when they follow from the code.
  public var checkDigits: String

  /// Makes a bin.
  public init(
    code: Code<Bin>, zone: Code<Zone>, kind: Kind, aisle: Int, y: Int, side: Side, level: Int,
    checkDigits: String = ""
  ) {
    self.code = code
    self.zone = zone
    self.kind = kind
    self.aisle = aisle
    self.y = y
    self.side = side
    self.level = level
    self.checkDigits = checkDigits
  }
}
