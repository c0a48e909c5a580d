import Flows
import Station
import Storage
import Warehouse

/// What a trip reads in the store, and what it does there as the desk.
extension TripRun {
  func stock(_ holder: String, _ sku: Code<Product>, _ quantity: Int) throws {
    try eventually {
      let found: Int? = try stage.store.read { facts in
        let place: Holder
        if try facts.bin(Code(holder)) != nil {
          place = .bin(Code(holder))
        } else if try facts.tote(Code(holder)) != nil {
          place = .tote(Code(holder))
        } else if try facts.parcel(Code(holder)) != nil {
          place = .parcel(Code(holder))
        } else {
          return nil
        }
        return try facts.stock(in: place).filter { $0.key.sku == sku }
          .reduce(0) { $0 + $1.quantity }
      }
      guard let found else { return "there is no bin, tote or parcel \(holder)" }
      return found == quantity ? nil : "expected \(quantity), found \(found)"
    }
  }

  func order(_ number: Code<Order>, _ state: Order.State) throws {
    try eventually {
      guard let order = try stage.store.read({ try $0.order(number) }) else {
        return "there is no order \(number)"
      }
      return order.state == state
        ? nil : "expected \(state.rawValue), it is \(order.state.rawValue)"
    }
  }

  func parcel(_ order: Code<Order>, _ state: Parcel.State) throws {
    try eventually {
      let parcels = try stage.store.read { try $0.parcels(of: order) }
      // The newest one: codes end in a count.
      let newest = parcels.max { one, other in
        (one.code.rawValue.count, one.code.rawValue)
          < (other.code.rawValue.count, other.code.rawValue)
      }
      guard let newest else { return "order \(order) has no parcel" }
      return newest.state == state
        ? nil : "expected \(state.rawValue), \(newest.code) is \(newest.state.rawValue)"
    }
  }

  func labels(_ printer: Code<LabelPrinter>, _ count: Int) throws {
    try eventually {
      let jobs = try stage.store.read { facts in
        guard try facts.printer(printer) != nil else { return nil as [PrintJob]? }
        return try facts.printJobs(in: .printed, limit: .max)
          + facts.printJobs(in: .failed, limit: .max)
      }
      guard let jobs else { return "there is no printer \(printer)" }
      let own = jobs.filter { $0.printer == printer }
      let printed = own.filter { $0.state == .printed }.count
      guard printed != count else { return nil }
      let trouble = own.first { $0.state == .failed }.map { " (\($0.trouble))" } ?? ""
      return "expected \(count), printed \(printed)\(trouble)"
    }
  }

  func check() throws {
    let violations = try stage.store.violations()
    guard violations.isEmpty else {
      throw Failed(
        "expected nothing against what is always true, found "
          + violations.map(\.description).joined(separator: "; "))
    }
  }

  func setClock(_ minutes: Int) throws {
    let offset = try stage.store.read { try $0.site()?.utcOffset ?? 0 }
    let time = Timestamp(stage.now.day(utcOffset: offset), minutes: minutes, utcOffset: offset)
    guard time >= stage.now else {
      throw Failed(
        "it is \(stage.now.clock(utcOffset: offset)) already, and the clock of a trip only goes "
          + "forward")
    }
    try stage.advance(to: time)
  }

  func desk(_ action: DeskAction) throws {
    let now = stage.now
    let desk = FloorDesk(store: stage.store, now: { now }, seed: stage.seed)
    switch action {
    case .allocate: _ = try desk.allocate()
    case .plan(let policy): _ = try desk.plan(policy)
    case .release(let waves): _ = try desk.release(waves.isEmpty ? nil : waves)
    case .intercept(let order): try commit(.intercept(order: order, reason: "trip"), at: now)
    case .stop(let order): try commit(.holdBack(order: order, reason: "trip"), at: now)
    case .train(let badge, let level): try commit(.train(badge, [level]), at: now)
    }
  }

  private func commit(_ command: Command, at now: Timestamp) throws {
    let outcome = try stage.store.commit(Commit(id: stage.seed(), command: command, at: now))
    if case .refused(let refusal) = outcome { throw StageTrouble(refusal.sentence) }
  }

  /// Waits until no label is on its way.
  ///
  /// A printer at work when the power goes leaves a label of which nobody knows whether it came
  /// out. So it is on the floor, but a script wants to know.
  func restPrinters() throws {
    try eventually {
      let busy = try stage.store.read { facts in
        try facts.printJobs(in: .queued, limit: 1) + facts.printJobs(in: .claimed, limit: 1)
      }
      return busy.first.map {
        "expected label \($0.code) to be printed, it is \($0.state.rawValue)"
      }
    }
  }
}
