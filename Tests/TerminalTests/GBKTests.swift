import Foundation
import Glibc
import Terminal
import Testing

/// A handheld that speaks GBK: curses gets wide characters and converts them itself.
@MainActor
@Suite(.serialized)
struct GBKTests {
  /// A folder with a GBK locale made for the test; nil where the system cannot make one.
  nonisolated static let locales: String? = {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pickway-locales-\(getpid())")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/localedef")
    process.arguments = ["-f", "GBK", "-i", "zh_CN", folder.appending(path: "zh_CN.GBK").path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do { try process.run() } catch { return nil }
    process.waitUntilExit()
    let made = FileManager.default.fileExists(atPath: folder.appending(path: "zh_CN.GBK").path)
    return made ? folder.path : nil
  }()

  @Test(.enabled(if: GBKTests.locales != nil, "needs localedef and GBK: apt-get install locales"))
  func chineseGoesOutAsGBKAndUnknownCharactersAsQuestionMarks() throws {
    let folder = try #require(Self.locales)
    setenv("LOCPATH", folder, 1)
    let isSet = setlocale(LC_ALL, "zh_CN.GBK") != nil
    unsetenv("LOCPATH")
    defer {
      setlocale(LC_ALL, "C.utf8")
      try? FileManager.default.removeItem(atPath: folder)
    }
    try #require(isSet)
    let terminal = try PseudoTerminal(size: Size(columns: 20, rows: 4))
    let follower = try #require(terminal.follower)
    let display = try #require(
      CursesDisplay(input: follower, output: follower, options: .init(name: "vt100")))
    var frame = Frame(size: display.size)
    frame.put("拣货\u{20000}x", row: 0, column: 0)
    display.show(frame)
    // All of it: a busy machine hands the bytes over in pieces.
    var bytes: [UInt8] = []
    while let more = terminal.read(timeout: 1000), !more.isEmpty { bytes += more }
    display.close()
    let expected: [UInt8] = [0xBC, 0xF0, 0xBB, 0xF5] + Array("??x".utf8)
    #expect(bytes.indices.contains { bytes[$0...].starts(with: expected) }, "\(bytes)")
  }
}
