/// A rectangle of whole dots.
struct DotRect: Sendable, Equatable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var maxX: Int { x + width }
  var maxY: Int { y + height }

  /// The part two rectangles share; empty when they share none.
  func intersection(_ other: DotRect) -> DotRect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return DotRect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }
}
