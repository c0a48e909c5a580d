import ArgumentParser
import Flows
import Planning
import Station
import Storage
import Warehouse

extension WaveCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Allocate what is new, then group by carrier and cut-off into waves.",
      discussion: """
        --carrier, --before, --pieces, --zone and --capacity plan only a part of the orders. \
        --what-if plans nothing and tells finish, metres and people if it were released now; \
        --versus tells a second policy beside it: what it names differs from the first, such as \
        way=batch or carrier=SF,pieces=single,before=16:00,zone=A,capacity=4.
        """)

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @OptionGroup var policy: PolicyOption
    @Flag(help: "Only tell what would be.") var whatIf = false
    @Option(help: "Beside what --what-if tells: a policy that differs in this.")
    var versus: String?
    @Flag(help: "Release the planned waves.") var release = false
    @Option(help: "Why; it is journalled with who did it.") var reason = "planned"
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
      guard !(whatIf || versus != nil) || (units == nil && !release) else {
        throw ValidationError("--what-if plans nothing: expected no --units and no --release")
      }
    }

    func run() throws {
      let opened = try store.open()
      let desk = FloorDesk(store: opened, now: Machine.now, seed: Machine.seed)
      let clock = try LocalClock(opened)
      let policy = try policy.policy(clock)
      guard !whatIf, versus == nil else { return try tell(policy, desk, opened, clock) }
      let allocated = try desk.allocate()
      let orders = try units.map { try choice(desk, $0.range, opened) }
      let ticks = ContinuousClock()
      let start = ticks.now
      let elapsed: @Sendable () -> Duration = { start.duration(to: ticks.now) }
      let line = ProgressLine()
      let why = LeverOption.signed(reason)
      let waves = try desk.plan(
        policy, orders: orders, why: why,
        time: milliseconds.map { .milliseconds($0, of: elapsed) } ?? .looks(40)
      ) { length, bound in
        line.show(
          "carts walk \(length / 1000) m, none less than \(bound / 1000) m", after: elapsed())
      }
      line.clear()
      print(
        "\(allocated.orders.counted("order")) allocated, \(allocated.backorders) wait for stock; "
          + (waves.isEmpty ? "no new wave" : "planned " + waves.listed))
      let lists = try opened.read { facts in try waves.flatMap { try facts.lists(of: $0) } }
      guard !lists.isEmpty else { return }
      let walked = lists.reduce(0) { $0 + $1.walk.length }
      let byCode = lists.reduce(0) { $0 + $1.walk.byCode }
      let proven = lists.filter(\.walk.proven).count
      print(
        "\(lists.count.counted("list")), \(walked / 1000) m to walk, \(byCode / 1000) m in "
          + "bin-code order; \(proven) of \(lists.count) proven shortest")
      if release { print("released " + (try desk.release(waves, why: why)).listed) }
      print("back again: pickway wave \(release ? "recall" : "dissolve") WAVE")
    }

    /// Tells what would be, one policy a column.
    private func tell(
      _ policy: ReleasePolicy, _ desk: FloorDesk, _ store: any Store, _ clock: LocalClock
    ) throws {
      let line = ProgressLine()
      line.show("working it out", after: .zero)
      let others = try versus.map { [try PolicyOption.changed(policy, by: $0, clock)] } ?? []
      let view = try desk.release(
        whatIf: [policy] + others, on: FloorWatch(store: store), at: Machine.now())
      line.clear()
      guard !listing.json else {
        return print(try jsonText(view.figures.map { WhatIfRow($0, clock) }))
      }
      let columns: [(title: String, value: (WhatIfFigure) -> String)] =
        [("IF RELEASED NOW", \.name)]
        + view.figures.indices.map { index in
          ("POLICY \(index + 1)", { $0.values[index] })
        }
      try listing.print(
        WhatIfFigure.all(view.figures, clock), columns: columns, empty: "no orders to plan")
    }
  }
}

/// A figure of policies side by side.
private struct WhatIfFigure: Encodable {
  var name: String
  var values: [String]

  static func all(_ figures: [WhatIf], _ clock: LocalClock) -> [WhatIfFigure] {
    let rows = figures.map { WhatIfRow($0, clock) }
    func figure(_ name: String, _ value: (WhatIfRow) -> String) -> WhatIfFigure {
      WhatIfFigure(name: name, values: rows.map(value))
    }
    return [
      figure("policy", \.policy), figure("orders", { String($0.orders) }),
      figure("waves", { String($0.waves) }), figure("lists", { String($0.lists) }),
      figure("lines", { String($0.lines) }), figure("metres", { String($0.metres) }),
      figure("finish", { $0.finish ?? "-" }),
      figure("interval", { row in row.early.map { "\($0)-\(row.late ?? "")" } ?? "-" }),
      figure("slack, min", { $0.slackMinutes.map { String($0) } ?? "-" }),
      figure("risk", { $0.risk ?? "-" }),
      figure("people picking", { String($0.pickers) }),
      figure(
        "more people needed",
        { row in
          guard row.orders > 0 else { return "-" }
          return row.needed.map { String($0) }
            ?? (row.risk == "unstaffed" ? "a packer" : "hopeless")
        }),
      figure("makes late", { $0.delayed.isEmpty ? "-" : $0.delayed.joined(separator: " ") }),
    ]
  }
}

/// What would be with a policy, for other programs.
private struct WhatIfRow: Encodable {
  var policy: String
  var orders: Int
  var waves: Int
  var lists: Int
  var lines: Int
  var metres: Int
  var finish: String?
  var early: String?
  var late: String?
  var finishAt: Int64?
  var slackMinutes: Int?
  var risk: String?
  var pickers: Int
  var needed: Int?
  var delayed: [String]

  init(_ told: WhatIf, _ clock: LocalClock) {
    policy = PolicyOption.words(told.policy, clock)
    (orders, waves, lists) = (told.orders, told.waves, told.lists)
    (lines, metres, pickers, needed) = (told.lines, told.metres, told.pickers, told.needed)
    delayed = told.delayed.map(\.rawValue)
    risk = told.worst?.risk.rawValue
    guard let last = told.last, told.worst?.risk != .unstaffed else { return }
    finish = clock.text(last.middle)
    early = clock.text(last.early)
    late = clock.text(last.late)
    finishAt = last.middle.milliseconds
    slackMinutes = told.worst?.slack
  }
}
