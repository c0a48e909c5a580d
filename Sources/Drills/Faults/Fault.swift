/// A fault of a drill: its kind and where it is.
public struct Fault: Hashable, Codable, Sendable {
  /// The kind.
  public var kind: FaultKind
  /// The bin it is about.
  public var bin: String?
  /// Another bin or product.
  public var with: String?
  /// The product.
  public var sku: String?
  /// How many pieces, or the other slot.
  public var by: Int?
  /// The slot of the cart or the wall.
  public var slot: Int?
  /// The order's number in the drill, from 1.
  public var order: Int?
  /// After how many picks or scans.
  public var after: Int?
  /// The line of the drill's file it stands in.
  public var line: Int

  /// Makes a fault.
  public init(_ kind: FaultKind, line: Int = 0) {
    self.kind = kind
    self.line = line
  }
}
