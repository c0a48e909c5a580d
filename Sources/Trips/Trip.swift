import Foundation

/// What people do on the floor and what they must see, hear and find then: one verb a line.
///
/// The same trip is an acceptance test, a demonstration and a bug report. It knows no depth: a
/// `Stage` says whether it runs in memory, on SQLite or on the real program in a terminal.
public struct Trip: Hashable, Sendable {
  /// One line that does something.
  public struct Step: Hashable, Sendable {
    /// The line in the file, from 1.
    public var line: Int
    /// What it does.
    public var verb: Verb
    /// The line as it is written, without blanks at its ends.
    public var text: String

    /// Makes a step.
    public init(line: Int, verb: Verb, text: String) {
      self.line = line
      self.verb = verb
      self.text = text
    }
  }

  /// The file as it is named in what is said about it.
  public var name: String
  /// The steps, top to bottom.
  public var steps: [Step]

  /// Makes a trip.
  public init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }

  /// Reads a trip from a file, which is UTF-8.
  ///
  /// - Throws: `TripProblems` with every wrong line, or with the one of a file that cannot be read.
  public init(contentsOf path: String) throws(TripProblems) {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw TripProblems([TripProblem(file: path, line: 0, sentence: "cannot be read")])
    }
    self = try TripParser().parse(Array(data), name: name)
  }
}
