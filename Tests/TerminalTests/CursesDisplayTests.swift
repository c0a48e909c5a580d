import Flows
import Glibc
import Terminal
import Testing

/// What curses sends to a pseudo-terminal, read back by the emulator.
@MainActor
@Suite(.serialized)
struct CursesDisplayTests {
  nonisolated static let names = ["xterm", "vt100", "linux", "screen", "xterm-256color"]

  init() {
    setlocale(LC_ALL, "C.utf8")
  }

  /// A display on a pseudo-terminal and the emulator at its other end.
  struct Rig {
    let terminal: PseudoTerminal
    let display: CursesDisplay
    var emulator: Emulator

    @MainActor
    init(_ name: String, _ size: Size, color: Bool = true, probe: Int = 0) throws {
      terminal = try PseudoTerminal(size: size)
      let follower = try #require(terminal.follower)
      display = try #require(
        CursesDisplay(
          input: follower, output: follower,
          options: .init(name: name, color: color, probe: probe)))
      emulator = Emulator(size: size)
    }

    /// What is on the screen, blanks freed of what cannot be seen on them.
    @MainActor
    mutating func seen() -> Frame {
      while let bytes = terminal.read(timeout: 0), !bytes.isEmpty { emulator.feed(bytes) }
      return display.appearance(of: emulator.frame)
    }
  }

  @Test(arguments: names)
  func framesAreSeenCellForCell(name: String) throws {
    var random = Seeded(7)
    for size in [Size(columns: 20, rows: 16), Size(columns: 80, rows: 24)] {
      var rig = try Rig(name, size)
      var frame: Frame?
      for step in 0..<40 {
        let next = RandomFrames.frame(size, &random, base: step % 5 == 0 ? nil : frame)
        rig.display.show(next)
        let seen = rig.seen()
        let expected = rig.display.appearance(of: next)
        #expect(seen == expected, "step \(step)\n\(expected.golden)\n\(seen.golden)")
        if seen != expected { return }
        frame = next
      }
      rig.display.close()
    }
  }

  @Test func unknownTerminalsAreDrawnAsVT100AndDumbOnesNot() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 20, rows: 4))
    let follower = try #require(terminal.follower)
    let unknown = try #require(
      CursesDisplay(input: follower, output: follower, options: .init(name: "no-such-terminal")))
    #expect(unknown.name == "vt100")
    unknown.close()
    #expect(CursesDisplay(input: follower, output: follower, options: .init(name: "dumb")) == nil)
  }

  @Test func twoTerminalsInOneProcessShowTheirOwn() throws {
    var small = try Rig("vt100", Size(columns: 20, rows: 16))
    var large = try Rig("xterm", Size(columns: 80, rows: 24))
    for step in 0..<3 {
      for sample in ["bin", "refused"] {
        let screen = SampleScreens.sample(sample)
        let frames = [small.display.size, large.display.size].map { size in
          Renderer().frame(
            for: screen.screen, entry: screen.entry, surroundings: SampleScreens.surroundings,
            size: size, language: .zh, charset: .unicode)
        }
        small.display.show(frames[0])
        large.display.show(frames[1])
        #expect(small.seen() == small.display.appearance(of: frames[0]), "step \(step)")
        #expect(large.seen() == large.display.appearance(of: frames[1]), "step \(step)")
      }
    }
    small.display.close()
    large.display.close()
  }

  @Test func resizeIsSeenAndDrawnAnew() throws {
    var rig = try Rig("xterm", Size(columns: 20, rows: 16))
    let sample = SampleScreens.sample("bin")
    for size in [Size(columns: 80, rows: 24), Size(columns: 20, rows: 4)] {
      rig.terminal.resize(to: size)
      rig.emulator.resize(to: size)
      #expect(rig.display.resize())
      #expect(!rig.display.resize())
      #expect(rig.display.size == size)
      let frame = Renderer().frame(
        for: sample.screen, entry: sample.entry, surroundings: SampleScreens.surroundings,
        size: size, language: .zh, charset: rig.display.charset)
      rig.display.show(frame)
      #expect(rig.seen() == rig.display.appearance(of: frame))
    }
    rig.display.close()
  }

  @Test func colorsAreLeftOutWhereTheyAreNotWanted() throws {
    var rig = try Rig("xterm", Size(columns: 20, rows: 4), color: false)
    var frame = Frame(size: Size(columns: 20, rows: 4))
    frame.put("! 商品不对", row: 0, column: 0, [.bold, .reverse, .bad])
    rig.display.show(frame)
    #expect(rig.display.attributes.isDisjoint(with: .colors))
    _ = rig.seen()
    #expect(rig.emulator.frame[0, 0].attributes == [.bold, .reverse])
    rig.display.close()
  }

  @Test func linesAreAsciiWhereCursesWouldSendThemRaw() throws {
    for (name, charset) in [
      ("linux", Charset.ascii), ("screen", .ascii), ("xterm", .unicode), ("vt100", .unicode),
    ] {
      let rig = try Rig(name, Size(columns: 20, rows: 4))
      #expect(rig.display.charset == charset, "\(name)")
      rig.display.close()
    }
  }

  @Test func aTerminalAskedForItsLineWidthIsBelievedAndTypingIsKept() throws {
    for (answer, charset) in [("\u{1B}[1;2R", Charset.unicode), ("\u{1B}[1;3R", .ascii)] {
      let terminal = try PseudoTerminal(size: Size(columns: 20, rows: 4))
      let follower = try #require(terminal.follower)
      var modes = termios()
      tcgetattr(follower, &modes)
      cfmakeraw(&modes)
      tcsetattr(follower, TCSANOW, &modes)
      // A scan that came before the answer, and the answer.
      terminal.write("A-07\r" + answer + "x")
      let display = try #require(
        CursesDisplay(
          input: follower, output: follower, options: .init(name: "screen", probe: 500)))
      #expect(display.charset == charset)
      #expect(display.early == Array("A-07\r".utf8))
      var emulator = Emulator(size: Size(columns: 20, rows: 4))
      var frame = Frame(size: Size(columns: 20, rows: 4))
      frame.box(Area(row: 0, column: 0, rows: 4, columns: 20))
      display.show(frame)
      terminal.settle(&emulator, quiet: 0)
      #expect(emulator.frame == display.appearance(of: frame))
      display.close()
    }
  }

  @Test func refusalsRingThreeTimesWithoutWaiting() throws {
    var rig = try Rig("xterm", Size(columns: 20, rows: 4))
    rig.display.sound(.good)
    rig.display.sound(.bad)
    _ = rig.seen()
    #expect(rig.emulator.bellCount == 1)
    while let due = rig.display.bellDue {
      _ = Poller.now < due ? usleep(5_000) : 0
      rig.display.ringIfDue()
    }
    _ = rig.seen()
    #expect(rig.emulator.bellCount == 3)
    rig.display.close()
  }

  @Test func closingGivesTheTerminalBack() throws {
    let terminal = try PseudoTerminal(size: Size(columns: 20, rows: 4))
    let follower = try #require(terminal.follower)
    var before = termios()
    var during = termios()
    var after = termios()
    tcgetattr(follower, &before)
    let display = try #require(
      CursesDisplay(input: follower, output: follower, options: .init(name: "xterm")))
    tcgetattr(follower, &during)
    var emulator = Emulator(size: Size(columns: 20, rows: 4))
    display.show(Frame(size: display.size))
    terminal.settle(&emulator, quiet: 0)
    #expect(emulator.isAlternate)
    #expect(during.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
    display.close()
    terminal.settle(&emulator, quiet: 0)
    tcgetattr(follower, &after)
    #expect(!emulator.isAlternate)
    #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
    // Nothing happens after the end.
    display.show(Frame(size: Size(columns: 20, rows: 4)))
    display.sound(.bad)
    display.close()
  }

  @Test func aHangUpIsSeenAndDrawingAfterItDoesNothing() throws {
    let rig = try Rig("xterm", Size(columns: 20, rows: 4))
    let follower = try #require(rig.terminal.follower)
    let copy = dup(follower)
    let poller = Poller(input: copy)
    #expect(poller.wait(timeout: 0) == [])
    rig.terminal.write("A1")
    #expect(poller.wait(timeout: 1000) == [.input(Array("A1".utf8))])
    rig.terminal.hangUp()
    #expect(poller.wait(timeout: 1000).contains(.hangup))
    rig.display.show(Frame(size: Size(columns: 20, rows: 4)))
    rig.display.sound(.bad)
    rig.display.close()
    poller.stop()
    close(copy)
  }

  @Test func signalsAndTheExtraDescriptorWakeTheWait() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let poller = Poller(input: -1, extra: ends[0])
    kill(getpid(), SIGWINCH)
    kill(getpid(), SIGTERM)
    write(ends[1], "x", 1)
    // Any thread may take a signal, and in its own time: the watch ends when all three have come,
    // because a signal that comes later does what it did before.
    let wanted: Set<Poller.Wakeup> = [.signal(.resized), .signal(.terminate), .extra]
    var seen: Set<Poller.Wakeup> = []
    for _ in 0..<2000 where !seen.isSuperset(of: wanted) {
      seen.formUnion(poller.wait(timeout: 10))
      if !seen.isSuperset(of: wanted) { usleep(5_000) }
    }
    #expect(seen == wanted)
    poller.stop()
    close(ends[0])
    close(ends[1])
  }
}
