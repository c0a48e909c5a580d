import Foundation
import Testing
import Trips

/// The acceptance test of the house: power is lost after every single input.
struct KilledTripTests {
  @Test(arguments: Floors.files, SmallTripTests.inProcess)
  func comesBackAfterEveryInput(_ file: String, _ depth: Floors.Depth) throws {
    let result = try Floors.play(
      Trip(contentsOf: "\(Floors.trips)/\(file)"), depth, killing: true)
    #expect(result.passed, "\(depth): \(result.failure?.description ?? "")")
  }
}
