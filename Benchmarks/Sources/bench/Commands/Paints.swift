import Terminal

/// How long and how many bytes it takes until the person sees what a key or scan did.
struct Paints: Benchmark {
  static let name = "paint"
  static let about = "from key or scan to the repaint on a pseudo-terminal, and its bytes"

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  private enum Kind: String, CaseIterable {
    case bin = "bin accepted"
    case item = "item accepted"
    case tote = "tote, commit, next stop"
    case refusal = "refusal (unknown code)"
    case lookUp = "F5 look up"
    case back = "F3 back"
  }

  /// Bytes a step of a clear-and-repaint peer, measured the same way.
  private static let peer: (fewest: Int64, most: Int64) = (2_400, 6_000)

  func run(in scratch: Scratch) throws {
    let program = try options.program()
    let master = scratch.file("master.sqlite")
    try BenchFloor.create(at: master)
    var syncs = try Disk.syncs(150, in: scratch)
    var echoes = try echo()
    let store = try scratch.copy(master, as: "xterm.sqlite")
    let (xterm, peak) = try pick(100, program, store, "xterm")
    syncs.add(try Disk.syncs(150, in: scratch))
    echoes.add(try echo())
    let (vt100, _) = try pick(
      50, program, try scratch.copy(master, as: "vt100.sqlite"), "vt100")

    var table = Table(
      "xterm", "n", "first p50", "first p99", "last p50", "last p99", "worst", "p50/echo",
      "p50/fsync")
    for (name, times) in [("cat echo, raw", echoes), ("bare 4 KiB fsync", syncs)] {
      table.add(
        name, "\(times.count)", "-", "-", milliseconds(times.p50), milliseconds(times.p99),
        milliseconds(times.worst), ratio(times.p50, to: echoes.p50),
        ratio(times.p50, to: syncs.p50))
    }
    for kind in Kind.allCases {
      let first = Durations((xterm[kind] ?? []).map(\.first))
      let last = Durations((xterm[kind] ?? []).map(\.last))
      table.add(
        kind.rawValue, "\(last.count)", milliseconds(first.p50), milliseconds(first.p99),
        milliseconds(last.p50), milliseconds(last.p99), milliseconds(last.worst),
        ratio(last.p50, to: echoes.p50), ratio(last.p50, to: syncs.p50))
    }
    table.show()
    print("(milliseconds)\n")
    bytes(xterm, vt100)
    print(
      """
      peak memory of the console after 100 picks: \(Memory.megabytes(peak)) MB
      Read: times run from the write of the whole key or scan to the first and last byte of the
      repaint; an accepted scan is on the disk before anything is painted. peer/mean is the fewest
      bytes a step of a client that clears and repaints (\(Self.peer.fewest) to \(Self.peer.most))
      against the mean of xterm.
      """)
  }

  private func bytes(_ xterm: [Kind: [ConsoleRun.Step]], _ vt100: [Kind: [ConsoleRun.Step]]) {
    var table = Table(
      "bytes, 20x16 zh", "xterm mean", "worst", "vt100 mean", "worst", "peer/mean")
    for kind in Kind.allCases {
      let (modern, old) = (sizes(xterm[kind]), sizes(vt100[kind]))
      table.add(
        kind.rawValue, "\(modern.mean)", "\(modern.worst)", "\(old.mean)", "\(old.worst)",
        ratio(Self.peer.fewest, to: modern.mean))
    }
    table.show()
  }

  private func sizes(_ steps: [ConsoleRun.Step]?) -> Durations {
    Durations((steps ?? []).map { Int64($0.bytes) })
  }

  /// Picks so many lines, with a refusal and a detour at every few.
  private func pick(
    _ picks: Int, _ program: String, _ store: String, _ term: String
  ) throws -> ([Kind: [ConsoleRun.Step]], Int) {
    let picker = try PtyPicker(program, store: store, device: "BENCH", term: term)
    var steps: [Kind: [ConsoleRun.Step]] = [:]
    var visited = 0
    while picker.picks < picks {
      if try picker.console.wanted() == .bin {
        visited += 1
        if visited % 2 == 0 { try detour(picker.console, &steps) }
        if visited % 3 == 0 {
          // Long enough for all three bells.
          let step = picker.console.send(Array("NOSUCHCODE9\r".utf8), quiet: 300)
          steps[.refusal, default: []].append(step)
        }
      }
      guard let done = try picker.next() else { break }
      switch done.wanted {
      case .bin: steps[.bin, default: []].append(done.step)
      case .item: steps[.item, default: []].append(done.step)
      case .tote: steps[.tote, default: []].append(done.step)
      case .badge, .equipment, .menu, .list, .emptyTote, .drop, .rest: break
      }
    }
    let peak = picker.console.peak
    picker.console.kill()
    return (steps, peak)
  }

  private func detour(_ console: ConsoleRun, _ steps: inout [Kind: [ConsoleRun.Step]]) throws {
    steps[.lookUp, default: []].append(console.send(Array("\u{1B}[15~".utf8)))
    guard console.screen.frame.shows("查询") else { throw Trouble("F5 opened nothing") }
    steps[.back, default: []].append(console.send(Array("\u{1B}OR".utf8)))
  }

  /// Times of a byte through a pseudo-terminal to cat(1) and back.
  private func echo() throws -> Durations {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "stty raw -echo; echo; exec cat"],
      environment: ConsoleRun.environment("xterm"), size: ConsoleRun.size)
    _ = terminal.read(timeout: 2000)
    Clock.pause(milliseconds: 50)
    var times = Durations()
    for _ in 0..<150 {
      let start = Clock.now
      terminal.write("x")
      guard terminal.read(timeout: 1000)?.isEmpty == false else {
        throw Trouble("cat did not answer")
      }
      times.add(Clock.now - start)
    }
    return times
  }
}
