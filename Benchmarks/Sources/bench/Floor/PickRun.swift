import Barcodes
import Flows
import Simulation
import Station
import Storage
import Warehouse

/// One picker on the real flows and the real store, without a terminal: signs in, takes lists,
/// binds totes and picks until nothing is left.
struct PickRun {
  /// What a picker's handheld took.
  struct Result: Codable {
    var commits: [TimedStore<SQLiteStore>.Commitment] = []
    /// From a tote's scan to its new screen: when it came, and how long, in nanoseconds.
    var steps: [Step] = []
    /// What it takes to turn the conversation into the bytes that are saved, in nanoseconds.
    var encoding: [Int64] = []
    var picks = 0
    var ended: Int64 = 0
  }

  /// One tote's scan.
  struct Step: Codable {
    var began: Int64
    var took: Int64
  }

  private let store: TimedStore<SQLiteStore>
  private let person: Int
  private let handheld: Handheld
  private var script: PickScript

  /// Powers the handheld of one of several people on.
  init(store path: String, person: Int, among count: Int) throws {
    store = TimedStore(try SQLiteStore.open(at: path))
    self.person = person
    let device = "BENCH\(person)"
    handheld = try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: Code(device), now: { DemoFloor.start }, seed: Seeds(prefix: device).next))
    script = PickScript(person: person, among: count)
  }

  /// Works until nothing is left to pick.
  ///
  /// - Parameter pause: how long the person thinks before every act, in milliseconds.
  mutating func run(pause: Int) throws -> Result {
    var result = Result()
    if pause > 0 { Clock.pause(milliseconds: pause * person / BenchFloor.people) }
    while true {
      let screen = handheld.screen
      guard let wanted = Wanted(screen) else {
        throw Trouble("\(screen.title.en): \(screen.prompt.label.en): not a picker's screen")
      }
      guard let act = try script.act(on: wanted, in: store.inner) else { break }
      if pause > 0 { Clock.pause(milliseconds: pause) }
      let began = Clock.now
      _ = try handheld.handle([act.input])
      if let trouble = handheld.trouble { throw trouble }
      guard wanted == .tote else { continue }
      result.steps.append(Step(began: began, took: Clock.now - began))
      if pause == 0, script.picks % 10 == 0 {
        result.encoding.append(try Clock.time { _ = try handheld.conversation.saved() })
      }
    }
    result.commits = store.commits
    result.picks = script.picks
    result.ended = Clock.now
    try store.inner.close()
    return result
  }
}

extension PickScript.Act {
  /// What the handheld hears.
  var input: Input {
    switch self {
    case .scan(let code): .scan(Scan(text: code))
    case .enter: .key(.enter)
    case .digit(let digit): .key(.character(digit))
    }
  }

  /// What the terminal is sent.
  var bytes: [UInt8] {
    switch self {
    case .scan(let code): Array("\(code)\r".utf8)
    case .enter: [0x0D]
    case .digit(let digit): Array(String(digit).utf8)
    }
  }
}
