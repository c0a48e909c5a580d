import Foundation
import Synchronization

/// A line on a terminal's stderr that says how far a search is; nothing anywhere else.
final class ProgressLine: Sendable {
  private let isShown = isatty(2) != 0
  private let last = Mutex<Duration?>(nil)

  /// Shows a text, at most ten times a second.
  func show(_ text: String, after elapsed: Duration) {
    guard isShown else { return }
    last.withLock { last in
      if let last, elapsed - last <= .milliseconds(100) { return }
      last = elapsed
      let line = "\r\(elapsed.milliseconds / 1000) s: \(text)\u{1B}[K"
      FileHandle.standardError.write(Data(line.utf8))
    }
  }

  /// A line on stdout in place of the one before; a line of its own where stdout is no terminal.
  static func show(status text: String) {
    let ends = isatty(1) != 0 ? ("\r", "\u{1B}[K") : ("", "\n")
    FileHandle.standardOutput.write(Data((ends.0 + text + ends.1).utf8))
  }

  /// Takes the line away.
  func clear() {
    guard isShown, last.withLock({ $0 }) != nil else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
