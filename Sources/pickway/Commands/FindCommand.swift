import ArgumentParser
import Flows
import Foundation
import Storage
import Warehouse

/// Tells what happened to a thing.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Tell what happened to an order, tote, parcel, bin or person.",
    discussion: """
      CODE is anything that can be scanned: an order, a tote, a parcel or its waybill, a product \
      or its barcode, a bin, a badge, a list, a wave. The newest comes first.
      """)

  @Argument(help: "The code.") var code: String
  @OptionGroup var store: StoreOption
  @OptionGroup var listing: ListingOption
  @Option(help: "How many at most.") var limit = 50
  @Option(help: "Only what is before this line of the journal.") var before = Int.max
  @Option(help: "zh or en.") var lang = "en"

  private struct Row: Encodable {
    var entry: Int
    var at: Int64
    var time: String
    var badge: String
    var device: String
    var what: String
    var refused: Bool
  }

  func run() throws {
    guard let language = Language(rawValue: lang) else {
      throw Failure(.usage, "--lang \(lang): expected zh or en")
    }
    let opened = try store.open()
    guard
      case .timeline(let found) = try opened.answer(
        .timeline(code, before: before, limit: max(1, limit)))
    else { return }
    guard found.count > 0 || found.meaning != nil else {
      throw Failure(.data, "\(code): expected something the house knows or once scanned")
    }
    if !listing.json { try tell(opened, language) }
    let rows = found.deeds.map { deed in
      Row(
        entry: deed.number, at: deed.at.milliseconds,
        time: "\(deed.at.day(utcOffset: found.utcOffset)) "
          + deed.at.clock(utcOffset: found.utcOffset),
        badge: deed.badge, device: deed.device, what: deed.text[language],
        refused: deed.isRefused)
    }
    try listing.print(
      rows,
      columns: [
        ("entry", { "\($0.entry)" }), ("time", { $0.time }), ("who", { $0.badge }),
        ("device", { $0.device }), ("what", { $0.what }),
      ], empty: "nothing happened yet")
    guard !listing.json else { return }
    print("\(rows.count) of \(found.count)")
    if found.unindexed > 0 {
      print("entries up to \(found.unindexed) are from before there was an index")
    }
  }

  /// What the code stands for and where that is, as the look-up of the handhelds says it.
  private func tell(_ store: any Store, _ language: Language) throws {
    let answer = try store.answer(Lookup.question(code))
    guard case .meaning(let meaning) = answer else { return }
    if case .nothing = meaning { return }
    for case .fact(let fact) in Lookup(showing: meaning).screen.body {
      print(fact.leading[language] + (fact.trailing.map { "  \($0[language])" } ?? ""))
    }
    if case .bin(let bin, _) = meaning { print("check digits  \(bin.digits)") }
    print()
  }
}
