/// The length of the shortest round on a floor of one block: Ratliff & Rosenthal 1983 as published,
/// with their seven classes as seven numbers.
///
/// The same as `TourSweep` finds, in a tenth of the time; batching asks for it by the million.
/// A class is named for the lower and the upper vertex: untouched (`0`), of odd (`U`) or of even
/// (`E`) degree, and for the number of components where that is not clear.
struct OneBlockRound {
  private static let never = CellCosts.never

  /// Where the classes stand in a vector of the sweep: the order of `FrontierTable`.
  enum Number {
    static let untouched = 0
    static let evenNone = 1
    static let noneEven = 2
    static let evenEvenJoined = 3
    static let oddOdd = 4
    static let evenEvenApart = 5
    static let done = 6
  }

  private var untouched = 0
  private var done = never
  private var oddOdd = never
  private var evenNone = never
  private var noneEven = never
  private var evenEvenJoined = never
  private var evenEvenApart = never

  private init() {}

  /// The classes as they stand in a vector of the sweep.
  @inline(__always)
  init(_ vector: UnsafePointer<Int>) {
    untouched = vector[Number.untouched]
    evenNone = vector[Number.evenNone]
    noneEven = vector[Number.noneEven]
    evenEvenJoined = vector[Number.evenEvenJoined]
    oddOdd = vector[Number.oddOdd]
    evenEvenApart = vector[Number.evenEvenApart]
    done = vector[Number.done]
  }

  @inline(__always)
  func store(to vector: UnsafeMutablePointer<Int>) {
    vector[Number.untouched] = untouched
    vector[Number.evenNone] = evenNone
    vector[Number.noneEven] = noneEven
    vector[Number.evenEvenJoined] = evenEvenJoined
    vector[Number.oddOdd] = oddOdd
    vector[Number.evenEvenApart] = evenEvenApart
    vector[Number.done] = done
  }

  /// - Complexity: O(aisles).
  static func length(_ input: SweepInput) -> Int {
    var classes = OneBlockRound()
    for aisle in 0..<input.aisleCount {
      if input.required[aisle] != 0 { classes.stop(input.required[aisle]) }
      classes.pass(input.cells[aisle], input.needsTwice)
      classes.leave()
      guard aisle + 1 < input.aisleCount else { break }
      classes.advance(input.widths[aisle], input.closed?[aisle] ?? 0)
    }
    return classes.done
  }

  /// Comes by the junctions of a mask.
  private mutating func stop(_ junctions: UInt8) {
    if junctions & 1 != 0 {
      (evenNone, untouched) = (min(evenNone, untouched), Self.never)
      (evenEvenApart, noneEven) = (min(evenEvenApart, noneEven), Self.never)
    }
    if junctions & 2 != 0 {
      (noneEven, untouched) = (min(noneEven, untouched), Self.never)
      (evenEvenApart, evenNone) = (min(evenEvenApart, evenNone), Self.never)
    }
    done = Self.never
  }

  @inline(__always)
  mutating func pass(_ cell: CellCosts, _ needsTwice: Bool) {
    let (low, high, once) = (cell.low, cell.high, cell.once)
    let either = min(min(low, high), min(cell.none, cell.split))
    let before = self
    let apart = min(min(before.evenNone, before.noneEven), before.evenEvenApart)
    oddOdd = min(
      before.oddOdd &+ either, min(min(apart, before.untouched), before.evenEvenJoined) &+ once)
    evenEvenJoined = min(before.evenEvenJoined &+ either, before.oddOdd &+ once)
    evenEvenApart = min(
      min(before.evenEvenApart &+ either, before.untouched &+ cell.split),
      min(before.evenNone &+ min(high, cell.split), before.noneEven &+ min(low, cell.split)))
    evenNone = min(before.evenNone &+ min(cell.none, low), before.untouched &+ low)
    noneEven = min(before.noneEven &+ min(cell.none, high), before.untouched &+ high)
    untouched &+= cell.none
    done &+= cell.none
    if needsTwice {
      let joined = min(min(apart, before.untouched), before.evenEvenJoined) &+ cell.twice
      evenEvenJoined = min(evenEvenJoined, joined)
      oddOdd = min(oddOdd, before.oddOdd &+ cell.twice)
    }
  }

  @inline(__always)
  mutating func leave() {
    noneEven = min(noneEven, evenEvenJoined)
    evenNone = min(evenNone, evenEvenJoined)
    done = min(done, min(noneEven, evenNone))
  }

  @inline(__always)
  mutating func advance(_ width: Int, _ closed: UInt8) {
    oddOdd = min(Self.never, oddOdd &+ 2 &* width)
    evenNone = min(Self.never, evenNone &+ 2 &* width)
    noneEven = min(Self.never, noneEven &+ 2 &* width)
    evenEvenJoined = min(Self.never, evenEvenJoined &+ 4 &* width)
    evenEvenApart = min(Self.never, evenEvenApart &+ 4 &* width)
    untouched = min(Self.never, untouched)
    done = min(Self.never, done)
    guard closed != 0 else { return }
    (oddOdd, evenEvenJoined, evenEvenApart) = (Self.never, Self.never, Self.never)
    if closed & 1 != 0 { evenNone = Self.never }
    if closed & 2 != 0 { noneEven = Self.never }
  }
}
