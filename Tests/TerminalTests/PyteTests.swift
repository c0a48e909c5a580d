import Foundation
import Glibc
import Terminal
import Testing

/// The emulator against pyte, an independent one, on what curses really sends.
@MainActor
@Suite(.serialized)
struct PyteTests {
  /// A Python with pyte: in `.venv` of the package, or what `PICKWAY_PYTHON` names.
  nonisolated static let python: String? = {
    let root = Goldens.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["PICKWAY_PYTHON"],
      root.appending(path: ".venv/bin/python").path,
    ]
    return candidates.compactMap { $0 }.first { path in
      FileManager.default.isExecutableFile(atPath: path)
        && (try? run(path, "import pyte", input: Data())) != nil
    }
  }()

  nonisolated static func run(_ python: String, _ script: String, input: Data) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let data = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }

  /// Prints the screen after some bytes, one row a line.
  ///
  /// pyte knows no REP, which xterm's terminfo has curses send: it is spelled out before.
  nonisolated static let script = """
    import sys, re, pyte
    data = sys.stdin.buffer.read()
    def rep(m): return m.group(1) * (1 + int(m.group(2)))
    data = re.sub(rb'([\\x20-\\x7e])\\x1b\\[(\\d+)b', rep, data)
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    stream.use_utf8 = True
    stream.feed(data)
    for row in range(24):
        print(''.join(screen.buffer[row][c].data for c in range(80)).rstrip())
    """

  @Test(
    .enabled(
      if: PyteTests.python != nil, "needs pyte: python3 -m venv .venv; .venv/bin/pip install pyte"),
    arguments: ["xterm", "linux"])
  func pyteSeesTheSameScreens(name: String) throws {
    let python = try #require(Self.python)
    setlocale(LC_ALL, "C.utf8")
    var random = Seeded(21)
    let size = Size(columns: 80, rows: 24)
    let terminal = try PseudoTerminal(size: size)
    let follower = try #require(terminal.follower)
    let display = try #require(
      CursesDisplay(input: follower, output: follower, options: .init(name: name)))
    var emulator = Emulator(size: size)
    var sent: [UInt8] = []
    for _ in 0..<12 {
      // Line drawing is left out: pyte ignores character sets in UTF-8.
      let frame = RandomFrames.frame(size, &random).drawn(with: .ascii)
      display.show(frame)
      while let bytes = terminal.read(timeout: 0), !bytes.isEmpty {
        emulator.feed(bytes)
        sent += bytes
      }
      let seen = try Self.run(python, Self.script, input: Data(sent))
      let lines = seen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.map { String($0) } == emulator.frame.lines)
    }
    display.close()
  }
}
