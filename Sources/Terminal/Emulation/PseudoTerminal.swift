import CTerminal
import Glibc

/// A pseudo-terminal: the person's end of a terminal, with a program at the other.
///
/// For trips on the real binary, benchmarks, and tests of displays. What the program sends is
/// `read`, what a person types is `write`n. Closing hangs up.
public final class PseudoTerminal {
  /// Why a pseudo-terminal or its program could not be had.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What was tried.
    public var what: String
    /// The system's error number.
    public var code: Int32

    /// One line: what was tried and the system's number.
    public var description: String { "\(what): error \(code)" }
  }

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with a status from 0 to 255.
    case exited(Int)
    /// By a signal.
    case killed(signal: Int)
  }

  /// The person's end.
  public private(set) var leader: Int32
  /// The program's end, where no program was started and a display in this process uses it.
  public private(set) var follower: Int32?
  /// The program's process, where one was started.
  public let process: Int32?
  /// How the program ended, once `ending` has seen it.
  private var ended: Ending?

  /// Opens a pseudo-terminal whose other end this process uses itself.
  public init(size: Size) throws(Failure) {
    var leader: Int32 = -1
    var follower: Int32 = -1
    let code = ct_pty_open(Int32(size.rows), Int32(size.columns), &leader, &follower)
    guard code == 0 else { throw Failure(what: "open a pseudo-terminal", code: code) }
    self.leader = leader
    self.follower = follower
    process = nil
  }

  /// Starts a program on a pseudo-terminal of its own, as the leader of a session.
  ///
  /// - Parameters:
  ///   - program: The path of the program; the search path is not looked at.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All of its environment, `TERM` among it.
  ///   - directory: Where it runs; nil for here.
  ///   - size: Columns and rows.
  public init(
    running program: String, _ arguments: [String] = [], environment: [String: String],
    directory: String? = nil, size: Size
  ) throws(Failure) {
    var leader: Int32 = -1
    var child: Int32 = -1
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let code = Self.withStrings([program] + arguments) { arguments in
      Self.withStrings(variables) { variables in
        ct_pty_spawn(
          program, arguments, variables, directory, Int32(size.rows), Int32(size.columns),
          &leader, &child)
      }
    }
    guard code == 0 else { throw Failure(what: "start \(program)", code: code) }
    self.leader = leader
    process = child
  }

  deinit {
    hangUp()
    if let process, ended == nil { Self.end(process) }
  }

  /// Types bytes; those the program does not take within five seconds are lost.
  public func write(_ bytes: [UInt8]) {
    guard leader >= 0 else { return }
    _ = ct_write(leader, bytes, bytes.count)
  }

  /// Types a text.
  public func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// What the program has sent, waiting for it up to a number of milliseconds.
  ///
  /// - Returns: Empty when nothing came in time, nil when the program's end is closed.
  public func read(timeout: Int) -> [UInt8]? {
    guard leader >= 0 else { return nil }
    let ready = ct_wait(leader, -1, -1, Int64(timeout))
    guard ready != 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = ct_read(leader, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }

  /// Feeds an emulator, and types its answers, until the program has been quiet for a while.
  ///
  /// - Parameters:
  ///   - emulator: What sees the bytes.
  ///   - quiet: How long nothing may come before it counts as quiet, in milliseconds.
  ///   - limit: When to stop in any case, in milliseconds.
  /// - Returns: Whether the program's end is still open.
  @discardableResult
  public func settle(_ emulator: inout Emulator, quiet: Int = 50, limit: Int = 5000) -> Bool {
    let until = ct_now() + Int64(limit)
    while ct_now() < until {
      guard let bytes = read(timeout: quiet) else { return false }
      guard !bytes.isEmpty else { return true }
      emulator.feed(bytes)
      let replies = emulator.takeReplies()
      if !replies.isEmpty { write(replies) }
    }
    return true
  }

  /// Feeds an emulator, and types its answers, until a screen satisfies a condition.
  ///
  /// - Returns: Whether it did before the limit, in milliseconds.
  public func settle(
    _ emulator: inout Emulator, limit: Int = 5000, until condition: (Frame) -> Bool
  ) -> Bool {
    let end = ct_now() + Int64(limit)
    while !condition(emulator.frame) {
      guard ct_now() < end, let bytes = read(timeout: 20) else { return condition(emulator.frame) }
      emulator.feed(bytes)
      let replies = emulator.takeReplies()
      if !replies.isEmpty { write(replies) }
    }
    return true
  }

  /// Changes the size; the program is told by `SIGWINCH`.
  public func resize(to size: Size) {
    guard leader >= 0 else { return }
    _ = ct_pty_resize(leader, Int32(size.rows), Int32(size.columns))
  }

  /// Hangs up, as when a connection breaks: the program gets `SIGHUP` and reads an end.
  public func hangUp() {
    if leader >= 0 { close(leader) }
    leader = -1
    if let follower { close(follower) }
    follower = nil
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) {
    guard let process, ended == nil else { return }
    _ = kill(process, number)
  }

  /// How the program ended, waiting for it up to a number of milliseconds; nil while it runs.
  public func ending(timeout: Int) -> Ending? {
    guard let process else { return nil }
    let until = ct_now() + Int64(timeout)
    while ended == nil {
      var status: Int32 = 0
      switch ct_reap(process, &status) {
      case 1: ended = status < 0 ? .killed(signal: Int(-status)) : .exited(Int(status))
      case 0:
        guard ct_now() < until else { return nil }
        // What it still sends must be taken, or it could not end.
        if read(timeout: 5) == nil { _ = ct_wait(-1, -1, -1, 5) }
      default: return nil
      }
    }
    return ended
  }

  private static func end(_ process: Int32) {
    _ = kill(process, 9)
    var status: Int32 = 0
    while ct_reap(process, &status) == 0 { _ = ct_wait(-1, -1, -1, 1) }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { string in
      let bytes = Array(string.utf8CString)
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    return body(copies + [nil])
  }
}
