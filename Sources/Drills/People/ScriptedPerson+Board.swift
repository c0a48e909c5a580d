import Flows

extension ScriptedPerson {
  /// What a note on the desk asks of a supervisor.
  enum Decision: Hashable, Sendable {
    /// Release the wave of a cut-off.
    case release(String)
    /// Put the wave of a cut-off first.
    case save(String)
    /// Send what there is of an order.
    case send(String)
    /// Stop an order.
    case stop(String)
    /// Pause the wave of a cut-off.
    case pause(String)
    /// Split a list off the wave of a cut-off.
    case split(String, list: String)
    /// Give a list of the wave of a cut-off to somebody.
    case give(String, list: String, to: String)
    /// Stop an order of the wave of a cut-off.
    case intercept(String, order: String)

    /// The cut-off of the wave it is about; nil when it is about no wave.
    var clock: String? {
      switch self {
      case .release(let clock), .save(let clock), .pause(let clock), .split(let clock, _),
        .give(let clock, _, _), .intercept(let clock, _):
        clock
      case .send, .stop: nil
      }
    }
  }

  func decision(_ note: WorldView.Thing) -> Decision? {
    let words = note.name.en.split(separator: " ").map(String.init)
    guard let first = words.first, words.count > 2 else { return nil }
    if first == "Release" { return .release(words[2]) }
    if first == "Pause" { return .pause(words[2]) }
    if first == "Of", words.count > 6 {
      switch words[4] {
      case "split": return .split(words[2], list: words[5])
      case "give": return .give(words[2], list: words[5], to: words.last ?? "")
      default: return .intercept(words[2], order: String(words[5].dropLast()))
      }
    }
    if words.last == "first" { return .save(words[1]) }
    if words[1] == "send" { return .send(String(first.dropLast())) }
    return words.last == "more" ? .stop(String(first.dropLast())) : nil
  }

  mutating func board(_ screen: Screen, _ view: WorldView) -> Act? {
    guard let note = note(view), let decision = decision(note) else { return .key(.function(3)) }
    guard let clock = decision.clock else { return .key(.function(6)) }
    for case .table(let table) in screen.body {
      // Whoever does not look takes the first one.
      let row = isCareless ? 0 : table.rows.firstIndex { $0.cells.contains(Text(clock)) }
      if let row, table.rows.indices.contains(row) { return .type(String(row + 1)) }
    }
    return nil
  }

  mutating func lever(_ screen: Screen, _ view: WorldView) -> Act? {
    if screen.message?.tone == .good, memory.isDeciding {
      memory.isDeciding = false
      memory.notesDone += 1
      return .key(.function(3))
    }
    guard let note = note(view), let decision = decision(note) else { return .key(.function(3)) }
    if let act = choose("truck", screen) {
      memory.isDeciding = true
      return act
    }
    if isRefused(screen) { return nil }
    switch decision {
    case .release: return choose("release", screen) ?? leave()
    case .save: return choose("first", screen) ?? leave()
    case .pause: return choose("pause", screen) ?? leave()
    case .split(_, let list): return one(list, of: "split", screen) ?? leave()
    case .give(_, let list, let badge):
      return choose(badge, screen) ?? one(list, of: "reassign", screen) ?? leave()
    case .intercept(_, let order):
      if case .scan = screen.prompt { return .type(order) }
      return .key(.function(9))
    case .send, .stop: return .key(.function(3))
    }
  }

  /// The lever, then one of what it offers; whoever does not look takes the first.
  private func one(_ id: String, of lever: String, _ screen: Screen) -> Act? {
    if let act = choose(lever, screen) { return act }
    return isCareless ? .key(.character("1")) : choose(id, screen)
  }

  /// What is asked cannot be done here.
  private mutating func leave() -> Act {
    memory.notesDone += 1
    return .key(.function(3))
  }

  mutating func exception(_ screen: Screen, _ view: WorldView) -> Act? {
    if screen.message?.tone == .good, memory.isDeciding {
      memory.isDeciding = false
      memory.notesDone += 1
    }
    guard let note = note(view), let decision = decision(note),
      case .choose(_, let choices) = screen.prompt
    else { return .key(.function(3)) }
    let index: Int?
    switch decision {
    case .send(let order), .stop(let order):
      if screen.title.en != "Exception" {
        index = isCareless ? 0 : choices.firstIndex { $0.trailing == Text(order) }
      } else {
        memory.isDeciding = true
        let words = decision == .send(order) || isCareless ? "Send" : "Stop"
        index = choices.firstIndex { $0.label.en.hasPrefix(words) }
      }
    case .release, .save, .pause, .split, .give, .intercept: index = nil
    }
    guard let index, index < 9 else { return .key(.function(3)) }
    return .key(.character(Character(String(index + 1))))
  }
}
