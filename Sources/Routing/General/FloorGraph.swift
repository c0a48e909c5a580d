/// A floor of named nodes joined by walkways with lengths.
public struct FloorGraph: Hashable, Sendable {
  /// A walkway between two nodes.
  public struct Edge: Hashable, Sendable {
    /// The node it begins at.
    public let from: String
    /// The node it ends at.
    public let to: String
    /// Its length, in millimeters.
    public let length: Int

    /// A walkway; the graph that takes it up checks it.
    public init(from: String, to: String, length: Int) {
      self.from = from
      self.to = to
      self.length = length
    }
  }

  /// The walkways walked in both directions.
  public let edges: [Edge]
  /// The walkways walked from `from` to `to` only.
  public let oneWay: [Edge]
  /// The names of the nodes, as they first appear.
  public let nodes: [String]

  let numbers: [String: Int]

  /// A graph from its walkways; several may join the same nodes.
  ///
  /// - Throws: `RoutingError` with code `geometry` where there is no walkway at all, or where a
  ///   length is negative or too large.
  public init(edges: [Edge], oneWay: [Edge] = []) throws(RoutingError) {
    guard !edges.isEmpty || !oneWay.isEmpty else {
      throw RoutingError(.geometry, "graph has no edge: expected one or more")
    }
    var nodes: [String] = []
    var numbers: [String: Int] = [:]
    for (list, what) in [(edges, "edge"), (oneWay, "one-way edge")] {
      for (index, edge) in list.enumerated() {
        guard (0...AisleLayout.farthest).contains(edge.length) else {
          throw RoutingError(
            .geometry,
            "\(what) \(index) is \(edge.length) mm long: expected 0 to \(AisleLayout.farthest)")
        }
        for name in [edge.from, edge.to] where numbers[name] == nil {
          numbers[name] = nodes.count
          nodes.append(name)
        }
      }
    }
    self.edges = edges
    self.oneWay = oneWay
    self.nodes = nodes
    self.numbers = numbers
  }
}

extension FloorGraph {
  /// Whether an edge names a node.
  public func contains(_ node: String) -> Bool { numbers[node] != nil }
}
