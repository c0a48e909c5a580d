/// Why the store itself could not do what it was asked; never a decision of the rules.
public struct StoreTrouble: Error, Sendable {
  /// What kind of trouble it is; more kinds may come.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The kind in one word.
    public let description: String

    private init(_ description: String) {
      self.description = description
    }

    /// Others write for longer than anybody should wait.
    public static let busy = Code("busy")
    /// The disk, the folder or the permissions do not allow it.
    public static let io = Code("io")
    /// The file is damaged, or holds what no version of this program writes.
    public static let corrupt = Code("corrupt")
    /// The store was written by a newer version of this program.
    public static let newerVersion = Code("newerVersion")
    /// There is no store at the place named.
    public static let notAStore = Code("notAStore")
    /// There is something already where a store was to be created.
    public static let exists = Code("exists")
    /// It would break a rule of the store itself.
    public static let invariant = Code("invariant")
  }

  /// What kind of trouble it is.
  public var code: Code
  /// What happened, where, and what was expected, in one sentence.
  public var sentence: String
  /// What the engine said, word for word; empty when no engine was involved.
  public var underlying: String

  /// Makes a trouble.
  public init(_ code: Code, _ sentence: String, underlying: String = "") {
    self.code = code
    self.sentence = sentence
    self.underlying = underlying
  }

  /// The trouble an error is, or is wrapped in.
  init(_ error: any Error) {
    self =
      error as? StoreTrouble
      ?? StoreTrouble(.io, "The store could not be used.", underlying: "\(error)")
  }
}

extension StoreTrouble: CustomStringConvertible {
  /// The sentence, with the engine's own words behind it.
  public var description: String {
    underlying.isEmpty ? sentence : "\(sentence) (\(underlying))"
  }
}

/// Runs a body whose every error leaves the module as a trouble.
func atTheEdge<T>(_ body: () throws -> T) throws(StoreTrouble) -> T {
  do {
    return try body()
  } catch {
    throw StoreTrouble(error)
  }
}
