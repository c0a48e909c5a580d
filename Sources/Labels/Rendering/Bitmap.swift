/// A rectangle of dots, black or white, packed as printers take them: first dot in the highest bit.
struct Bitmap: Sendable, Equatable {
  let width: Int
  let height: Int
  let bytesPerRow: Int
  /// The rows from the top; a set bit is black, the bits beyond `width` are clear.
  private(set) var bytes: [UInt8]

  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.bytesPerRow = (self.width + 7) / 8
    self.bytes = Array(repeating: 0, count: bytesPerRow * self.height)
  }

  subscript(x: Int, y: Int) -> Bool {
    get { bytes[y * bytesPerRow + x >> 3] & (0x80 >> UInt8(x & 7)) != 0 }
    set {
      let mask: UInt8 = 0x80 >> UInt8(x & 7)
      if newValue {
        bytes[y * bytesPerRow + x >> 3] |= mask
      } else {
        bytes[y * bytesPerRow + x >> 3] &= ~mask
      }
    }
  }

  /// Blackens a rectangle; what lies outside is left out.
  mutating func fill(_ rectangle: DotRect) {
    let columns = max(0, rectangle.x)..<max(0, min(width, rectangle.x + rectangle.width))
    for y in max(0, rectangle.y)..<max(max(0, rectangle.y), min(height, rectangle.maxY)) {
      for x in columns { self[x, y] = true }
    }
  }

  /// Adds the black dots of another bitmap with its corner at (x, y); what lies outside is left out.
  mutating func add(_ other: Bitmap, x: Int, y: Int) {
    for row in 0..<other.height where (0..<height).contains(y + row) {
      for column in 0..<other.width where (0..<width).contains(x + column) {
        if other[column, row] { self[x + column, y + row] = true }
      }
    }
  }

  /// The smallest rectangle around all black dots, nil when there are none.
  var inkBounds: DotRect? {
    var left = width
    var right = -1
    var top = height
    var bottom = -1
    for y in 0..<height {
      let row = bytes[y * bytesPerRow..<(y + 1) * bytesPerRow]
      guard let first = row.firstIndex(where: { $0 != 0 }),
        let last = row.lastIndex(where: { $0 != 0 })
      else { continue }
      top = min(top, y)
      bottom = y
      left = min(left, (first - row.startIndex) * 8 + bytes[first].leadingZeroBitCount)
      right = max(right, (last - row.startIndex) * 8 + 7 - bytes[last].trailingZeroBitCount)
    }
    guard right >= 0 else { return nil }
    return DotRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The part inside a rectangle, which must lie inside the bitmap.
  func cropped(to rectangle: DotRect) -> Bitmap {
    var result = Bitmap(width: rectangle.width, height: rectangle.height)
    for y in 0..<rectangle.height {
      for x in 0..<rectangle.width where self[rectangle.x + x, rectangle.y + y] {
        result[x, y] = true
      }
    }
    return result
  }
}

/// A rectangle of whole dots.
struct DotRect: Sendable, Equatable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var maxX: Int { x + width }
  var maxY: Int { y + height }
}
