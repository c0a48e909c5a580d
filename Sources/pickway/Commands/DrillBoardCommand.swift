import ArgumentParser
import Drills
import Foundation
import Storage
import Warehouse

extension DrillCommand {
  struct Board: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a class: who has reached what, with learning curves.",
      discussion: "The class is the file that `drill run --class FILE --trainee NAME` writes.")

    @Option(name: .customLong("class"), help: "The file of the class.") var book: String
    @Flag(help: "Print every attempt as CSV.") var csv = false
    @Option(help: "Write a certificate of this trainee as a PDF; --output names it.")
    var certificate: String?
    @Option(name: [.customShort("o"), .long], help: "The file of the certificate.")
    var output: String?
    @Option(help: "Who gives the certificate.") var site = ""
    @Flag(
      help: "Let the levels that were passed open menus: trainees are badges of the store.")
    var grant = false
    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    func run() throws {
      var input = try LineInput(book)
      let read = try ClassBook(lines: Data(try input.rest()), file: book)
      guard !csv else { return print(read.csv, terminator: "") }
      if let certificate { return try write(certificate, of: read) }
      let standings = read.standings
      if grant { return try open(standings, in: store.open()) }
      try listing.print(
        standings,
        columns: [
          ("TRAINEE", \.trainee), ("RUNS", { String($0.attempts) }),
          ("AGAIN", { String($0.branches) }), ("PASSED", { String($0.passed) }),
          ("LEVEL", \.level), ("RECENT", { String($0.recent) }), ("PRACTISE", \.practise),
          ("LEVELS PASSED", { $0.levels.map(\.rawValue).joined(separator: " ") }),
        ], empty: "no attempts")
      guard !listing.json else { return }
      for standing in standings {
        print("\n\(standing.trainee)")
        for row in ClassBook.curve(standing.totals) { print(row) }
      }
    }

    private func write(_ trainee: String, of book: ClassBook) throws {
      guard let output else { throw Failure(.usage, "--certificate: expected --output FILE.pdf") }
      let offset = TimeZone.current.secondsFromGMT() / 60
      let paper = DrillCertificate(
        of: trainee, in: book, day: Machine.now().day(utcOffset: offset), site: site)
      guard let paper else {
        throw Failure(
          .data,
          "--certificate \(trainee): expected a trainee with a level passed: \(ClassBook.drills) "
            + "different drills of it done with \(ClassBook.pass) or more")
      }
      do {
        try Data(paper.pdf()).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch let error as CocoaError {
        throw Failure(.cannotCreate, "\(output): \(error.localizedDescription)")
      }
    }

    /// What was passed here opens menus on the floor, where the site says that it does.
    private func open(_ standings: [ClassBook.Standing], in store: any Store) throws {
      let (badges, rules) = try store.read { facts in
        (
          Set(try facts.people().map(\.badge.rawValue)),
          try facts.site()?.houseRules.trainings ?? []
        )
      }
      for standing in standings {
        guard badges.contains(standing.trainee) else {
          print("\(standing.trainee): no such badge, nothing granted")
          continue
        }
        try store.carryOut(.train(Code(standing.trainee), standing.levels))
        let jobs = rules.filter { standing.levels.contains($0.training) }.map(\.job.rawValue)
        let levels = standing.levels.map(\.rawValue).joined(separator: " ")
        print(
          "\(standing.trainee): passed \(levels.isEmpty ? "nothing" : levels)"
            + (jobs.isEmpty ? "" : ", opens \(jobs.joined(separator: " "))"))
      }
      if rules.isEmpty {
        print("the site opens every job to everybody: see trainings in Imports.md")
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
