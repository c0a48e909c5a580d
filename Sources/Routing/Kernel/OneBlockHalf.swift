/// The classes of a floor of one block while one end of the walk is in and the other is not, as six
/// numbers: beside the component with the end at most one other.
///
/// Named as in `OneBlockRound`, the odd vertex (`odd`) belonging to the end's component.
struct OneBlockHalf {
  private static let never = CellCosts.never

  /// Where the classes stand in a vector of the sweep: the order of `FrontierTable`.
  enum Number {
    static let oddNone = 0
    static let oddEvenJoined = 1
    static let noneOdd = 2
    static let evenOddJoined = 3
    static let oddEvenApart = 4
    static let evenOddApart = 5
  }

  private var oddNone: Int
  private var oddEvenJoined: Int
  private var noneOdd: Int
  private var evenOddJoined: Int
  private var oddEvenApart: Int
  private var evenOddApart: Int

  @inline(__always)
  init(_ vector: UnsafePointer<Int>) {
    oddNone = vector[Number.oddNone]
    oddEvenJoined = vector[Number.oddEvenJoined]
    noneOdd = vector[Number.noneOdd]
    evenOddJoined = vector[Number.evenOddJoined]
    oddEvenApart = vector[Number.oddEvenApart]
    evenOddApart = vector[Number.evenOddApart]
  }

  @inline(__always)
  func store(to vector: UnsafeMutablePointer<Int>) {
    vector[Number.oddNone] = oddNone
    vector[Number.oddEvenJoined] = oddEvenJoined
    vector[Number.noneOdd] = noneOdd
    vector[Number.evenOddJoined] = evenOddJoined
    vector[Number.oddEvenApart] = oddEvenApart
    vector[Number.evenOddApart] = evenOddApart
  }

  @inline(__always)
  mutating func pass(_ cell: CellCosts, _ needsTwice: Bool) {
    let (low, high, once) = (cell.low, cell.high, cell.once)
    let either = min(min(low, high), min(cell.none, cell.split))
    let twice = needsTwice ? cell.twice : Self.never
    let before = self
    oddNone = before.oddNone &+ min(cell.none, low)
    noneOdd = before.noneOdd &+ min(cell.none, high)
    let odd = min(before.oddNone, before.oddEvenApart)
    let even = min(before.noneOdd, before.evenOddApart)
    oddEvenJoined = min(
      before.oddEvenJoined &+ min(either, cell.twice),
      min(min(even, before.evenOddJoined) &+ once, odd &+ twice))
    evenOddJoined = min(
      before.evenOddJoined &+ min(either, cell.twice),
      min(min(odd, before.oddEvenJoined) &+ once, even &+ twice))
    oddEvenApart = min(
      before.oddEvenApart &+ either, before.oddNone &+ min(high, cell.split))
    evenOddApart = min(
      before.evenOddApart &+ either, before.noneOdd &+ min(low, cell.split))
  }

  @inline(__always)
  mutating func leave() {
    noneOdd = min(noneOdd, evenOddJoined)
    oddNone = min(oddNone, oddEvenJoined)
  }

  @inline(__always)
  mutating func advance(_ width: Int, _ closed: UInt8) {
    oddNone = min(Self.never, oddNone &+ width)
    noneOdd = min(Self.never, noneOdd &+ width)
    oddEvenJoined = min(Self.never, oddEvenJoined &+ 3 &* width)
    evenOddJoined = min(Self.never, evenOddJoined &+ 3 &* width)
    oddEvenApart = min(Self.never, oddEvenApart &+ 3 &* width)
    evenOddApart = min(Self.never, evenOddApart &+ 3 &* width)
    guard closed != 0 else { return }
    (oddEvenJoined, evenOddJoined) = (Self.never, Self.never)
    (oddEvenApart, evenOddApart) = (Self.never, Self.never)
    if closed & 1 != 0 { oddNone = Self.never }
    if closed & 2 != 0 { noneOdd = Self.never }
  }
}
