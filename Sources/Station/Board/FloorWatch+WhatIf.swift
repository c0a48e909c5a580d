import Planning
import Storage
import Synchronization
import Warehouse

/// A wave that is only thought of.
struct WaveGuest: Sendable {
  let progress: WaveProgress
  let lists: [ListSummary]

  init(
    _ plan: WavePlanner.Plan, _ lines: [Code<PickLine>: PickLine],
    _ priorities: [Code<Order>: Int]
  ) {
    var wave = plan.wave
    wave.state = .released
    lists = plan.lists.map { list in
      ListSummary(
        PickList(
          code: list.code, wave: wave.code, state: .released,
          slots: list.way.gathers
            ? [PickList.Slot(number: 1, order: nil)]
            : list.orders.enumerated().map { PickList.Slot(number: $0 + 1, order: $1) },
          walk: list.walk, way: list.way, zone: list.zone, after: list.after),
        list.lines.enumerated().compactMap { index, stop in
          guard var line = lines[stop.line] else { return nil }
          if let from = stop.from { line.from = from }
          line.list = list.code
          line.slot = list.way.gathers ? 1 : (list.orders.firstIndex(of: line.order) ?? 0) + 1
          line.sequence = index + 1
          line.reached = stop.reached
          return line
        }, priority: list.orders.compactMap { priorities[$0] }.max() ?? 0)
    }
    let count = plan.lists.reduce(0) { $0 + $1.lines.count }
    progress = WaveProgress(
      wave: wave, orders: Set(plan.lists.flatMap(\.orders)).count, packed: 0, held: 0,
      lists: lists.count, waiting: lists.count, lines: count, open: count, short: 0, pickers: 0)
  }

  /// Waves with guests among them, in the order in which waves are told.
  static func joined(_ waves: [WaveProgress], _ guests: [WaveGuest]) -> [WaveProgress] {
    guard !guests.isEmpty else { return waves }
    return (waves + guests.map(\.progress)).sorted { one, other in
      (one.wave.cutOff, one.wave.code) < (other.wave.cutOff, other.wave.code)
    }
  }
}

extension FloorWatch {
  /// What would be if waves that are only planned here were on the floor at this moment.
  ///
  /// - Parameters:
  ///   - policy: what they were planned by.
  ///   - plans: the waves.
  ///   - candidates: their orders, with their lines as they are promised.
  ///   - now: the moment.
  func whatIf(
    _ policy: ReleasePolicy, _ plans: [WavePlanner.Plan],
    of candidates: [WavePlanner.Candidate], at now: Timestamp
  ) throws -> WhatIf {
    var told = WhatIf(policy)
    guard !plans.isEmpty else { return told }
    let lines = Dictionary(
      candidates.flatMap(\.visits).map { ($0.line.code, $0.line) }
    ) { first, _ in first }
    let priorities = Dictionary(
      candidates.map { ($0.order.number, $0.order.priority) }
    ) { first, _ in first }
    let guests = plans.map { WaveGuest($0, lines, priorities) }
    told.waves = plans.count
    told.lists = plans.reduce(0) { $0 + $1.lists.count }
    told.orders = guests.reduce(0) { $0 + $1.progress.orders }
    told.lines = guests.reduce(0) { $0 + $1.progress.lines }
    told.metres = plans.flatMap(\.lists).reduce(0) { $0 + $1.walk.length } / 1000
    let codes = Set(plans.map(\.wave.code))
    let before = try figures(at: now)
    // What is only thought of leaves no trace in what the watch keeps.
    var thought = try state.withLock { state in
      try state.catchUp(with: store, now)
      return state
    }
    told.pickers = try thought.people(store, now).filter { $0.list != nil || $0.lines > 0 }.count
    for extra in 0...12 {
      let figures = try thought.figures(store, now, [], extra, replicas, guests: guests)
      let own = figures.filter { codes.contains($0.wave) }.compactMap(\.forecast)
      if extra == 0 {
        told.last = own.max { $0.middle < $1.middle }
        told.worst =
          own.first { $0.risk == .unstaffed } ?? own.min { $0.slack < $1.slack }
        let late = Set(figures.filter { $0.forecast?.isInTime == false }.map(\.wave))
        told.delayed = before.filter { late.contains($0.wave) && $0.forecast?.isInTime == true }
          .map(\.wave)
      }
      guard own.allSatisfy(\.isInTime) else { continue }
      told.needed = extra
      break
    }
    return told
  }
}

extension WaveForecast {
  /// Whether the wave makes its cut-off, as far as anybody can tell.
  var isInTime: Bool {
    switch risk {
    case .safe, .tight: true
    case .late, .missed, .unstaffed: false
    }
  }
}
