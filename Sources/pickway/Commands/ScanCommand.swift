import ArgumentParser
import Barcodes
import Foundation

/// Scans: what they say.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Read scans.", subcommands: [Parse.self, Check.self])

  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read GS1 scans, one a line, and print a JSON object for each.",
      discussion: """
        A line is an element string with an optional AIM identifier (GS as the byte, \\x1d, {GS} \
        or ^), a bracketed string such as (01)...(10)..., or a Digital Link URI. It is held \
        against the GS1 General Specifications and the GS1 Barcode Syntax Dictionary 2026-01-27. \
        Docs/Scans.md has the members of the objects.
        """)

    @Argument(help: "A file; standard input when none is named.")
    var file: String?

    @Option(
      help: """
        The rules between elements that are held: all, partial (all but what elements need \
        beside them), none, or some of repeats,exclusions,needs,signature.
        """)
    var rules = "all"

    @Option(
      help: "What is let through: unknown, names, short-gtin, unknown-attributes, by commas.")
    var permit = ""

    @Option(help: "The year near which two-digit years are taken; this year.")
    var year: Int?

    @Option(help: "The language of errors: en or zh.")
    var lang = "en"

    @Option(help: "Also give the Digital Link URI on this stem, such as https://id.gs1.org.")
    var link: String?

    @Option(help: "Hold each line, as a value, against one component check of the dictionary.")
    var component: String?

    func run() throws {
      guard let rules = GS1Parser.Rules(names: rules) else {
        throw Failure(.usage, "--rules \(rules): expected all, partial, none, or a list of rules")
      }
      guard let permits = GS1Parser.Permissions(names: permit) else {
        throw Failure(
          .usage, "--permit \(permit): expected unknown, names, short-gtin, unknown-attributes")
      }
      guard let language = ScanReport.Language(rawValue: lang) else {
        throw Failure(.usage, "--lang \(lang): expected en or zh")
      }
      let check = try component.map { name in
        guard let check = ComponentCheck(dictionaryName: name) else {
          throw Failure(.usage, "--component \(name): expected a check of the dictionary")
        }
        return check
      }
      let report = ScanReport(
        parser: GS1Parser(permits: permits, rules: rules),
        year: year ?? Calendar(identifier: .gregorian).component(.year, from: Date()),
        language: language, stem: link)
      var input = try LineInput(file)
      var output = LineOutput()
      while let line = try input.next() {
        output.add(check.map { report.bytes(component: $0, line) } ?? report.bytes(line))
        if input.isDry { output.flush() }
      }
      output.flush()
    }
  }
}
