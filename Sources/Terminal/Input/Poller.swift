import CTerminal
import Glibc

/// The one wait of a session: the terminal, signals, a worker's descriptor and a deadline.
///
/// Signals become values read from a pipe, so nothing runs in a handler. There is one poller a
/// process, because signals are the process's.
@MainActor
public final class Poller {
  /// A signal the loop answers.
  public enum Signal: Hashable, Sendable {
    /// The window has another size.
    case resized
    /// The terminal is gone.
    case hangup
    /// Someone wants the process to end.
    case terminate
    /// Ctrl-Z from outside: suspend the display.
    case suspend
    /// The process goes on after a stop.
    case resume
  }

  /// Why the wait ended.
  public enum Wakeup: Hashable, Sendable {
    /// Bytes were typed or scanned.
    case input([UInt8])
    /// A signal came.
    case signal(Signal)
    /// The extra descriptor has something to read.
    case extra
    /// The terminal is gone: end the session at once.
    case hangup
  }

  private let input: Int32
  private let extra: Int32
  private let signals: Int32

  /// Starts watching; until `stop`, `SIGPIPE` is ignored.
  ///
  /// - Parameters:
  ///   - input: Where typed bytes come from.
  ///   - extra: A descriptor more, as of a worker's pipe; the caller reads it. Nil for none.
  public init(input: Int32 = 0, extra: Int32? = nil) {
    self.input = input
    self.extra = extra ?? -1
    signals = ct_signals_open()
  }

  /// Waits until something happens; an empty answer means the time has passed.
  ///
  /// - Parameter timeout: Milliseconds; nil waits for ever.
  public func wait(timeout: Int64?) -> [Wakeup] {
    let ready = Int(ct_wait(input, signals, extra, timeout ?? -1))
    var wakeups: [Wakeup] = []
    if ready & CT_SIGNAL != 0 { wakeups += takeSignals().map(Wakeup.signal) }
    if ready & CT_INPUT != 0 {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = ct_read(input, &bytes, bytes.count)
      if count > 0 { wakeups.append(.input(Array(bytes.prefix(count)))) }
      if count < 0 { wakeups.append(.hangup) }
    } else if ready & CT_HANGUP != 0 {
      wakeups.append(.hangup)
    }
    if ready & CT_EXTRA != 0 { wakeups.append(.extra) }
    return wakeups
  }

  /// Stops watching; signals do again what they did before.
  public func stop() {
    ct_signals_close()
  }

  /// Milliseconds of the clock that never goes back, as `wait` and the decoders count.
  public static var now: Int64 { ct_now() }

  private func takeSignals() -> [Signal] {
    var result: [Signal] = []
    while true {
      let number = ct_signal_next()
      guard number != 0 else { return result }
      guard let signal = Self.signal(number), result.last != signal else { continue }
      result.append(signal)
    }
  }

  private static func signal(_ number: Int32) -> Signal? {
    switch number {
    case SIGWINCH: .resized
    case SIGHUP: .hangup
    case SIGTERM, SIGINT: .terminate
    case SIGTSTP: .suspend
    case SIGCONT: .resume
    default: nil
    }
  }
}
