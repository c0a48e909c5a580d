import Flows
import Storage
import Terminal
import Trips
import Warehouse

/// A stage that hands everything on to another; tests override what they watch or let go wrong.
protocol ForwardingStage: Stage {
  /// The stage behind it.
  var stage: any Stage { get }
}

extension ForwardingStage {
  var store: any Store { stage.store }
  var folder: String { stage.folder }
  var now: Timestamp { stage.now }
  var seed: @Sendable () -> String { stage.seed }
  var patience: Int { stage.patience }
  var hearsGood: Bool { stage.hearsGood }
  var scales: TripScales? { stage.scales }
  func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    try stage.powerOn(person, size, language)
  }
  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    try stage.give(gesture, to: person)
  }
  func frame(of person: String) throws -> Frame { try stage.frame(of: person) }
  func kill(_ person: String) throws { try stage.kill(person) }
  func hangUp(_ person: String) throws { try stage.hangUp(person) }
  func advance(to time: Timestamp) throws { try stage.advance(to: time) }
  func rest(milliseconds: Int) { stage.rest(milliseconds: milliseconds) }
  func follow() throws { try stage.follow() }
  func close() { stage.close() }
}
