import ArgumentParser
import Flows
import Planning
import Station
import Storage
import Warehouse

/// Waves: plan, release, look.
struct WaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wave", abstract: "Plan waves, release them, look at them.",
    subcommands: [
      Plan.self, Release.self, List.self, Show.self, Batch.self, Choose.self,
    ])

  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Allocate what is new, then group by carrier and cut-off into waves.")

    @OptionGroup var store: StoreOption
    @Option(help: WayOption.help) var way = WavePolicy.cluster
    @Option(help: "Search this long for better carts, for each wave; otherwise a fixed amount.")
    var milliseconds: Int?
    @Option(
      help: ArgumentHelp(
        "Plan only orders with so many pieces together: those with most for each aisle visited.",
        valueName: "least-most"))
    var units: UnitsOption?
    @Option(help: "With --units: orders with a cut-off up to this local time have to be in.")
    var mustBefore: String?

    func validate() throws {
      guard mustBefore == nil || units != nil else {
        throw ValidationError("--must-before: expected --units with it")
      }
    }

    func run() throws {
      let opened = try store.open()
      let desk = FloorDesk(store: opened, now: Machine.now, seed: Machine.seed)
      let allocated = try desk.allocate()
      let orders = try units.map { try choice(desk, $0.range, opened) }
      let clock = ContinuousClock()
      let start = clock.now
      let elapsed: @Sendable () -> Duration = { start.duration(to: clock.now) }
      let line = ProgressLine()
      let waves = try desk.plan(
        way, orders: orders, time: milliseconds.map { .milliseconds($0, of: elapsed) } ?? .looks(40)
      ) { length, bound in
        line.show(
          "carts walk \(length / 1000) m, none less than \(bound / 1000) m", after: elapsed())
      }
      line.clear()
      print(
        "\(allocated.orders) orders allocated, \(allocated.backorders) wait for stock; "
          + (waves.isEmpty ? "no new wave" : "planned " + codes(waves)))
      let lists = try opened.read { facts in try waves.flatMap { try facts.lists(of: $0) } }
      guard !lists.isEmpty else { return }
      let walked = lists.reduce(0) { $0 + $1.walk.length }
      let byCode = lists.reduce(0) { $0 + $1.walk.byCode }
      let proven = lists.filter(\.walk.proven).count
      print(
        "\(lists.count) lists, \(walked / 1000) m to walk, \(byCode / 1000) m in bin-code order; "
          + "\(proven) of \(lists.count) proven shortest")
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let waves onto the floor; all planned ones when none is named.")

    @OptionGroup var store: StoreOption
    @Argument(help: "Waves.") var waves: [String] = []

    func run() throws {
      let desk = FloorDesk(store: try store.open(), now: Machine.now, seed: Machine.seed)
      let released = try desk.release(waves.isEmpty ? nil : waves.map { Code($0) })
      print(released.isEmpty ? "nothing to release" : "released " + codes(released))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List waves with their progress.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var wave: String
      var carrier: String
      var cutOff: String
      var state: String
      var orders: Int
      var packed: Int
      var held: Int
      var lists: Int
      var waiting: Int
      var lines: Int
      var open: Int
      var short: Int
      var pickers: Int
    }

    func run() throws {
      let rows = try store.open().read { facts in
        let offset = try facts.site()?.utcOffset ?? 0
        return try facts.waveProgress().map { progress in
          Row(
            wave: progress.wave.code.rawValue, carrier: progress.wave.carrier.rawValue,
            cutOff: progress.wave.cutOff.clock(utcOffset: offset),
            state: progress.wave.state.rawValue, orders: progress.orders,
            packed: progress.packed, held: progress.held, lists: progress.lists,
            waiting: progress.waiting, lines: progress.lines, open: progress.open,
            short: progress.short, pickers: progress.pickers)
        }
      }
      try listing.print(
        rows,
        columns: [
          ("WAVE", \.wave), ("CARRIER", \.carrier), ("CUT-OFF", \.cutOff), ("STATE", \.state),
          ("ORDERS", { String($0.orders) }), ("PACKED", { String($0.packed) }),
          ("HELD", { String($0.held) }), ("LISTS", { String($0.lists) }),
          ("WAITING", { String($0.waiting) }), ("LINES", { String($0.lines) }),
          ("OPEN", { String($0.open) }), ("SHORT", { String($0.short) }),
          ("PICKERS", { String($0.pickers) }),
        ], empty: "no waves")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a wave's pick lists with their walks.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "The wave.") var wave: String

    struct Row: Encodable {
      var list: String
      var way: String
      var state: String
      var picker: String
      var orders: Int
      var lines: Int
      var open: Int
      var walkMetres: Double
      var boundMetres: Double
      var proven: Bool
      var binOrderMetres: Double
    }

    func run() throws {
      let rows = try store.open().read { facts in
        guard try facts.wave(Code(wave)) != nil else {
          throw Failure(.data, "no wave \(wave)")
        }
        return try facts.lists(of: Code(wave)).map { list in
          let lines = try facts.pickLines(of: list.code)
          return Row(
            list: list.code.rawValue, way: list.way.rawValue, state: list.state.rawValue,
            picker: list.badge?.rawValue ?? "", orders: Set(lines.map(\.order)).count,
            lines: lines.count,
            open: lines.filter { $0.open > 0 }.count, walkMetres: metres(list.walk.length),
            boundMetres: metres(list.walk.bound), proven: list.walk.proven,
            binOrderMetres: metres(list.walk.byCode))
        }
      }
      try listing.print(
        rows,
        columns: [
          ("LIST", \.list), ("WAY", \.way), ("STATE", \.state), ("PICKER", \.picker),
          ("ORDERS", { String($0.orders) }), ("LINES", { String($0.lines) }),
          ("OPEN", { String($0.open) }), ("WALK", { "\($0.walkMetres) m" }),
          ("PROOF", { $0.proven ? "shortest" : "bound \($0.boundMetres) m" }),
          ("BY BIN CODE", { "\($0.binOrderMetres) m" }),
        ], empty: "no pick lists")
    }

    private func metres(_ millimetres: Int) -> Double { Double(millimetres) / 1000 }
  }
}

private func codes(_ waves: [Code<Wave>]) -> String {
  waves.map(\.rawValue).joined(separator: ", ")
}
