import Foundation
import Terminal

/// How long it takes until the first whole screen.
struct Starts: Benchmark {
  static let name = "start"
  static let about = "from spawn to the first whole screen on a pseudo-terminal; peak memory"

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  private static let rounds = 20

  func run(in scratch: Scratch) throws {
    let program = try options.program()
    let master = scratch.file("master.sqlite")
    try BenchFloor.create(at: master)
    let store = try scratch.copy(master, as: "floor.sqlite")
    var (nothing, reading) = (Durations(), Durations())
    for _ in 0..<Self.rounds {
      nothing.add(try spawn("/bin/true", []))
      reading.add(try spawn("/bin/cat", ["/proc/self/stat"]))
    }
    var peak = 0
    var fresh = Durations()
    for round in 1...Self.rounds {
      let console = try ConsoleRun(program, store: store, device: "NEW\(round)", term: "xterm")
      guard try console.wanted() == .badge else { throw Trouble("the first screen is another") }
      fresh.add(console.opening.last)
      peak = max(peak, console.peak)
      console.kill()
    }
    try walkToFirstBin(program, store)
    var resumed = Durations()
    for _ in 0..<Self.rounds {
      let console = try ConsoleRun(program, store: store, device: "BENCH", term: "xterm")
      guard try console.wanted() == .bin else { throw Trouble("it came back at another step") }
      resumed.add(console.opening.last)
      peak = max(peak, console.peak)
      console.kill()
    }
    var table = Table.durations("", unit: "cat")
    table.add("/bin/true to its end", nothing, unit: reading.p50)
    table.add("/bin/cat to its first byte", reading, unit: reading.p50)
    table.add("console to the sign-in screen", fresh, unit: reading.p50)
    table.add("console to the step it had", resumed, unit: reading.p50)
    table.show()
    print(
      """
      peak memory of the console: \(Memory.megabytes(peak)) MB
      Read: p50/cat is how many times longer than a program that only prints. The last row is after
      a SIGKILL in the middle of a list: taking the session up, reading its step and painting it.
      """)
  }

  private func walkToFirstBin(_ program: String, _ store: String) throws {
    let picker = try PtyPicker(program, store: store, device: "BENCH", term: "xterm")
    while try picker.console.wanted() != .bin {
      guard try picker.next() != nil else { throw Trouble("the floor has no list") }
    }
    picker.console.kill()
  }

  /// From the start of a program to its first byte, or to its end when it says nothing.
  private func spawn(_ program: String, _ arguments: [String]) throws -> Int64 {
    let start = Clock.now
    let terminal = try PseudoTerminal(
      running: program, arguments, environment: ConsoleRun.environment("xterm"),
      size: ConsoleRun.size)
    _ = terminal.read(timeout: 3000)
    return Clock.now - start
  }
}
