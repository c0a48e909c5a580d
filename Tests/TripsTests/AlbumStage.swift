import Flows
import Storage
import Terminal
import Trips
import Warehouse

/// A stage that keeps what every glass would show of every step.
final class AlbumStage: Stage {
  /// A glass.
  struct Glass: Hashable {
    var size: Size
    var language: Language
  }

  private let stage: InProcessStage
  private let glasses: [Glass]
  private var own: [String: Glass] = [:]
  /// The frames of each glass, step by step.
  private(set) var frames: [Glass: [Frame]] = [:]

  init(on stage: InProcessStage, _ glasses: [Glass]) {
    self.stage = stage
    self.glasses = glasses
  }

  var store: any Store { stage.store }
  var folder: String { stage.folder }
  var now: Timestamp { stage.now }
  var seed: @Sendable () -> String { stage.seed }
  let patience = 0
  let hearsGood = true

  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let heard = try stage.give(gesture, to: person)
    try keep(person)
    return heard
  }

  func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    try stage.powerOn(person, size, language)
    own[person] = Glass(size: size, language: language)
    try keep(person)
  }

  private func keep(_ person: String) throws {
    guard let own = own[person] else { return }
    for glass in glasses {
      try stage.powerOn(person, glass.size, glass.language)
      frames[glass, default: []].append(try stage.frame(of: person))
    }
    try stage.powerOn(person, own.size, own.language)
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
