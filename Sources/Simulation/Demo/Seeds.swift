import Synchronization

/// Texts that were never made before, the same in every run: a prefix and a count.
public final class Seeds: Sendable {
  private let prefix: String
  private let count = Mutex(0)

  /// Makes a source; no two sources on one store may have the same prefix.
  public init(prefix: String) {
    self.prefix = prefix
  }

  /// The next text.
  @Sendable public func next() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return "\(prefix)-\(number)"
  }
}
