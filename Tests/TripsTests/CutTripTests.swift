import Flows
import Foundation
import Storage
import Terminal
import TestFloor
import Testing
import Trips
import Warehouse

/// The power goes at any instruction: right before a commit, or right after it, when what was done
/// is recorded and the handheld was never told.
struct CutTripTests {
  @Test(arguments: Floors.files, CutStore.Moment.allCases)
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

  @Test(arguments: CutStore.Moment.allCases)
  func whatTheDeskWroteIsReadFirst(_ moment: CutStore.Moment) throws {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let store = CutStore(ground.store)
    let stage = InProcessStage(
      store: store, folder: ground.folder, start: SmallWorld.start, seed: { seeds.next() })
    // As far as the message is written, and one step before it would be seen.
    var trip = Self.slowed(try Trip(contentsOf: "\(Floors.trips)/board-message.trip"))
    let sent = try #require(trip.steps.firstIndex { $0.text == "see Sent to B001" })
    trip.steps.removeSubrange((sent + 1)...)
    #expect(Floors.runner.run(trip, on: stage).passed)
    store.cut(moment, at: 0)
    _ = try stage.give(.scan(["T-03"]), to: "zhou")
    #expect(store.mend())
    try stage.kill("zhou")
    let message = try stage.frame(of: "zhou")
    #expect(message.shows("Bring T-08"))
    _ = try stage.give(.scan(["T-03"]), to: "zhou")
    #expect(try stage.frame(of: "zhou").shows("Read this first"))
    _ = try stage.give(.key(.enter), to: "zhou")
    #expect(try stage.frame(of: "zhou").shows(moment == .before ? "empty tote" : "A-01"))
    #expect(try store.violations().isEmpty)
  }

  @Test func aWrongPINCounts() throws {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let store = CutStore(ground.store)
    let stage = InProcessStage(
      store: store, folder: ground.folder, start: SmallWorld.start, seed: { seeds.next() })
    try stage.powerOn("zhou", Size(columns: 20, rows: 16), .en)
    for left in (1...4).reversed() {
      _ = try stage.give(.scan(["B005"]), to: "zhou")
      store.cut(.after, at: 0)
      _ = try stage.give(.type("1111"), to: "zhou")
      #expect(store.mend())
      try stage.kill("zhou")
      _ = try stage.give(.scan(["B005"]), to: "zhou")
      #expect(try stage.frame(of: "zhou").shows("\(left) more to try"))
      _ = try stage.give(.key(.escape), to: "zhou")
    }
    _ = try stage.give(.scan(["B005"]), to: "zhou")
    _ = try stage.give(.type("1111"), to: "zhou")
    #expect(try stage.frame(of: "zhou").shows("Too many: locked"))
    // As long as it is so, the badge alone says it.
    _ = try stage.give(.scan(["B005"]), to: "zhou")
    #expect(try stage.frame(of: "zhou").shows("Too many: locked"))
    try stage.advance(to: SmallWorld.start.adding(milliseconds: 6 * 60_000))
    _ = try stage.give(.scan(["B005"]), to: "zhou")
    #expect(try !stage.frame(of: "zhou").shows("locked"))
    _ = try stage.give(.type("4711"), to: "zhou")
    #expect(try stage.frame(of: "zhou").shows("At work B005"))
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
