import Dispatch
import Glibc
import Synchronization

/// A scale on 127.0.0.1: frames in one of the usual forms, with drift and faults on demand.
public final class ScaleEmulator: Sendable {
  /// How its lines look.
  public enum Form: String, Sendable, CaseIterable {
    /// `ST,GS,+0001.234kg`.
    case and
    /// `S S     1.234 kg`.
    case sics
    /// `   1.234 kg`.
    case plain
    /// STX, sign, six digits, decimals, check, ETX.
    case xk3190
    /// `=432.100`.
    case reversed
  }

  /// What is done to it.
  public enum Control: Hashable, Sendable {
    /// So many grams lie on it.
    case weight(Int)
    /// Each line is off by up to so many grams, and says that it does not rest.
    case drift(Int)
    /// It sends nothing.
    case silent(Bool)
    /// It cuts every line, and takes none.
    case power(Bool)
    /// There is too much on it.
    case overload(Bool)
    /// It weighs in pounds.
    case pounds(Bool)
    /// It sends what nobody can read.
    case noise(Bool)

    /// What can be said.
    public static let words =
      "weight GRAMS, drift GRAMS, silent, overload, lb, noise, off, mend"

    /// Reads a control from its words.
    public init?(_ line: String) {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first ?? "", words.count) {
      case ("weight", 2): guard let grams = Int(words[1]) else { return nil }; self = .weight(grams)
      case ("drift", 2): guard let grams = Int(words[1]) else { return nil }; self = .drift(grams)
      case ("silent", 1): self = .silent(true)
      case ("overload", 1): self = .overload(true)
      case ("lb", 1): self = .pounds(true)
      case ("noise", 1): self = .noise(true)
      case ("off", 1): self = .power(false)
      case ("mend", 1): self = .power(true)
      default: return nil
      }
    }
  }

  private struct State {
    var grams = 0
    var drift = 0
    var isSilent = false
    var isOn = true
    var isOver = false
    var isPounds = false
    var isNoise = false
    var isStopped = false
    var count = 0
  }

  /// The port it listens on.
  public let port: UInt16
  private let form: Form
  private let interval: Int32
  private let state: Mutex<State>

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - form: how its lines look.
  ///   - port: the port; 0 takes a free one.
  ///   - interval: milliseconds between two lines.
  /// - Throws: `ScaleTrouble` when the port cannot be had.
  public init(form: Form = .and, port: UInt16 = 0, interval: Int = 100) throws(ScaleTrouble) {
    self.form = form
    self.interval = Int32(interval)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    address.sin_port = port.bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard listener >= 0, isBound else {
      if listener >= 0 { close(listener) }
      throw ScaleTrouble("cannot listen on 127.0.0.1:\(port): \(String(cString: strerror(errno)))")
    }
    self.port = UInt16(bigEndian: address.sin_port)
    state = Mutex(State())
    // The thread keeps this object alive until stop().
    DispatchQueue(label: "emulated-scale").async { self.run(listener) }
  }

  /// Does something to the scale.
  public func apply(_ control: Control) {
    state.withLock { state in
      switch control {
      case .weight(let grams): state.grams = grams
      case .drift(let grams): state.drift = grams
      case .silent(let value): state.isSilent = value
      case .power(let isOn):
        if isOn {
          let grams = state.grams
          state = State()
          state.grams = grams
        } else {
          state.isOn = false
        }
      case .overload(let value): state.isOver = value
      case .pounds(let value): state.isPounds = value
      case .noise(let value): state.isNoise = value
      }
    }
  }

  /// Ends it.
  public func stop() { state.withLock { $0.isStopped = true } }

  private func run(_ listener: Int32) {
    var lines: [Int32] = []
    defer {
      for line in lines { close(line) }
      close(listener)
    }
    while true {
      let now = state.withLock { state in
        state.count += 1
        return state
      }
      if now.isStopped { return }
      var wait = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      if poll(&wait, 1, interval) == 1 {
        let line = accept(listener, nil, nil)
        if line >= 0 { lines.append(line) }
      }
      if !now.isOn {
        for line in lines { close(line) }
        lines = []
        continue
      }
      guard !now.isSilent else { continue }
      let bytes = frame(now)
      lines.removeAll { line in
        let sent = send(line, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        guard sent < 0, errno != EAGAIN else { return false }
        close(line)
        return true
      }
    }
  }

  private func frame(_ state: State) -> [UInt8] {
    if state.isNoise { return Array("#\u{1}?? \u{7f}\r\n".utf8) }
    // Never twice the same while it drifts.
    let off = state.drift == 0 ? 0 : (state.count * 7) % (2 * state.drift + 1) - state.drift
    let grams = state.grams + (off == 0 && state.drift > 0 ? 1 + state.count % 2 : off)
    let isStable = state.drift == 0
    let sign = grams < 0 ? "-" : "+"
    let kilograms = Self.kilograms(abs(grams))
    let unit = state.isPounds ? "lb" : "kg"
    switch form {
    case .and:
      if state.isOver { return Array("OL,GS,+9999.999kg\r\n".utf8) }
      let digits = String(repeating: "0", count: max(0, 8 - kilograms.count)) + kilograms
      return Array("\(isStable ? "ST" : "US"),GS,\(sign)\(digits)\(unit)\r\n".utf8)
    case .sics:
      if state.isOver { return Array("S +\r\n".utf8) }
      let minus = grams < 0 ? "-" : ""
      return Array("S \(isStable ? "S" : "D")    \(minus)\(kilograms) \(unit)\r\n".utf8)
    case .plain:
      if state.isOver { return Array("OL\r\n".utf8) }
      let minus = grams < 0 ? "-" : " "
      return Array("  \(minus)\(kilograms) \(unit)\(isStable ? "" : " ?")\r\n".utf8)
    case .xk3190:
      let value = state.isOver ? 999_999 : abs(grams)
      let digits = String(String(1_000_000 + value).dropFirst())
      let body = Array("\(sign)\(digits)3".utf8)
      let check = body.reduce(0, ^)
      let hex = Array("0123456789ABCDEF".utf8)
      return [2] + body + [hex[Int(check >> 4)], hex[Int(check & 15)], 3]
    case .reversed:
      return Array(("=" + String((grams < 0 ? "-" : "") + kilograms).reversedText).utf8)
    }
  }

  private static func kilograms(_ grams: Int) -> String {
    "\(grams / 1000)." + String(String(1000 + grams % 1000).dropFirst())
  }
}

extension String {
  fileprivate var reversedText: String { String(reversed()) }
}

/// Why a scale cannot be emulated.
public struct ScaleTrouble: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ sentence: String) { description = sentence }
}
