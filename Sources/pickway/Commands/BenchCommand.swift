import ArgumentParser
import Exchange
import Foundation
import Storage
import Warehouse

/// What the benches ask for, and what goods weigh.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "What benches ask for: weight, carton, material, label.",
    discussion: "Docs/Bench.md has the settings.",
    subcommands: [Rules.self, Set.self, Weights.self, Explain.self])

  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what the benches ask for, as YAML that `set` reads.")

    @OptionGroup var store: StoreOption
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let rules = try store.open().read { try $0.benchRules() }
      print(json ? try jsonText(rules) : rules.yaml, terminator: json ? "\n" : "")
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let the benches ask for what a YAML file says; - reads standard input.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The file.") var file: String

    func run() throws {
      let data =
        file == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : FileManager.default.contents(atPath: file)
      guard let data else { throw Failure(.noInput, "\(file): cannot be read") }
      let rules: BenchRules
      do {
        rules = try BenchRulesReader.read(String(decoding: data, as: UTF8.self), name: file)
      } catch {
        throw Failure(.data, error.description)
      }
      try store.open().carryOut(.adoptBenchRules(rules))
    }
  }

  struct Weights: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what pieces weigh by history, beside their records.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var sku: String
      var record: Int
      var learned: Double
      var parcels: Int
      var pieces: Int
      var isUsed: Bool
    }

    func run() throws {
      let rows = try store.open().read { facts in
        let after = (try facts.benchRules().weighing ?? WeightRule()).learnAfter
        return try facts.learnedWeights().map { learned in
          Row(
            sku: learned.sku.rawValue, record: try facts.product(learned.sku)?.grams ?? 0,
            learned: (Double(learned.grams * 10) / Double(max(1, learned.pieces))).rounded() / 10,
            parcels: learned.parcels, pieces: learned.pieces, isUsed: learned.parcels >= after)
        }
      }
      try listing.print(
        rows,
        columns: [
          ("SKU", \.sku), ("RECORD g", { "\($0.record)" }), ("LEARNED g", { "\($0.learned)" }),
          ("PARCELS", { "\($0.parcels)" }), ("PIECES", { "\($0.pieces)" }),
          ("USED", { $0.isUsed ? "yes" : "not yet" }),
        ], empty: "nothing was learned yet")
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what a parcel should weigh and why, line by line.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The parcel, or its waybill number.") var parcel: String

    func run() throws {
      let opened = try store.open()
      let code = try opened.read { facts in
        try facts.parcel(Code(parcel))?.code ?? facts.parcel(waybill: parcel)?.code
      }
      guard let code, case .bench(let view?) = try opened.answer(.bench(code)) else {
        throw Failure(.noInput, "\(parcel): no such parcel")
      }
      for part in view.expected.parts {
        print("\(part.code) x\(part.count): \(part.grams) g, \(Self.words(part.basis))")
      }
      let expected = view.expected
      print("expected: \(expected.grams) g, passes from \(expected.least) to \(expected.most) g")
      if let weight = view.packing.weight {
        print("weighed: \(weight.grams) g, \(weight.source.rawValue)")
        if let approver = weight.approver, let reason = weight.reason {
          print(
            "outside of \(weight.least)-\(weight.most), let pass by \(approver): \(reason.rawValue)"
          )
        }
      }
      if let carton = view.packing.carton {
        let instead = view.packing.insteadOf.map { " instead of \($0)" } ?? ""
        let why = view.packing.cartonReason.map { ": \($0.rawValue)" } ?? ""
        print("carton: \(carton)\(instead)\(why)")
      }
      if view.packing.isSealed { print("packed without a look at each piece") }
      print(view.packing.proven == nil ? "label: not scanned on it" : "label: scanned on it")
    }

    private static func words(_ basis: ExpectedWeight.Basis) -> String {
      switch basis {
      case .record: "by record"
      case .history(let parcels): "by history of \(parcels) parcels"
      case .picked: "as weighed when picked"
      case .assumed: "the smallest carton with room, none was scanned"
      }
    }
  }
}
