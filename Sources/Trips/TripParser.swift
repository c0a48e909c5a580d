/// Reads trips: one verb a line, `# comment` lines and blank lines left out.
///
/// Every wrong line of a file is told at once, by its number, with what was expected there.
public struct TripParser: Sendable {
  /// Makes a parser; it holds nothing.
  public init() {}

  /// Reads a trip from the bytes of a file, which are UTF-8.
  ///
  /// - Parameter name: the file as it is named in what is said about it.
  public func parse(_ bytes: [UInt8], name: String) throws(TripProblems) -> Trip {
    if let text = String(validating: bytes, as: UTF8.self) {
      return try parse(text, name: name)
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let wrong = lines.indices.filter { String(validating: lines[$0], as: UTF8.self) == nil }
    throw TripProblems(
      wrong.map { TripProblem(file: name, line: $0 + 1, sentence: "expected UTF-8 text") })
  }

  /// Reads a trip from its text.
  public func parse(_ text: String, name: String) throws(TripProblems) -> Trip {
    var steps: [Trip.Step] = []
    var problems: [TripProblem] = []
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = String(line).trimmed
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      do {
        steps.append(Trip.Step(line: index + 1, verb: try TripLine(line).verb(), text: line))
      } catch {
        problems.append(TripProblem(file: name, line: index + 1, sentence: error.sentence))
      }
    }
    guard problems.isEmpty else { throw TripProblems(problems) }
    return Trip(name: name, steps: steps)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
