import Routing

/// A layout as the public problems write it.
struct PublicLayout: Decodable {
  let aisles: [Double]
  let crossAisles: [Double]

  func layout() throws -> AisleLayout {
    try AisleLayout(
      aisles: aisles.map(PublicData.millimeters),
      crossAisles: crossAisles.map(PublicData.millimeters))
  }
}

/// A point as the public problems write it.
struct PublicPoint: Decodable {
  struct Joint: Decodable {
    let aisle: Int
    let y: Double
    let length: Double
  }

  let aisle: Int?
  let y: Double?
  let links: [Joint]?

  var place: Place {
    if let aisle, let y { return .aisle(aisle, y: PublicData.millimeters(y)) }
    return .offGrid(
      (links ?? []).map {
        Link(
          aisle: $0.aisle, y: PublicData.millimeters($0.y),
          length: PublicData.millimeters($0.length))
      })
  }
}

/// A route problem with its proven optimum.
struct PublicRoute: Decodable {
  struct Stop: Decodable { let at: PublicPoint }

  let layout: PublicLayout
  let start: PublicPoint
  let end: PublicPoint
  let stops: [Stop]
  let _name: String
  let _optimum: Double

  func request() throws -> TourRequest {
    try TourRequest(
      layout: layout.layout(), start: start.place, end: end.place, stops: stops.map(\.at.place))
  }
}

/// A batch problem; where one cart takes all orders, its best value is that of one tour.
struct PublicBatch: Decodable {
  struct Order: Decodable {
    let size: Int
    let stops: [PublicPoint]
  }

  let layout: PublicLayout
  let start: PublicPoint
  let end: PublicPoint
  let capacity: Int
  let orders: [Order]
  let _name: String
  let _best: Double?
  let _proven: Bool?

  func request() throws -> TourRequest {
    try TourRequest(
      layout: layout.layout(), start: start.place, end: end.place,
      stops: orders.flatMap(\.stops).map(\.place))
  }
}
