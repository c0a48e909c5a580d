import ArgumentParser
import Exchange
import Foundation
import Station
import Storage
import Warehouse

/// Brings a file into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a file of a site, products, stock or orders in.",
    discussion: """
      CSV as spreadsheets save it (UTF-8 or GB18030, quoted fields, any line ends) or JSON; \
      Docs/Imports.md has the columns. A file lands whole or not at all, and all its problems are \
      told in one go. The same file once more changes nothing.
      """)

  @OptionGroup var store: StoreOption
  @Argument(help: "site, products, stock or orders.") var kind: String
  @Argument(help: "The file; none with --template.") var file: String?
  @Flag(help: "Print the columns of such a file as CSV, and import nothing.") var template = false

  func run() throws {
    guard let kind = ImportKind(rawValue: kind) else {
      let all = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "\(kind): expected one of \(all)")
    }
    if template {
      var writer = try TableWriter(kind, MemorySink())
      try writer.finish()
      print(String(decoding: writer.sink.bytes, as: UTF8.self), terminator: "")
      return
    }
    guard let file else {
      throw Failure(.usage, "import \(kind.rawValue): expected a file, or --template")
    }
    let result: FileImport.Result
    do {
      result = try FileImport(into: store.open(), reading: store.open())
        .run(kind, file, at: Machine.now())
    } catch let error as ExchangeError {
      throw Failure(.noInput, error.description)
    }
    switch result {
    case .landed(let report, let records):
      print(
        "\(file): \(records) records: \(report.added) added, \(report.changed) changed, "
          + "\(report.unchanged) as they were")
    case .knownAlready(let records):
      print("\(file): \(records) records, all imported before; nothing changed")
    case .rejected(let problems, let omitted):
      for problem in problems {
        FileHandle.standardError.write(Data("\(problem)\n".utf8))
      }
      throw Failure(
        .data, "\(file): \(problems.count + omitted) problem(s), nothing was imported")
    }
  }
}
