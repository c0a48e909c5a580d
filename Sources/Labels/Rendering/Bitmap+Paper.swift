extension Bitmap {
  /// Rectangles as dots, with the place of the corner on the label.
  static func drawn(_ bars: [DotRect]) -> (bitmap: Bitmap, x: Int, y: Int) {
    let left = bars.map(\.x).min() ?? 0
    let top = bars.map(\.y).min() ?? 0
    let right = bars.map(\.maxX).max() ?? 0
    let bottom = bars.map(\.maxY).max() ?? 0
    var bitmap = Bitmap(width: right - left, height: bottom - top)
    for bar in bars {
      bitmap.fill(DotRect(x: bar.x - left, y: bar.y - top, width: bar.width, height: bar.height))
    }
    return (bitmap, left, top)
  }

  /// The black part of a bitmap that lies at (x, y) of a label, with its own place; nil when nothing of
  /// it is black.
  ///
  /// What is left of or above the paper is cut off: no printer takes a negative place.
  func inkOnPaper(x: Int, y: Int) -> (bitmap: Bitmap, x: Int, y: Int)? {
    guard let all = inkBounds else { return nil }
    let left = max(all.x, -x)
    let top = max(all.y, -y)
    guard left < all.maxX, top < all.maxY else { return nil }
    let ink = DotRect(x: left, y: top, width: all.maxX - left, height: all.maxY - top)
    return (cropped(to: ink), x + left, y + top)
  }
}
