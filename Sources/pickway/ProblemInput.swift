import ArgumentParser
import Formats
import Foundation
import Routing

/// Where the problems of a solver come from: a document, or with `--lines` one a line.
struct ProblemInput: ParsableArguments {
  @Argument(help: "A file; standard input when none is named.")
  var file: String?

  @Flag(help: "Read JSON Lines: a problem a line, an answer a line.")
  var lines = false

  @Option(help: "The time allowed for a problem; instead of what it says itself.")
  var milliseconds: Int?

  func validate() throws {
    guard let milliseconds, milliseconds < 1 else { return }
    throw ValidationError("--milliseconds \(milliseconds): expected 1 or more")
  }

  /// Prints the answer to each problem.
  ///
  /// A problem that is none ends the command with one line; with `--lines` it is answered by
  /// `{"error":...}` in its place, and the command ends with the status of bad data.
  func answer(_ solve: ([UInt8]) throws -> String) throws {
    var input = try LineInput(file)
    var output = LineOutput()
    guard lines else {
      do {
        output.add(Array(try solve(try input.rest()).utf8))
      } catch let error where Self.isRefusal(error) {
        throw Failure(.data, "\(file ?? "standard input"): \(error)")
      }
      return output.flush()
    }
    var number = 0
    var bad = 0
    while let line = try input.next() {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do {
        output.add(Array(try solve(line).utf8))
      } catch let error where Self.isRefusal(error) {
        bad += 1
        output.add(Array("{\"error\":\(try jsonText("line \(number): \(error)"))}".utf8))
      }
      if input.isDry { output.flush() }
    }
    output.flush()
    guard bad == 0 else { throw Failure(.data, "\(bad) of \(number) problems cannot be solved") }
  }

  private static func isRefusal(_ error: any Error) -> Bool {
    error is FormatError || error is RoutingError
  }
}
