import Flows
import Simulation
import Storage
import Warehouse

/// What supervisors decide: waves that wait, trucks in danger, orders that are held.
extension DrillFloor {
  private func order(of note: Drill.Note) -> Code<Order> { Drill.number(of: Int(note.at) ?? 1) }

  /// The waves that are on the floor when the drill begins: all of them, or, where somebody is asked
  /// to release one, those that other notes are about.
  func released(_ facts: some Facts) throws -> [Code<Wave>] {
    let all = try facts.waveProgress().map(\.wave.code)
    guard drill.notes.contains(where: { $0.work == .release }) else { return all }
    let asked = try waves(facts, of: { $0 == .release })
    let others = try waves(facts, of: { [.send, .stop, .putBack, .save].contains($0) })
    return all.filter { others.contains($0) && !asked.contains($0) }
  }

  private func waves(
    _ facts: some Facts, of works: (Drill.Note.Work) -> Bool
  ) throws -> Set<Code<Wave>> {
    Set(
      try drill.notes.filter { works($0.work) }.compactMap { note in
        try facts.order(order(of: note))?.wave
      })
  }

  /// Orders that wait for a decision.
  func hold() throws {
    for note in drill.notes where note.work == .send || note.work == .stop {
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .lever(.hold(order(of: note)), reason: "drill"), at: clock.now))
    }
  }

  /// Whether a note was done as it says, and nothing else with it.
  func isDecided(_ note: Drill.Note, _ facts: some Facts) throws -> Bool {
    guard let order = try facts.order(order(of: note)) else { return false }
    switch note.work {
    case .release:
      let open = try waves(facts, of: { $0 == .release }).union(released(facts))
      return try facts.waveProgress().allSatisfy { progress in
        let isPlanned = progress.wave.state == .planned
        return progress.wave.code == order.wave
          ? !isPlanned : isPlanned || open.contains(progress.wave.code)
      }
    case .save:
      let all = try facts.waveProgress().map(\.wave).filter { $0.state != .done }
      let own = all.first { $0.code == order.wave }?.priority ?? 0
      return own > 0 && all.allSatisfy { $0.code == order.wave || $0.priority < own }
    case .send: return order.state == .picked
    case .stop: return order.state == .cancelled
    case .count, .teach, .correct, .putBack, .replenish: return true
    }
  }

  /// What a note asks a supervisor to decide.
  func decision(_ note: Drill.Note) -> Text {
    let code = order(of: note)
    let place = (Int(note.at) ?? 1) - 1
    let cutOff = drill.orders.indices.contains(place) ? drill.orders[place].cutOff : 0
    let clock = DrillDraft.clock(cutOff)
    return switch note.work {
    case .release: Text(zh: "请放行 \(clock) 的波次", en: "Release the \(clock) wave")
    case .save: Text(zh: "\(clock) 的车不能误, 它优先", en: "The \(clock) truck goes first")
    case .send: Text(zh: "\(code) 客户同意: 有多少发多少", en: "\(code): send what is there")
    case .stop: Text(zh: "\(code) 客户不要了: 拦下", en: "\(code): the customer wants no more")
    case .count, .teach, .correct, .putBack, .replenish: Text("")
    }
  }
}
