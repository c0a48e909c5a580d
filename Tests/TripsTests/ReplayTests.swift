import Flows
import Foundation
import Station
import Storage
import Terminal
import Testing
import Warehouse

@testable import Trips

/// What is played from the journal is what was seen: every trip, cell for cell.
struct ReplayTests {
  /// The glasses trips are seen on, besides their own.
  static let glasses: [(size: Size, language: Language)?] = [
    nil, (Size(columns: 80, rows: 24), .en), (Size(columns: 120, rows: 40), .zh),
    (Size(columns: 26, rows: 10), .zh),
  ]

  @Test(arguments: Floors.files) func aTripIsSeenAgain(_ file: String) throws {
    for glass in Self.glasses { try seenAgain(file, glass, killing: false) }
  }

  @Test(arguments: Floors.files) func aTripWithPowerLostAfterEachInputIsSeenAgain(
    _ file: String
  ) throws {
    try seenAgain(file, nil, killing: true)
  }

  /// A shadow that only reads the store shows what the person sees, after every input.
  @Test(arguments: Floors.files) func aShadowSeesTheSame(_ file: String) throws {
    let trip = try Trip(contentsOf: "\(Floors.trips)/\(file)")
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let store = ground.store
    let stage = WatchedStage(
      InProcessStage(
        store: store, folder: ground.folder, start: SmallWorld.start, seed: { seeds.next() }),
      glass: nil)
    let frames = try ShadowFrames(store)
    var feeds: [String: ShadowFeed] = [:]
    var told: String?
    stage.looks = { person, frame in
      let device = Code<Device>(person)
      guard told == nil, try ShadowFeed.device(of: person, in: store) == device else {
        feeds[person] = nil
        return
      }
      let head = try store.head()
      let at = stage.now
      if feeds[person] == nil {
        feeds[person] = try ShadowFeed(device, in: store, now: { at })
      }
      _ = try feeds[person]?.poll()
      #expect(try store.head() == head, "a shadow writes nothing")
      guard let replica = feeds[person]?.replica,
        let shown = frames.frame(of: replica, at: stage.now),
        // Keys that tell the flow nothing ride with the next input.
        ResumedFrame(before: frame, after: shown).difference != nil
      else { return }
      // The person's own screen follows others when it is looked at; both see the same then.
      told = "\(person) sees\n\(frame.golden)the shadow\n\(shown.golden)"
    }
    _ = Floors.runner.run(trip, on: stage)
    stage.close()
    if let told { Issue.record("\(file): \(told)") }
  }

  private func seenAgain(
    _ file: String, _ glass: (size: Size, language: Language)?, killing: Bool
  ) throws {
    let trip = try Trip(contentsOf: "\(Floors.trips)/\(file)")
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let inner = InProcessStage(
      store: ground.store, folder: ground.folder, start: SmallWorld.start, seed: { seeds.next() })
    let stage = WatchedStage(inner, glass: glass)
    _ = Floors.runner.run(trip, on: stage, killingAfterEachInput: killing)
    stage.close()

    var replay = try FloorReplay(ground.store)
    var played: [String: [Frame]] = [:]
    while let moment = try replay.next() {
      played[moment.device.rawValue, default: []].append(moment.frame)
    }
    #expect(replay.doubts.isEmpty)
    #expect(!stage.seen.isEmpty)
    for (person, frames) in stage.seen {
      var rest = (played[person] ?? [])[...]
      var last: Frame?
      for (index, frame) in frames.enumerated() where frame != last {
        last = frame
        // Power takes what was typed and not sent, and with it that a passing word was gone.
        func isSeen(_ played: Frame) -> Bool {
          played == frame
            || killing && played.size == frame.size
              && ResumedFrame(before: frame, after: played).difference == nil
        }
        if let same = rest.firstIndex(of: frame) ?? rest.firstIndex(where: isSeen) {
          rest = rest[same...]
        } else {
          let all = played[person] ?? []
          let near = all.first { $0.lines == frame.lines }
          Issue.record(
            """
            \(file) \(person) \(glass.map { "\($0.size) \($0.language)" } ?? ""): screen \
            \(index + 1) of \(frames.count) is not played\(killing ? ", killing" : "") \
            (\(near == nil ? "nowhere" : all.contains(frame) ? "out of order" : "other cells"))
            \(frame.golden)
            played last:
            \(all.last?.golden ?? "nothing")
            """)
          return
        }
      }
    }
  }
}

/// A stage that keeps what every person saw, perhaps on another glass than the trip says.
private final class WatchedStage: ForwardingStage {
  let stage: any Stage
  private let glass: (size: Size, language: Language)?
  private(set) var seen: [String: [Frame]] = [:]
  /// Is told what a person sees.
  var looks: ((String, Frame) throws -> Void)?

  init(_ stage: any Stage, glass: (size: Size, language: Language)?) {
    self.stage = stage
    self.glass = glass
  }

  func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    try stage.powerOn(person, glass?.size ?? size, glass?.language ?? language)
    _ = try frame(of: person)
  }

  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let heard = try stage.give(gesture, to: person)
    _ = try frame(of: person)
    return heard
  }

  func frame(of person: String) throws -> Frame {
    let frame = try stage.frame(of: person)
    seen[person, default: []].append(frame)
    try looks?(person, frame)
    return frame
  }

  func kill(_ person: String) throws {
    try stage.kill(person)
    _ = try frame(of: person)
  }

  func hangUp(_ person: String) throws {
    try stage.hangUp(person)
    _ = try frame(of: person)
  }

  func follow() throws {
    try stage.follow()
    for person in seen.keys.sorted() { _ = try frame(of: person) }
  }
}
