/// What the part of a tour left of a line says about its continuation right of it.
///
/// The line cuts the cross-aisles; where it cuts cross-aisle j lies the vertex j, the junction
/// last reached there. All that matters of the part walked so far is which vertices it touches, the
/// parity of their degrees, and which of them it connects: the equivalence classes of Ratliff &
/// Rosenthal 1983 (Operations Research 31:507; 2 cross-aisles, 5 classes besides `untouched` and
/// `done`), of Roodbergen & de Koster 2001 (3 cross-aisles, 23 classes), and so on for any number.
///
/// The parities also count a half-edge where the walk starts and one where it ends, so that a
/// component is odd while it holds one of the two; that is all an open tour needs, since a
/// component cannot be completed while it is odd.
///
/// Four bits a vertex: 0 for an untouched one, else the component's label (from 1, by first
/// occurrence) and the parity. Operations that lead to no tour give nil.
struct FrontierClass: Hashable {
  let code: UInt32

  /// The most vertices that fit.
  static let mostVertices = 7

  /// Nothing walked yet.
  static let untouched = FrontierClass(code: 0)
  /// The tour is complete and lies left of the line.
  static let done = FrontierClass(code: .max)

  /// Larger than any label in use when a vertex is yet untouched.
  private static let freshLabel: UInt32 = 7

  func isTouched(_ vertex: Int) -> Bool { cell(vertex) != 0 && self != .done }

  func isOdd(_ vertex: Int) -> Bool { cell(vertex) & 1 == 1 && self != .done }

  /// How many components hold an odd number of odd vertices: 0, 1 or 2 in a tour.
  var oddComponents: Int {
    guard self != .done else { return 0 }
    var parities: UInt32 = 0
    for vertex in 0..<Self.mostVertices where isOdd(vertex) { parities ^= 1 << label(vertex) }
    return parities.nonzeroBitCount
  }

  /// With the vertex touched by a walk there and back, or by a stop at it.
  func touching(_ vertex: Int) -> FrontierClass? {
    guard self != .done else { return nil }
    return isTouched(vertex) ? self : setting(vertex, to: Self.freshLabel << 1).canonical
  }

  /// With one more edge, or the walk's start or end, at the vertex.
  func flipping(_ vertex: Int) -> FrontierClass? {
    guard let touched = touching(vertex) else { return nil }
    return touched.setting(vertex, to: touched.cell(vertex) ^ 1)
  }

  /// With a way there and back between the vertex and the next one.
  func joining(_ vertex: Int) -> FrontierClass? {
    guard let touched = touching(vertex)?.touching(vertex + 1) else { return nil }
    let (kept, gone) = (touched.label(vertex), touched.label(vertex + 1))
    var joined = touched
    for other in 0..<Self.mostVertices where touched.label(other) == gone {
      joined = joined.setting(other, to: kept << 1 | touched.cell(other) & 1)
    }
    return joined.canonical
  }

  /// With one way between the vertex and the next one.
  func traversing(_ vertex: Int) -> FrontierClass? {
    joining(vertex)?.flipping(vertex)?.flipping(vertex + 1)
  }

  /// With the line moved past the vertex, from which nothing leads on.
  func leaving(_ vertex: Int) -> FrontierClass? {
    guard isTouched(vertex) else { return self }
    guard !isOdd(vertex) else { return nil }
    let left = setting(vertex, to: 0)
    let goesOn = (0..<Self.mostVertices).contains { left.label($0) == label(vertex) }
    if goesOn { return left.canonical }
    return left == .untouched ? .done : nil
  }

  private func cell(_ vertex: Int) -> UInt32 { code >> UInt32(4 * vertex) & 15 }

  private func label(_ vertex: Int) -> UInt32 { cell(vertex) >> 1 }

  private func setting(_ vertex: Int, to cell: UInt32) -> FrontierClass {
    let shift = UInt32(4 * vertex)
    return FrontierClass(code: code & ~(15 << shift) | cell << shift)
  }

  /// With the labels numbered from 1 by first occurrence.
  private var canonical: FrontierClass {
    var names: UInt32 = 0
    var next: UInt32 = 1
    var renamed: UInt32 = 0
    for vertex in 0..<Self.mostVertices where cell(vertex) != 0 {
      let shift = 4 * label(vertex)
      var name = names >> shift & 15
      if name == 0 {
        name = next
        next += 1
        names |= name << shift
      }
      renamed |= (name << 1 | cell(vertex) & 1) << UInt32(4 * vertex)
    }
    return FrontierClass(code: renamed)
  }
}
