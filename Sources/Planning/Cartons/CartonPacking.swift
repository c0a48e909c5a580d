import Warehouse

/// Puts pieces into one carton, each where an earlier one left a corner free.
///
/// Extreme points (Crainic, Perboli & Tadei 2008): the first piece lies in the corner; each piece
/// offers three new corners, pushed down and back until they meet something. A piece lies at the
/// lowest, then the nearest corner it fits into, on the floor or on at least half of its base, so
/// that what is drawn can be packed. A heuristic: what it packs fits; what it does not pack may.
///
/// - Complexity: O(n^3) for n pieces.
struct CartonPacking {
  /// A piece in its place.
  struct Piece: Hashable {
    /// Which item it is of.
    var item: Int
    var x: Int
    var y: Int
    var z: Int
    var size: Dimensions

    fileprivate var right: Int { x + size.length }
    fileprivate var back: Int { y + size.width }
    fileprivate var top: Int { z + size.height }

    fileprivate func meets(_ other: Piece) -> Bool {
      x < other.right && other.x < right && y < other.back && other.y < back
        && z < other.top && other.z < top
    }
  }

  private struct Corner: Hashable {
    var x: Int
    var y: Int
    var z: Int
  }

  let inside: Dimensions
  private(set) var pieces: [Piece] = []
  private var corners: Set<Corner> = [Corner(x: 0, y: 0, z: 0)]

  init(inside: Dimensions) { self.inside = inside }

  /// Puts one more piece in, where there is a place for it.
  mutating func put(_ item: Int, poses: [Dimensions]) -> Bool {
    let sorted = corners.sorted { ($0.z, $0.y, $0.x) < ($1.z, $1.y, $1.x) }
    for corner in sorted {
      var best: Piece?
      for pose in poses {
        let piece = Piece(item: item, x: corner.x, y: corner.y, z: corner.z, size: pose)
        guard fits(piece) else { continue }
        // The pose that leaves the flattest layer.
        if pose.height < best?.size.height ?? .max { best = piece }
      }
      if let best {
        add(best)
        return true
      }
    }
    return false
  }

  private func fits(_ piece: Piece) -> Bool {
    piece.right <= inside.length && piece.back <= inside.width && piece.top <= inside.height
      && !pieces.contains { $0.meets(piece) } && isCarried(piece)
  }

  private func isCarried(_ piece: Piece) -> Bool {
    guard piece.z > 0 else { return true }
    let carried = pieces.filter { $0.top == piece.z }.reduce(0) { sum, below in
      let width = min(piece.right, below.right) - max(piece.x, below.x)
      let depth = min(piece.back, below.back) - max(piece.y, below.y)
      return width > 0 && depth > 0 ? sum + width * depth : sum
    }
    return 2 * carried >= piece.size.length * piece.size.width
  }

  private mutating func add(_ piece: Piece) {
    pieces.append(piece)
    corners.remove(Corner(x: piece.x, y: piece.y, z: piece.z))
    let offered = [
      Corner(x: piece.right, y: piece.y, z: piece.z), Corner(x: piece.x, y: piece.back, z: piece.z),
      Corner(x: piece.x, y: piece.y, z: piece.top),
    ]
    for corner in offered {
      corners.insert(corner)
      corners.insert(pushed(corner))
    }
    corners = corners.filter { corner in
      corner.x < inside.length && corner.y < inside.width && corner.z < inside.height
        && !pieces.contains {
          $0.x <= corner.x && corner.x < $0.right && $0.y <= corner.y && corner.y < $0.back
            && $0.z <= corner.z && corner.z < $0.top
        }
    }
  }

  /// A corner pushed left, to the front and down, until it meets a piece or a wall.
  private func pushed(_ corner: Corner) -> Corner {
    var corner = corner
    corner.x =
      pieces.filter {
        $0.right <= corner.x && $0.y <= corner.y && corner.y < $0.back && $0.z <= corner.z
          && corner.z < $0.top
      }.map(\.right).max() ?? 0
    corner.y =
      pieces.filter {
        $0.back <= corner.y && $0.x <= corner.x && corner.x < $0.right && $0.z <= corner.z
          && corner.z < $0.top
      }.map(\.back).max() ?? 0
    corner.z =
      pieces.filter {
        $0.top <= corner.z && $0.x <= corner.x && corner.x < $0.right && $0.y <= corner.y
          && corner.y < $0.back
      }.map(\.top).max() ?? 0
    return corner
  }
}
