import Foundation

/// How far a long benchmark is, on stderr: a line that is written over, or a line now and then
/// where nobody is watching.
final class Progress {
  private let isWatched = isatty(2) != 0
  private var last: Int64

  init() {
    last = Clock.now
  }

  deinit {
    if isWatched { write("\r\u{1B}[K") }
  }

  func show(_ text: String) {
    if isWatched {
      write("\r\(text)\u{1B}[K")
    } else if Clock.now - last > 10_000_000_000 {
      last = Clock.now
      write(text + "\n")
    }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
