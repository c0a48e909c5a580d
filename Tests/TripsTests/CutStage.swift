import Flows
import Storage
import Terminal
import Trips
import Warehouse

/// A stage on which the power goes at every single commit of every gesture, and the person does
/// again what the handheld shows was not done.
final class CutStage: Stage {
  private let stage: InProcessStage
  private let cuts: CutStore
  private let moment: CutStore.Moment
  /// How often the power went.
  private(set) var count = 0

  init(_ store: CutStore, on stage: InProcessStage, _ moment: CutStore.Moment) {
    cuts = store
    self.stage = stage
    self.moment = moment
  }

  var store: any Store { stage.store }
  var folder: String { stage.folder }
  var now: Timestamp { stage.now }
  var seed: @Sendable () -> String { stage.seed }
  let patience = 0
  let hearsGood = true

  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let atWork = try store.read { facts in
      try facts.sessions().contains { $0.device.rawValue == person }
    }
    guard atWork else { return try stage.give(gesture, to: person) }
    let before = try stage.frame(of: person)
    cuts.cut(moment, at: 0)
    let heard = try stage.give(gesture, to: person)
    guard cuts.mend() else { return heard }
    count += 1
    try stage.kill(person)
    switch moment {
    case .after: return .nothing
    case .before:
      // Nothing of it happened: the handheld stands where it stood, and takes it now.
      let after = try stage.frame(of: person)
      guard before.lines[0] == after.lines[0], before.cursor == after.cursor else {
        throw StageTrouble("expected the step before\n\(before.framed)\nfound\n\(after.framed)")
      }
      return try stage.give(gesture, to: person)
    }
  }

  func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    try stage.powerOn(person, size, language)
  }
  func frame(of person: String) throws -> Frame { try stage.frame(of: person) }
  func kill(_ person: String) throws { try stage.kill(person) }
  func hangUp(_ person: String) throws { try stage.hangUp(person) }
  func advance(to time: Timestamp) throws { try stage.advance(to: time) }
  func rest(milliseconds: Int) {}
  var scales: TripScales? { stage.scales }
  func follow() throws { try stage.follow() }
  func close() { stage.close() }
}
