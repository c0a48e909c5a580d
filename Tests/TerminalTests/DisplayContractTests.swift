import Flows
import Glibc
import Terminal
import Testing

/// What every display does alike, and what the plain ones do.
@MainActor
@Suite(.serialized)
struct DisplayContractTests {
  /// The contract: no call traps, before or after the end, whatever the frame's size.
  static func hold(_ display: any Display) {
    for size in [display.size, Size(columns: 3, rows: 2), Size(columns: 200, rows: 60)] {
      var frame = Frame(size: size)
      frame.put("拣货 picking", row: 0, column: 0)
      frame.cursor = Position(row: size.rows - 1, column: size.columns - 1)
      display.show(frame)
      display.show(frame)
    }
    display.sound(.good)
    display.sound(.bad)
    display.ringIfDue()
    display.close()
    display.show(Frame(size: display.size))
    display.sound(.bad)
    display.close()
  }

  @Test func allDisplaysHoldIt() throws {
    setlocale(LC_ALL, "C.utf8")
    let size = Size(columns: 40, rows: 12)
    Self.hold(MemoryDisplay(size: size))
    let terminal = try PseudoTerminal(size: size)
    let follower = try #require(terminal.follower)
    Self.hold(LineDisplay(output: follower, size: size))
    while let bytes = terminal.read(timeout: 0), !bytes.isEmpty { _ = bytes }
    Self.hold(
      try #require(
        CursesDisplay(input: follower, output: follower, options: .init(name: "xterm"))))
  }

  @Test func memoryKeepsTheLastFrameAndTheTones() {
    let display = MemoryDisplay(size: Size(columns: 6, rows: 1), charset: .ascii)
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put("│拣货货", row: 0, column: 0)
    display.show(frame)
    display.sound(.bad)
    #expect(display.frame?.text(row: 0) == "|拣货 ")
    #expect(display.sounds == [.bad])
  }

  @Test func linesArePrintedOnceForEachChange() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let display = LineDisplay(output: ends[1], size: Size(columns: 10, rows: 4))
    var frame = Frame(size: display.size)
    frame.put("拣货", row: 0, column: 0, .bold)
    frame.put("> 扫库位", row: 3, column: 0)
    display.show(frame)
    frame.add(.reverse, to: Area(row: 0, column: 0, rows: 1, columns: 4))
    display.show(frame)
    #expect(Self.printed(from: ends[0]) == "拣货\n> 扫库位\n--------------------\n")
    // The same refusal once more looks alike, and is answered nevertheless: once.
    display.sound(.bad)
    display.sound(.bad)
    #expect(Self.printed(from: ends[0]) == "拣货\n> 扫库位\n--------------------\n")
    frame.put("!", row: 2, column: 0)
    display.show(frame)
    display.sound(.bad)
    #expect(Self.printed(from: ends[0]) == "拣货\n!\n> 扫库位\n--------------------\n")
    close(ends[1])
    close(ends[0])
  }

  /// What waits in a pipe.
  private static func printed(from end: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1000)
    let count = read(end, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
