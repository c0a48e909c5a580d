/// A point of a floor: in an aisle of a layout, or a node of a graph.
public enum WalkPoint: Hashable, Sendable {
  /// The index of an aisle and a y in millimeters, from the first cross-aisle to the last.
  case aisle(Int, y: Int)
  /// The name of a node.
  case node(String)
}

extension WalkPoint: CustomStringConvertible {
  /// The point in words.
  public var description: String {
    switch self {
    case .aisle(let aisle, let y): "aisle \(aisle), y \(y) mm"
    case .node(let name): "node \"\(name)\""
    }
  }
}
