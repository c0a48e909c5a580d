/// The problems of one import, in the order they were found; beyond a limit only their number.
public struct ImportProblems: Sendable {
  /// The problems kept.
  public private(set) var kept: [ImportProblem] = []
  /// How many more there were.
  public private(set) var omitted = 0
  /// The most that are kept.
  public let limit: Int

  /// Makes an empty collection that keeps up to `limit` problems.
  public init(limit: Int = 1_000) {
    self.limit = limit
  }

  /// All problems, kept or not.
  public var count: Int { kept.count + omitted }

  /// Whether nothing was wrong.
  public var isEmpty: Bool { count == 0 }

  /// Adds a problem.
  public mutating func add(_ problem: ImportProblem) {
    if kept.count < limit {
      kept.append(problem)
    } else {
      omitted += 1
    }
  }
}

extension ImportProblems: CustomStringConvertible {
  /// One line a problem in English, and a last one if there are more.
  public var description: String {
    var lines = kept.map(\.description)
    if omitted > 0 { lines.append("and \(omitted) more") }
    return lines.joined(separator: "\n")
  }

  /// One line a problem in Chinese, and a last one if there are more.
  public var chinese: String {
    var lines = kept.map(\.chinese)
    if omitted > 0 { lines.append("另有 \(omitted) 处问题") }
    return lines.joined(separator: "\n")
  }
}
