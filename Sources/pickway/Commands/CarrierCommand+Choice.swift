import ArgumentParser
import Carriers
import Foundation
import Storage
import Warehouse

extension CarrierCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List carriers, with the own numbers they have left.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var code: String
      var zh: String
      var en: String
      var kind: String
      var left: Int?
      var lowWater: Int
      var isLow: Bool
      var isPrivate: Bool
      var isMultiPiece: Bool
      var priced: Bool
      var today: Int
    }

    func run() throws {
      let now = Machine.now()
      let rows = try store.open().read { facts in
        let offset = try facts.site()?.utcOffset ?? 0
        let midnight = Timestamp(now.day(utcOffset: offset), minutes: 0, utcOffset: offset)
        let priced = Set(try facts.carrierChoice()?.book.terms.map(\.carrier) ?? [])
        return try facts.carriers().map { carrier in
          let range = try facts.numberRange(of: carrier.code)
          let left = carrier.kind == .range ? range.map(Pool.left) ?? 0 : nil
          return Row(
            code: carrier.code.rawValue, zh: carrier.name.zh, en: carrier.name.en,
            kind: carrier.kind.rawValue, left: left, lowWater: carrier.lowWater,
            isLow: left.map { $0 < carrier.lowWater } ?? false, isPrivate: carrier.isPrivate,
            isMultiPiece: carrier.isMultiPiece,
            priced: priced.contains(carrier.code),
            today: try facts.waybillsGiven(carrier.code, since: midnight))
        }
      }
      try listing.print(
        rows,
        columns: [
          ("CARRIER", \.code), ("NAME", \.zh), ("KIND", \.kind),
          ("LEFT", { $0.left.map { String($0) } ?? "-" }), ("TODAY", { String($0.today) }),
          ("TARIFF", { $0.priced ? "yes" : "no" }), ("PRIVATE", { $0.isPrivate ? "yes" : "no" }),
          ("TOGETHER", { $0.isMultiPiece ? "yes" : "no" }),
          ("", { $0.isLow ? "! numbers run low: import more" : "" }),
        ], empty: "no carriers")
    }
  }

  struct Tariffs: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Use the tariffs and rules of a JSON file from now on.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The file; Docs/Carriers.md has its form.") var file: String

    func run() throws {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(.noInput, "\(file): cannot be read")
      }
      let document: TariffDocument
      do throws(TariffDocument.Problems) {
        document = try TariffDocument.read(String(decoding: data, as: UTF8.self))
      } catch {
        throw Failure(
          .data,
          error.problems.map { "\(file): \($0)" }.joined(separator: "\npickway: "))
      }
      try store.open().carryOut(.adoptTariffs(document))
      let rows = document.carriers.reduce(0) { $0 + $1.rows.count }
      print("\(document.carriers.count) carriers, \(rows) prices, \(document.rules.count) rules")
    }
  }

  struct Choose: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say who would carry an order, and why, line by line.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The order's number.") var order: String
    @Option(help: "zh or en.") var lang = "zh"
    @Flag(help: "Print JSON.") var json = false

    struct Advice: Encodable {
      struct Candidate: Encodable {
        var carrier: String
        var quote: Quote?
        var obstacle: Obstacle?
      }
      var order: String
      var carrier: String?
      var reason: Name?
      var fen: Int?
      var candidates: [Candidate]
      var lines: [Name]
    }

    func run() throws {
      guard ["zh", "en"].contains(lang) else {
        throw Failure(.usage, "--lang \(lang): expected zh or en")
      }
      let advice = try store.open().read { facts in
        try carriageAdvice(for: Code(order), at: Machine.now(), facts)
      }
      guard let advice else { throw Failure(.data, "Unknown \(order)") }
      if json {
        print(
          try jsonText(
            Advice(
              order: order, carrier: advice.carriage?.carrier.rawValue,
              reason: advice.carriage?.reason, fen: advice.carriage?.fen,
              candidates: advice.candidates.map {
                Advice.Candidate(
                  carrier: $0.carrier.rawValue, quote: $0.quote, obstacle: $0.obstacle)
              }, lines: advice.lines)))
        return
      }
      for line in advice.lines { print(lang == "zh" ? line.zh : line.en) }
      guard let carriage = advice.carriage else {
        throw Failure(
          .data, "\(order): no carrier takes it; `pickway orders carrier` names another")
      }
      let reason = lang == "zh" ? carriage.reason.zh : carriage.reason.en
      let name = lang == "zh" ? carriage.name.zh : carriage.name.en
      print("\(carriage.carrier) \(name): \(reason)")
    }
  }
}
