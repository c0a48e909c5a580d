/// A batch problem of the public file format: a layout and orders with the points to stop at.
///
/// Lengths are meters as decimals. Keys not named here, such as `due` and those that begin with
/// `_`, are ignored.
struct FoodmartProblem: Decodable {
  struct Layout: Decodable {
    var aisles: [Double]
    var crossAisles: [Double]
  }

  /// A place in an aisle.
  struct Point: Decodable {
    var aisle: Int
    var y: Double
  }

  /// Where walks start or end: in an aisle, or off the grid with the ways onto it.
  struct Depot: Decodable {
    struct Link: Decodable {
      var aisle: Int
      var y: Double
      var length: Double
    }

    var aisle: Int?
    var y: Double?
    var links: [Link]?

    /// The nearest point of the grid; of several the first.
    var nearest: Point? {
      if let aisle, let y { return Point(aisle: aisle, y: y) }
      let link = links?.min { $0.length < $1.length }
      return link.map { Point(aisle: $0.aisle, y: $0.y) }
    }
  }

  struct Order: Decodable {
    var id: String
    var size: Int
    var stops: [Point]
  }

  var layout: Layout
  var start: Depot
  var end: Depot
  var capacity: Int
  var orders: [Order]
}
