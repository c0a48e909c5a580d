import ArgumentParser
import Drills
import Foundation
import Warehouse

extension DrillCommand {
  struct Board: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a class: who has reached what, with learning curves.",
      discussion: "The class is the file that `drill run --class FILE --trainee NAME` writes.")

    @Option(name: .customLong("class"), help: "The file of the class.") var book: String
    @Flag(help: "Print every attempt as CSV.") var csv = false
    @OptionGroup var listing: ListingOption

    func run() throws {
      var input = try LineInput(book)
      let read = try ClassBook(lines: Data(try input.rest()), file: book)
      guard !csv else { return print(read.csv, terminator: "") }
      let standings = read.standings
      try listing.print(
        standings,
        columns: [
          ("TRAINEE", \.trainee), ("RUNS", { String($0.attempts) }),
          ("PASSED", { String($0.passed) }), ("LEVEL", \.level), ("RECENT", { String($0.recent) }),
          ("PRACTISE", \.practise),
        ], empty: "no attempts")
      guard !listing.json else { return }
      for standing in standings {
        print("\n\(standing.trainee)")
        for row in ClassBook.curve(standing.totals) { print(row) }
      }
    }
  }
}

/// Whose attempt a run is, and where it is written down.
struct ClassOption: ParsableArguments {
  @Option(name: .customLong("class"), help: "Write the attempt down in this file of a class.")
  var book: String?
  @Option(help: "Who it is, as the trainer calls them.") var trainee: String?

  func validate() throws {
    guard (book == nil) == (trainee == nil) else {
      throw ValidationError("expected --class and --trainee together")
    }
  }

  func write(_ drill: Drill, _ card: ScoreCard) throws {
    guard let book, let trainee else { return }
    let attempt = ClassBook.Attempt(
      trainee: trainee, at: Machine.now().milliseconds, drill: drill, card: card)
    let old = FileManager.default.contents(atPath: book) ?? Data()
    // A file that is no class is not written to.
    _ = try ClassBook(lines: old, file: book)
    do {
      try (old + ClassBook.line(attempt)).write(to: URL(fileURLWithPath: book), options: .atomic)
    } catch {
      throw Failure(.cannotCreate, "\(book): \(error.localizedDescription)")
    }
  }
}
