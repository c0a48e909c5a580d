/// A junction by its aisle, counted from the first in question, and its cross-aisle.
///
/// One number, so that a trail of them takes no division to read.
struct JunctionPlace: BitwiseCopyable {
  private let number: Int32

  private init(number: Int32) { self.number = number }

  @inline(__always)
  init(column: Int, cross: Int) {
    number = Int32(truncatingIfNeeded: column << 3 | cross)
  }

  @inline(__always)
  var column: Int { Int(number >> 3) }
  @inline(__always)
  var cross: Int { Int(number & 7) }
  @inline(__always)
  var up: JunctionPlace { JunctionPlace(number: number &+ 1) }
  @inline(__always)
  var down: JunctionPlace { JunctionPlace(number: number &- 1) }
  @inline(__always)
  var right: JunctionPlace { JunctionPlace(number: number &+ 8) }
  @inline(__always)
  var left: JunctionPlace { JunctionPlace(number: number &- 8) }
}
