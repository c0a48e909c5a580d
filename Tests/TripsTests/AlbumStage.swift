import Flows
import Storage
import Terminal
import Trips
import Warehouse

/// A stage that keeps what every glass would show of every step.
final class AlbumStage: ForwardingStage {
  /// A glass.
  struct Glass: Hashable {
    var size: Size
    var language: Language
  }

  let stage: any Stage
  private let glasses: [Glass]
  private var own: [String: Glass] = [:]
  /// The frames of each glass, step by step.
  private(set) var frames: [Glass: [Frame]] = [:]

  init(on stage: any Stage, _ glasses: [Glass]) {
    self.stage = stage
    self.glasses = glasses
  }

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
}
