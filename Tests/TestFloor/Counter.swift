import Synchronization

/// Texts that were never made before, the same in every run.
public final class Counter: Sendable {
  private let count = Mutex(0)

  /// Starts counting.
  public init() {}

  /// The next text: a prefix and a number.
  public func next(_ prefix: String) -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return "\(prefix)\(number)"
  }
}
