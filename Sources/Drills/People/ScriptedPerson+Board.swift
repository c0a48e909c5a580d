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
  }

  func decision(_ note: WorldView.Thing) -> Decision? {
    let words = note.name.en.split(separator: " ").map(String.init)
    guard let first = words.first, words.count > 2 else { return nil }
    if first == "Release" { return .release(words[2]) }
    if words.last == "first" { return .save(words[1]) }
    if words[1] == "send" { return .send(String(first.dropLast())) }
    return words.last == "more" ? .stop(String(first.dropLast())) : nil
  }

  mutating func board(_ screen: Screen, _ view: WorldView) -> Act? {
    guard let note = note(view), let decision = decision(note) else { return .key(.function(3)) }
    switch decision {
    case .send, .stop: return .key(.function(6))
    case .release(let clock), .save(let clock):
      for case .table(let table) in screen.body {
        // Whoever does not look takes the first one.
        let row = isCareless ? 0 : table.rows.firstIndex { $0.cells.contains(Text(clock)) }
        if let row, table.rows.indices.contains(row) { return .type(String(row + 1)) }
      }
      return nil
    }
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
    case .send, .stop: return .key(.function(3))
    }
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
    case .release, .save: index = nil
    }
    guard let index, index < 9 else { return .key(.function(3)) }
    return .key(.character(Character(String(index + 1))))
  }
}
