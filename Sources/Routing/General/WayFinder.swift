/// Shortest ways from some nodes of a network to all others (Dijkstra 1959) with a binary heap.
///
/// Invariant: a node taken off the heap with its own distance is settled, its distance final.
/// Ties go to the node entered first, so that ways are the same everywhere.
struct WayFinder {
  /// What no way is as long as.
  static let unreachable = 1 << 48

  private let network: FloorNetwork
  /// The distance of each node from the nearest source; valid for settled nodes.
  private(set) var distances: [Int]
  /// The node before each on its way, -1 at a source.
  private(set) var parents: [Int]
  private var heap: [(distance: Int, node: Int)] = []

  init(_ network: FloorNetwork) {
    self.network = network
    distances = [Int](repeating: Self.unreachable, count: network.points.count)
    parents = [Int](repeating: -1, count: network.points.count)
  }

  /// Finds the shortest ways from any of the sources, up to the first settled of `targets`.
  ///
  /// - Returns: the target reached most cheaply, the way there and on by its own length counted;
  ///   nil where none is reachable or none was given.
  /// - Complexity: O(arcs * log(nodes)).
  @discardableResult
  mutating func search(
    from sources: [Door], to targets: [Door] = []
  ) -> (target: Door, length: Int)? {
    for node in distances.indices { distances[node] = Self.unreachable }
    for node in parents.indices { parents[node] = -1 }
    heap.removeAll(keepingCapacity: true)
    for source in sources where source.length < distances[source.node] {
      distances[source.node] = source.length
      push(source.length, source.node)
    }
    var best: (target: Door, length: Int)?
    while let (distance, node) = pop() {
      guard distance == distances[node] else { continue }
      if let best, best.length <= distance { break }
      for target in targets where target.node == node {
        if distance + target.length < best?.length ?? Self.unreachable {
          best = (target, distance + target.length)
        }
      }
      for index in network.firstArc[node]..<network.firstArc[node + 1] {
        let arc = network.arcs[index]
        let length = distance + arc.length
        if length < distances[arc.head] {
          distances[arc.head] = length
          parents[arc.head] = node
          push(length, arc.head)
        }
      }
    }
    return best
  }

  /// The nodes of the way found to a node, its source first.
  func way(to node: Int) -> [Int] {
    var way = [node]
    while parents[way[way.count - 1]] >= 0 { way.append(parents[way[way.count - 1]]) }
    return way.reversed()
  }

  private mutating func push(_ distance: Int, _ node: Int) {
    heap.append((distance, node))
    var place = heap.count - 1
    while place > 0 {
      let above = (place - 1) / 2
      guard heap[place].distance < heap[above].distance else { return }
      heap.swapAt(place, above)
      place = above
    }
  }

  private mutating func pop() -> (Int, Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for below in (2 * place + 1)...(2 * place + 2) where below < heap.count {
        if heap[below].distance < heap[least].distance { least = below }
      }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }
}

/// A node by which a place is reached or left, and what walking beside the network costs.
struct Door: Hashable {
  let node: Int
  let length: Int
  /// Which of the place's links it is, nil on the grid.
  let link: Int?
}

extension FloorNetwork {
  /// All doors of a place: its own nodes, or those its links join.
  func doors(of place: WalkPlace) -> [Door] {
    switch place {
    case .at(let point): nodes(at: point).map { Door(node: $0, length: 0, link: nil) }
    case .offGrid(let links):
      links.enumerated().flatMap { index, link in
        nodes(at: link.point).map { Door(node: $0, length: link.length, link: index) }
      }
    }
  }
}
