import Flows
import Storage
import Terminal
import Trips
import Warehouse

/// A stage on which the power goes at every single commit of every gesture, and the person does
/// again what the handheld shows was not done.
final class CutStage: ForwardingStage {
  let stage: any Stage
  private let cuts: CutStore
  private let moment: CutStore.Moment
  /// How often the power went.
  private(set) var count = 0
  /// Who was at work last at a handheld.
  private var badges: [String: Code<Operator>] = [:]
  /// What was given to whoever is not at work yet, since the badge was asked for.
  private var given: [String: [Gesture]] = [:]

  init(_ store: CutStore, on stage: any Stage, _ moment: CutStore.Moment) {
    cuts = store
    self.stage = stage
    self.moment = moment
  }

  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    guard let before = try open(person) else { return try enter(gesture, person) }
    badges[person] = before.badge
    // Whoever comes back reads first what the desk wrote meanwhile: a step of its own, see
    // `CutTripTests.whatTheDeskWroteIsReadFirst`.
    guard try !isWrittenTo(before.badge) else { return try stage.give(gesture, to: person) }
    let frame = try stage.frame(of: person)
    cuts.cut(moment, at: 0)
    let heard = try stage.give(gesture, to: person)
    guard cuts.mend() else { return heard }
    count += 1
    try stage.kill(person)
    switch moment {
    case .after:
      // Signed out, and not yet in again: the next badge is scanned once more.
      guard case .scan = gesture, try open(person) == nil else { return .nothing }
      return try stage.give(gesture, to: person)
    case .before:
      // Nothing of it happened: the handheld stands where it stood, and takes it now.
      let after = try stage.frame(of: person)
      guard frame.lines[0] == after.lines[0], frame.cursor == after.cursor else {
        throw StageTrouble("expected the step before\n\(frame.framed)\nfound\n\(after.framed)")
      }
      return try stage.give(gesture, to: person)
    }
  }

  /// A gesture of somebody who is not at work: who lost power scans the badge again and goes on.
  private func enter(_ gesture: Gesture, _ person: String) throws -> Heard {
    if case .scan = gesture { given[person] = [] }
    defer { given[person, default: []].append(gesture) }
    // A wrong PIN counts, and its answer is lost: see `CutTripTests.aWrongPINCounts`.
    if case .type = gesture, moment == .after { return try stage.give(gesture, to: person) }
    // Who was taken over is told so once, on the glass of a step that does not come back.
    if let badge = badges[person], try isElsewhere(badge, than: person) {
      badges[person] = nil
      return try stage.give(gesture, to: person)
    }
    cuts.cut(moment, at: 0)
    let heard = try stage.give(gesture, to: person)
    guard cuts.mend() else { return heard }
    count += 1
    try stage.kill(person)
    // Whoever is in is in.
    guard try open(person) == nil else { return .nothing }
    for earlier in given[person] ?? [] { _ = try stage.give(earlier, to: person) }
    return try stage.give(gesture, to: person)
  }

  private func open(_ person: String) throws -> Session? {
    try store.read { facts in try facts.sessions().first { $0.device.rawValue == person } }
  }

  private func isElsewhere(_ badge: Code<Operator>, than person: String) throws -> Bool {
    try store.read { facts in
      try facts.sessions().contains { $0.badge == badge && $0.device.rawValue != person }
    }
  }

  private func isWrittenTo(_ badge: Code<Operator>) throws -> Bool {
    try store.read { facts in try !facts.notices(to: badge).isEmpty }
  }
}
