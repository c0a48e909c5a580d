import Foundation
import Synchronization

/// This program once more, as a worker of a benchmark: it says `ready`, waits for `go`, and
/// answers with one line.
final class Worker {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()

  private static let running = Mutex<Set<Int32>>([])

  /// No worker lives longer, in seconds, whatever becomes of the one that started it.
  static let lifetime: UInt32 = 110

  init(_ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["worker"] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    _ = Self.running.withLock { [pid = process.processIdentifier] in $0.insert(pid) }
  }

  /// Ends all workers, when the run is broken off.
  static func endAll() {
    running.withLock { for pid in $0 { kill(pid, SIGKILL) } }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    _ = Self.running.withLock { [pid = process.processIdentifier] in $0.remove(pid) }
  }

  /// Waits until it is ready.
  func ready() throws {
    guard try line() == "ready" else { throw Trouble("a worker did not get ready") }
  }

  func go() {
    input.fileHandleForWriting.write(Data([0x0A]))
  }

  /// What it found.
  func answer<T: Decodable>(_ type: T.Type) throws -> T {
    try JSONDecoder().decode(type, from: Data(line().utf8))
  }

  private func line() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
        buffer = Data(buffer[(end + 1)...])
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Trouble("a worker ended early") }
      buffer += more
    }
  }
}

extension Worker {
  /// The worker's own side: says `ready`, waits for `go`, works and answers.
  static func serve<T: Encodable>(_ work: () throws -> T) throws {
    alarm(lifetime)
    print("ready")
    fflush(nil)
    guard readLine() != nil else { return }
    print(String(decoding: try JSONEncoder().encode(work()), as: UTF8.self))
    fflush(nil)
  }
}
