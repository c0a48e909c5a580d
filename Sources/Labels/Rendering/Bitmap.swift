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

  /// Packed rows, whose bits beyond the width are cleared; missing rows are white.
  init(width: Int, height: Int, rows: some Collection<UInt8>) {
    self.init(width: width, height: height)
    for (index, byte) in rows.prefix(bytes.count).enumerated() { bytes[index] = byte }
    clearPadding()
  }

  /// The dots that ink covers by `threshold` of 255 or more, from one byte a dot.
  init(
    width: Int, height: Int, coverage: UnsafePointer<UInt8>, stride: Int, threshold: UInt8,
    isInverted: Bool
  ) {
    self.init(width: width, height: height)
    let flip: UInt8 = isInverted ? 0xFF : 0
    let (columns, bytesPerRow, rows) = (self.width, self.bytesPerRow, self.height)
    // Eight dots at once: of each byte its high bit says whether it reaches the threshold, and one
    // multiplication brings the eight bits together, the first dot in the highest.
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let lift = UInt64(0x80 - min(threshold, 0x80)) &* 0x0101_0101_0101_0101
    bytes.withUnsafeMutableBufferPointer { bytes in
      for row in 0..<rows {
        let source = UnsafeRawPointer(coverage + row * stride)
        for column in 0..<bytesPerRow {
          var dots: UInt64 = 0
          let count = min(8, columns - column * 8)
          if count == 8 {
            dots = UInt64(
              littleEndian: source.loadUnaligned(fromByteOffset: column * 8, as: UInt64.self))
          } else {
            for bit in 0..<count {
              let dot = source.load(fromByteOffset: column * 8 + bit, as: UInt8.self)
              dots |= UInt64(dot) << UInt64(8 * bit)
            }
          }
          var byte: UInt8 = 0
          if dots != 0 {
            let reached = (((dots & low) &+ lift) | dots) & ~low
            byte = UInt8(truncatingIfNeeded: ((reached >> 7) &* 0x8040_2010_0804_0201) >> 56)
          }
          bytes[row * bytesPerRow + column] = byte ^ flip
        }
      }
    }
    clearPadding()
  }

  private mutating func clearPadding() {
    guard width & 7 != 0 else { return }
    let mask = ~UInt8(0xFF >> (width & 7))
    for row in 0..<height { bytes[(row + 1) * bytesPerRow - 1] &= mask }
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

  /// The whole of it.
  var bounds: DotRect { DotRect(x: 0, y: 0, width: width, height: height) }

  /// Whitens a rectangle; what lies outside is left out.
  mutating func clear(_ rectangle: DotRect) {
    set(rectangle, isBlack: false)
  }

  /// Blackens a rectangle; what lies outside is left out.
  mutating func fill(_ rectangle: DotRect) {
    set(rectangle, isBlack: true)
  }

  private mutating func set(_ rectangle: DotRect, isBlack: Bool) {
    let inside = rectangle.intersection(bounds)
    guard inside.width > 0 else { return }
    let (first, last) = (inside.x >> 3, (inside.maxX - 1) >> 3)
    let head = UInt8(0xFF >> (inside.x & 7))
    let tail = ~UInt8(truncatingIfNeeded: 0x7F >> ((inside.maxX - 1) & 7))
    for y in inside.y..<inside.y + inside.height {
      let row = y * bytesPerRow
      if !isBlack {
        bytes[row + first] &= ~(first == last ? head & tail : head)
        for byte in first + 1..<max(last, first + 1) { bytes[row + byte] = 0 }
        if last > first { bytes[row + last] &= ~tail }
      } else if first == last {
        bytes[row + first] |= head & tail
      } else {
        bytes[row + first] |= head
        for byte in first + 1..<last { bytes[row + byte] = 0xFF }
        bytes[row + last] |= tail
      }
    }
  }

  /// Adds the black dots of another bitmap with its corner at (x, y); what lies outside is left out.
  mutating func add(_ other: Bitmap, x: Int, y: Int) {
    let inside = DotRect(x: x, y: y, width: other.width, height: other.height)
      .intersection(bounds)
    guard inside.width > 0, inside.height > 0 else { return }
    let part = other.cropped(
      to: DotRect(x: inside.x - x, y: inside.y - y, width: inside.width, height: inside.height))
    let shift = inside.x & 7
    let bytesPerRow = self.bytesPerRow
    bytes.withUnsafeMutableBufferPointer { bytes in
      part.bytes.withUnsafeBufferPointer { source in
        for row in 0..<part.height {
          let target = (inside.y + row) * bytesPerRow + inside.x >> 3
          let end = (inside.y + row + 1) * bytesPerRow
          for column in 0..<part.bytesPerRow {
            let byte = source[row * part.bytesPerRow + column]
            guard byte != 0 else { continue }
            bytes[target + column] |= byte >> UInt8(shift)
            // What is shifted out of a last byte is padding.
            if shift > 0, target + column + 1 < end {
              bytes[target + column + 1] |= byte << UInt8(8 - shift)
            }
          }
        }
      }
    }
  }

  /// The smallest rectangle around all black dots, nil when there are none.
  var inkBounds: DotRect? {
    var left = width
    var right = -1
    var top = height
    var bottom = -1
    bytes.withUnsafeBufferPointer { bytes in
      for y in 0..<height {
        let start = y * bytesPerRow
        var first = 0
        while first < bytesPerRow, bytes[start + first] == 0 { first += 1 }
        guard first < bytesPerRow else { continue }
        var last = bytesPerRow - 1
        while bytes[start + last] == 0 { last -= 1 }
        top = min(top, y)
        bottom = y
        left = min(left, first * 8 + bytes[start + first].leadingZeroBitCount)
        right = max(right, last * 8 + 7 - bytes[start + last].trailingZeroBitCount)
      }
    }
    guard right >= 0 else { return nil }
    return DotRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// The part inside a rectangle, which must lie inside the bitmap.
  ///
  /// - Complexity: one step a byte of the part.
  func cropped(to rectangle: DotRect) -> Bitmap {
    if rectangle == bounds { return self }
    var result = Bitmap(width: rectangle.width, height: rectangle.height)
    let shift = rectangle.x & 7
    let (rows, columns) = (result.height, result.bytesPerRow)
    result.bytes.withUnsafeMutableBufferPointer { target in
      bytes.withUnsafeBufferPointer { bytes in
        for row in 0..<rows {
          let start = (rectangle.y + row) * bytesPerRow + rectangle.x >> 3
          let end = (rectangle.y + row + 1) * bytesPerRow
          for column in 0..<columns {
            let next = start + column + 1
            var byte = bytes[start + column] << UInt8(shift)
            if shift > 0, next < end { byte |= bytes[next] >> UInt8(8 - shift) }
            target[row * columns + column] = byte
          }
        }
      }
    }
    result.clearPadding()
    return result
  }
}
