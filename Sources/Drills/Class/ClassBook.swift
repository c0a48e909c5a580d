public import Foundation
public import Warehouse

/// The attempts of a class, one JSON line each, in the order they were made.
public struct ClassBook: Hashable, Sendable {
  /// One run of a drill by a trainee.
  public struct Attempt: Hashable, Codable, Sendable {
    /// Who, as the trainer calls them.
    public var trainee: String
    /// The drill's id.
    public var drill: String
    /// The drill's name.
    public var name: String
    /// The drill's level.
    public var level: String
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// 0 to 100.
    public var total: Int
    /// What is to be practised.
    public var weaknesses: [String]
    /// Whether it went on from the middle of another run; such a run is practice and passes nothing.
    public var isBranch: Bool?

    /// Makes an attempt from a score card.
    public init(trainee: String, at: Int64, drill: Drill, card: ScoreCard) {
      self.trainee = trainee
      self.drill = card.drill
      name = card.name
      level = drill.level.rawValue
      self.at = at
      total = card.total
      weaknesses = card.weaknesses.map(\.rawValue)
      isBranch = card.branch.map { _ in true }
    }
  }

  /// What a trainee has reached.
  public struct Standing: Hashable, Codable, Sendable {
    /// Who.
    public var trainee: String
    /// Runs from the beginning.
    public var attempts: Int
    /// Runs that went on from the middle of another.
    public var branches: Int
    /// Different drills that were done with 80 or more.
    public var passed: Int
    /// The highest level with a drill done with 80 or more; empty when there is none.
    public var level: String
    /// The levels that are passed: three different drills of each done with 80 or more.
    public var levels: [Training]
    /// The mean of the last five totals, rounded down.
    public var recent: Int
    /// The weakness that was named most often in the last five runs; empty when none was.
    public var practise: String
    /// Every total, oldest first.
    public var totals: [Int]
  }

  /// So many different drills of a level have to be done for the level to be passed.
  public static let drills = 3
  /// From this total on a drill counts as done.
  public static let pass = 80

  /// The attempts, oldest first.
  public private(set) var attempts: [Attempt] = []

  /// Reads a book; every line must be an attempt.
  public init(lines data: Data, file: String) throws {
    for (index, line) in data.split(separator: 10).enumerated() {
      guard let attempt = try? JSONDecoder().decode(Attempt.self, from: line) else {
        throw Recording.Trouble(description: "\(file):\(index + 1): expected an attempt")
      }
      attempts.append(attempt)
    }
  }

  /// An attempt as a line of the book.
  public static func line(_ attempt: Attempt) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(attempt) + [10]
  }

  /// What every trainee has reached, the best first.
  public var standings: [Standing] {
    let order = Drill.Level.allCases.map(\.rawValue)
    return Dictionary(grouping: attempts, by: \.trainee).map { trainee, all in
      let own = all.filter { $0.isBranch != true }
      let good = own.filter { $0.total >= Self.pass }
      let recent = own.suffix(5)
      var named: [String: Int] = [:]
      for weakness in recent.flatMap(\.weaknesses) { named[weakness, default: 0] += 1 }
      return Standing(
        trainee: trainee, attempts: own.count, branches: all.count - own.count,
        passed: Set(good.map(\.drill)).count,
        level: order.last { level in good.contains { $0.level == level } } ?? "",
        levels: Training.allCases.filter { level in
          Set(good.filter { $0.level == level.rawValue }.map(\.name)).count >= Self.drills
        },
        recent: recent.reduce(0) { $0 + $1.total } / max(1, recent.count),
        practise: named.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? "",
        totals: own.map(\.total))
    }.sorted { ($1.passed, $1.recent, $0.trainee) < ($0.passed, $0.recent, $1.trainee) }
  }

  /// Totals as a curve of `#`, a column a run, the last `width` of them, ten points a row.
  public static func curve(_ totals: [Int], width: Int = 40) -> [String] {
    let shown = totals.suffix(width)
    return stride(from: 100, through: 10, by: -10).map { height in
      let row = shown.map { $0 >= height ? "#" : $0 >= height - 5 ? "." : " " }.joined()
      let label = String(height)
      var text = String(repeating: " ", count: 3 - label.count) + label + " |" + row
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The attempts as CSV with a header.
  public var csv: String {
    func cell(_ text: String) -> String {
      text.contains { ",\"\n\r".contains($0) }
        ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    return attempts.reduce("trainee,drill,level,at,total,weaknesses,branch\n") { text, one in
      text
        + [
          cell(one.trainee), one.name, one.level, String(one.at), String(one.total),
          one.weaknesses.joined(separator: " "), one.isBranch == true ? "yes" : "",
        ].joined(separator: ",") + "\n"
    }
  }
}
