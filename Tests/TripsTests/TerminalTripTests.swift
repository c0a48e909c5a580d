import Testing
import Trips

/// The trips on the real program in a pseudo-terminal.
@Suite(
  .serialized,
  .enabled(if: Floors.program != nil, "no built pickway: name one by PICKWAY_BIN, or build it"))
struct TerminalTripTests {
  @Test(arguments: Floors.files)
  func passes(_ file: String) throws {
    let result = try Floors.play(Trip(contentsOf: "\(Floors.trips)/\(file)"), .terminal)
    #expect(result.passed, "terminal: \(result.failure?.description ?? "")")
  }

  @Test(arguments: ["pick-and-pack.trip", "resume.trip", "short-replaced.trip"])
  func comesBackAfterEveryKill(_ file: String) throws {
    let result = try Floors.play(
      Trip(contentsOf: "\(Floors.trips)/\(file)"), .terminal, killing: true)
    #expect(result.passed, "terminal: \(result.failure?.description ?? "")")
    #expect(result.kills > 10)
  }
}
