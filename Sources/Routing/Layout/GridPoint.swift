/// A point of the grid, known to lie on the layout it is used with.
struct GridPoint: Hashable, Comparable {
  let aisle: Int
  let y: Int

  static func < (a: GridPoint, b: GridPoint) -> Bool {
    a.aisle != b.aisle ? a.aisle < b.aisle : a.y < b.y
  }
}
