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
    for index in drill.orders.indices {
      let number = Drill.number(of: index + 1)
      state.waves[number] = try store.read { try $0.order(number)?.wave }
    }
    if drill.notes.contains(where: { $0.work == .give }) { try signInColleague() }
    for note in drill.notes where note.work == .send || note.work == .stop {
      _ = try store.commit(
        Commit(
          id: nextSeed(), command: .lever(.hold(order(of: note)), reason: "drill"), at: clock.now))
    }
  }

  /// Somebody who can be given a list.
  private func signInColleague() throws {
    _ = try store.commit(
      Commit(
        id: nextSeed(),
        command: .signIn(
          session: Code(nextSeed()), badge: Code(Self.colleague), device: "OTHER", takeOver: true),
        device: "OTHER", at: clock.now))
  }

  /// The list an order is picked on.
  private func list(of order: Code<Order>, _ facts: some Facts) throws -> PickList? {
    guard let code = try facts.pickLines(of: order).first?.list else { return nil }
    return try facts.list(code)
  }

  /// The other orders of the drill, without those that another note is about.
  private var bystanders: [Code<Order>] {
    let asked = Set(drill.notes.map(\.at))
    return drill.orders.indices.map { $0 + 1 }.filter { !asked.contains(String($0)) }
      .map { Drill.number(of: $0) }
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
    case .pause:
      return try facts.waveProgress().map(\.wave).allSatisfy { wave in
        (wave.state == .paused) == (wave.code == order.wave)
      }
    case .split:
      guard let wave = order.wave, wave != state.waves[order.number],
        try facts.lists(of: wave).count == 1
      else { return false }
      return try bystanders.allSatisfy { other in
        let now = try facts.order(other)?.wave
        return now == wave || now == state.waves[other]
      }
    case .give:
      guard let list = try self.list(of: order.number, facts) else { return false }
      return try list.badge?.rawValue == Self.colleague
        && facts.lists(of: list.wave).allSatisfy { $0.code == list.code || $0.badge == nil }
    case .intercept:
      return try order.state == .cancelled
        && bystanders.allSatisfy { try facts.order($0)?.state != .cancelled }
    case .count, .teach, .correct, .putBack, .replenish: return true
    }
  }

  /// What a note asks a supervisor to decide.
  func decision(_ note: Drill.Note) -> Text {
    let code = order(of: note)
    let list = (try? store.read { try self.list(of: code, $0)?.code.rawValue }) ?? ""
    let place = (Int(note.at) ?? 1) - 1
    let cutOff = drill.orders.indices.contains(place) ? drill.orders[place].cutOff : 0
    let clock = DrillDraft.clock(cutOff)
    return switch note.work {
    case .release: Text(zh: "请放行 \(clock) 的波次", en: "Release the \(clock) wave")
    case .save: Text(zh: "\(clock) 的车不能误, 它优先", en: "The \(clock) truck goes first")
    case .send: Text(zh: "\(code) 客户同意: 有多少发多少", en: "\(code): send what is there")
    case .stop: Text(zh: "\(code) 客户不要了: 拦下", en: "\(code): the customer wants no more")
    case .pause: Text(zh: "\(clock) 的波次先停: 车晚到", en: "Pause the \(clock) wave")
    case .split:
      Text(zh: "\(clock) 的波次: 把 \(list) 拆出来", en: "Of the \(clock) wave split \(list) off")
    case .give:
      Text(
        zh: "\(clock) 的波次: \(list) 给 \(Self.colleague)",
        en: "Of the \(clock) wave give \(list) to \(Self.colleague)")
    case .intercept:
      Text(zh: "\(clock) 的波次: 拦下 \(code)", en: "Of the \(clock) wave stop \(code), cancelled")
    case .count, .teach, .correct, .putBack, .replenish: Text("")
    }
  }
}

extension Drill.Note.Work {
  /// Whether it is about lists that nobody has picked yet.
  var isAboutOpenLists: Bool {
    switch self {
    case .save, .pause, .split, .give, .intercept: true
    case .count, .teach, .correct, .putBack, .replenish, .release, .send, .stop: false
    }
  }

  /// Whether it names an order by its number.
  var isAboutOrder: Bool {
    switch self {
    case .release, .save, .send, .stop, .pause, .split, .give, .intercept: true
    case .count, .teach, .correct, .putBack, .replenish: false
    }
  }
}
