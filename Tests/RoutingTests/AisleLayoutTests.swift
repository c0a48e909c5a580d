import Foundation
import Routing
import Testing

@Suite struct AisleLayoutTests {
  @Test(arguments: [
    ([], [0, 10]), ([0], []), ([0], [5]), ([0, 0], [0, 10]), ([5, 3], [0, 10]), ([0], [10, 10]),
    ([0], [10, 0]), ([0, Int.max], [0, 10]), ([0], [Int.min, 0]),
  ])
  func badGeometryIsRefused(aisles: [Int], crossAisles: [Int]) {
    let error = #expect(throws: RoutingError.self) {
      try AisleLayout(aisles: aisles, crossAisles: crossAisles)
    }
    #expect(error?.code == .geometry)
    #expect(error?.description.contains("expected") == true)
  }

  @Test func decodingRefusesBadGeometry() throws {
    let good = Data(#"{"aisles":[0,3000],"crossAisles":[0,9000]}"#.utf8)
    let bad = Data(#"{"aisles":[0,3000],"crossAisles":[0]}"#.utf8)
    let layout = try JSONDecoder().decode(AisleLayout.self, from: good)
    #expect(try layout == AisleLayout(aisles: [0, 3000], crossAisles: [0, 9000]))
    let again = try JSONDecoder().decode(
      AisleLayout.self, from: try JSONEncoder().encode(layout))
    #expect(again == layout)
    #expect(throws: RoutingError.self) { try JSONDecoder().decode(AisleLayout.self, from: bad) }
  }

  @Test(arguments: 1...60)
  func distanceIsTheShortestWayInTheGraph(seed: Int) throws {
    var maker = RequestMaker(seed: seed)
    let layout = try maker.layout(crossAisles: 2 + seed % 3, mostAisles: 4)
    let places = (0..<5).map { _ in maker.point(on: layout) }
    let graph = WalkwayGraph(layout, places)
    for a in places {
      for b in places { #expect(try layout.distance(a, b) == graph.distance(a, b)) }
    }
  }

  @Test func placesBesideTheGridAreReachedByTheBestLink() throws {
    let layout = try AisleLayout(aisles: [0, 10, 20], crossAisles: [0, 100])
    let dock = Place.offGrid([
      Link(aisle: 0, y: 0, length: 7), Link(aisle: 2, y: 0, length: 3),
    ])
    let other = Place.offGrid([Link(aisle: 0, y: 0, length: 1)])
    #expect(try layout.distance(dock, .aisle(0, y: 40)) == 47)
    #expect(try layout.distance(.aisle(1, y: 0), dock) == 13)
    #expect(try layout.distance(dock, other) == 8)
    #expect(try layout.distance(dock, dock) == 0)
    #expect(try layout.length(of: [dock, .aisle(0, y: 40), .aisle(2, y: 0), dock]) == 110)
  }

  @Test(arguments: [
    Place.aisle(-1, y: 0), .aisle(2, y: 0), .aisle(0, y: -1), .aisle(0, y: 101), .offGrid([]),
    .offGrid([Link(aisle: 0, y: 101, length: 1)]), .offGrid([Link(aisle: 0, y: 0, length: -1)]),
  ])
  func placesOffTheFloorAreRefused(place: Place) throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let here = Place.aisle(0, y: 0)
    #expect(throws: RoutingError.self) { try layout.distance(here, place) }
    #expect(throws: RoutingError.self) { try layout.length(of: [here, place]) }
    #expect(throws: RoutingError.self) {
      try TourRequest(layout: layout, start: place, end: nil, stops: [])
    }
    #expect(throws: RoutingError.self) {
      try TourRequest(layout: layout, start: here, end: place, stops: [])
    }
    let error = #expect(throws: RoutingError.self) {
      try TourRequest(layout: layout, start: here, end: nil, stops: [here, place])
    }
    #expect(error?.code == .place)
    #expect(error?.description.contains("stop 1") == true)
  }

  @Test func stopsBesideTheGridAreRefused() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 100])
    let dock = Place.offGrid([Link(aisle: 0, y: 0, length: 1)])
    #expect(throws: RoutingError.self) {
      try TourRequest(layout: layout, start: dock, end: dock, stops: [dock])
    }
  }
}
