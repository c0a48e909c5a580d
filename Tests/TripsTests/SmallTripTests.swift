import Foundation
import Testing
import Trips

/// Every trip over the small world, at every depth.
struct SmallTripTests {
  static let inProcess: [Floors.Depth] = [.memory, .sqlite]

  @Test(arguments: Floors.files, inProcess)
  func passes(_ file: String, _ depth: Floors.Depth) throws {
    let result = try Floors.play(Trip(contentsOf: "\(Floors.trips)/\(file)"), depth)
    #expect(result.passed, "\(depth): \(result.failure?.description ?? "")")
  }
}
