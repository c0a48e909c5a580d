import Foundation
import Storage
import Testing
import Trips

/// The power goes at any instruction: right before a commit, or right after it, when what was done
/// is recorded and the handheld was never told.
struct CutTripTests {
  /// Who comes back is met otherwise: by the message that waited, by the sign-in of the next user;
  /// or nothing of it is a session's commit.
  private static let otherwise: Set<String> = [
    "board-message.trip", "change-user.trip", "pin-locked.trip",
  ]

  @Test(
    arguments: Floors.files.filter { !otherwise.contains($0) }, CutStore.Moment.allCases)
  func goesOnWhereThePowerWent(_ file: String, _ moment: CutStore.Moment) throws {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let store = CutStore(ground.store)
    let stage = CutStage(
      store,
      on: InProcessStage(
        store: store, folder: ground.folder, start: SmallWorld.start, seed: { seeds.next() }),
      moment)
    let trip = Self.slowed(try Trip(contentsOf: "\(Floors.trips)/\(file)"))
    let result = Floors.runner.run(trip, on: stage)
    #expect(result.passed, "\(moment): \(result.failure?.description ?? "")")
    #expect(stage.count > 0)
  }

  /// The trip with one scan at a time, and without tones: who lost power did not hear them.
  private static func slowed(_ trip: Trip) -> Trip {
    var slow = Trip(name: trip.name, steps: [])
    for step in trip.steps {
      switch step.verb {
      case .hear: break
      case .scan(let codes):
        for code in codes {
          slow.steps.append(
            Trip.Step(line: step.line, verb: .scan([code]), text: "scan \(code)"))
        }
      default: slow.steps.append(step)
      }
    }
    return slow
  }
}
