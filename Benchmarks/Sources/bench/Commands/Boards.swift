import Foundation
import Simulation
import Storage
import Terminal
import Warehouse

/// What an open wave board costs, and whether it delays those who pick.
struct Boards: Benchmark {
  static let name = "board"
  static let about = "processor time of a wave board over 200 sessions; commits beside it"

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  /// Everybody with a session; as many as `BenchFloor.people` of them work.
  private static let sessions = 200
  /// Milliseconds between two acts of somebody who works: together some 40 commits a second, as of
  /// 200 people at five seconds an act.
  private static let pause = 480
  private static let size = Size(columns: 120, rows: 40)
  /// How long the board is open, or not, at a time, in nanoseconds.
  private static let phase: Int64 = 10_000_000_000

  func run(in scratch: Scratch) throws {
    let program = try options.program()
    let path = scratch.file("floor.sqlite")
    try BenchFloor.create(at: path, people: Self.sessions)
    let store = try SQLiteStore.open(at: path)
    try signIn(store)
    let workers = try (1...BenchFloor.people).map {
      try Worker(
        ["pick", path, String($0), String(BenchFloor.people), String(Self.pause)])
    }
    for worker in workers { try worker.ready() }
    for worker in workers { worker.go() }
    let board = try BoardRun(program, store: path, size: Self.size)
    try board.type("\(BenchFloor.supervisor)\r\r", until: "1")
    board.drain(for: Self.phase / 5)
    var open: [Range<Int64>] = []
    var shut: [Range<Int64>] = []
    var used = 0.0
    for _ in 0..<2 {
      shut.append(board.drain(for: Self.phase))
      try board.type("1", until: "Wave board")
      // The first look reads all there is, once.
      board.drain(for: Self.phase / 5)
      let before = board.processorSeconds
      open.append(board.drain(for: Self.phase))
      used += board.processorSeconds - before
      try board.type("\u{1B}OR", until: "Menu")
    }
    board.end()
    let commits = try workers.map { try $0.answer(PickRun.Result.self) }.flatMap(\.commits)
    func during(_ spans: [Range<Int64>]) -> Durations {
      Durations(commits.filter { one in spans.contains { $0.contains(one.began) } }.map(\.took))
    }
    let (without, with) = (during(shut), during(open))
    let violations = try store.violations()
    try store.close()
    guard violations.isEmpty else { throw Trouble("the store is not sound: \(violations[0])") }
    var table = Table.durations("", unit: "without")
    table.add("commits, no board open", without, unit: without.p50)
    table.add("commits, a board open at 120x40", with, unit: without.p50)
    table.show()
    let elapsed = Double(open.reduce(0) { $0 + $1.upperBound - $1.lowerBound }) / 1_000_000_000
    print(
      """
      board: \(String(format: "%.2f", used)) s of processor in \(Int(elapsed)) s, \
      \(String(format: "%.1f", 100 * used / elapsed)) % of one core (wanted: under 5 %); \
      \(Self.sessions) sessions, \(with.count / max(1, Int(elapsed))) commits a second beside it
      Read: the two rows are of the same run, ten seconds in turn; their p99 belong together.
      """)
  }

  /// Signs in those who do not work.
  private func signIn(_ store: SQLiteStore) throws {
    for number in (BenchFloor.people + 1)...Self.sessions {
      let badge = BenchFloor.badge(number)
      _ = try store.commit(
        Commit(
          id: "in.\(number)",
          command: .signIn(
            session: Code("\(badge)@1"), badge: Code(badge), device: Code("IDLE\(number)"),
            takeOver: false), at: DemoFloor.start))
    }
  }
}
