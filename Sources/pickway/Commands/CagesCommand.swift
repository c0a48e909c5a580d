import ArgumentParser
import Foundation
import Labels
import Station
import Storage
import Warehouse

/// Cages that parcels wait in for their carriers' trucks.
struct CagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cages", abstract: "Add, list and remove cages, and make their labels.",
    subcommands: [Add.self, List.self, Remove.self, Label.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add or change a cage.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The cage's code.") var code: String
    @Option(help: "The carrier whose parcels go into it.") var carrier: String
    @Option(help: "The dock it stands at.") var dock: String?

    func run() throws {
      let cage = Cage(code: Code(code), carrier: Code(carrier), dock: dock.map { Code($0) })
      try store.open().carryOut(.add(.cage(cage)))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List cages with what stands in them.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var cage: String
      var carrier: String
      var dock: String
      var parcels: Int
      var grams: Int
      var manifest: String
    }

    func run() throws {
      let rows = try store.open().read { facts in
        try facts.cages().map { cage in
          let figures = try facts.figures(of: cage.code)
          return Row(
            cage: cage.code.rawValue, carrier: cage.carrier.rawValue,
            dock: cage.dock?.rawValue ?? "", parcels: figures.parcels, grams: figures.grams,
            manifest: figures.manifest?.rawValue ?? "")
        }
      }
      try listing.print(
        rows,
        columns: [
          ("CAGE", \.cage), ("CARRIER", \.carrier), ("DOCK", \.dock),
          ("PARCELS", { String($0.parcels) }), ("GRAMS", { String($0.grams) }),
          ("MANIFEST", \.manifest),
        ], empty: "no cages")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove an empty cage.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The cage's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.cage(Code(code)))) }
  }

  struct Label: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the labels of cages: all of them, or those named.")

    @OptionGroup var store: StoreOption
    @OptionGroup var paper: PaperOption
    @Argument(help: "Codes of cages.") var codes: [String] = []

    func run() throws {
      let opened = try store.open()
      let rows = try opened.read { facts in
        let cages = try facts.cages()
        let wanted = try codes.map { code in
          guard let cage = cages.first(where: { $0.code.rawValue == code }) else {
            throw Failure(.data, "no cage \(code)")
          }
          return cage
        }
        return try (codes.isEmpty ? cages : wanted).map { cage -> LabelData in
          let name = try facts.carrier(cage.carrier)?.name.zh ?? cage.carrier.rawValue
          return [
            "tote": .text(cage.code.rawValue), "kind": .text("笼车 \(name)"),
            "site": .text(cage.dock.map { "月台 \($0)" } ?? ""),
          ]
        }
      }
      guard !rows.isEmpty else { throw Failure(.data, "no cages") }
      try paper.put(["labels": .list(rows)], on: "tote-100x70", id: "cages", store, opened)
    }
  }
}
