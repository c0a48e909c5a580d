import Synchronization

/// Makes texts that were never made before: a word and a number.
final class Counter: Sendable {
  private let word: String
  private let count = Mutex(0)

  init(_ word: String) {
    self.word = word
  }

  func next() -> String {
    count.withLock {
      $0 += 1
      return "\(word)\($0)"
    }
  }
}
