import Foundation
import Testing
import Trips

/// The acceptance test of the house: power is lost after every single input.
struct KilledTripTests {
  /// A shadow that came back says so where it marked itself as one.
  private static let files = Floors.files.filter { $0 != "shadow.trip" }

  @Test(arguments: files, SmallTripTests.inProcess)
  func comesBackAfterEveryInput(_ file: String, _ depth: Floors.Depth) throws {
    let result = try Floors.play(
      Trip(contentsOf: "\(Floors.trips)/\(file)"), depth, killing: true)
    #expect(result.passed, "\(depth): \(result.failure?.description ?? "")")
  }
}
