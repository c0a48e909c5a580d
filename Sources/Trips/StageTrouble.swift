/// Why a stage could not do what a trip wants; never what the floor decided.
public struct StageTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened, where, and what was expected, in one sentence.
  public var description: String

  /// Makes a trouble.
  public init(_ sentence: String) {
    description = sentence
  }
}
