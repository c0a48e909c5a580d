import ArgumentParser
import Drills
import Flows
import Foundation
import Storage
import Warehouse

extension DrillCommand {
  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a drill of a wave of a store, with nobody in it.",
      discussion: """
        Lines, quantities, bins, lots and cut-offs stay; names, phones, addresses and order numbers \
        do not. The site's files are put into a folder beside the drill. The scripted expert works \
        the drill before it is said to be good.
        """)

    @OptionGroup var store: StoreOption
    @Option(help: "The wave.") var wave: String
    @OptionGroup var file: DraftOption

    func run() throws {
      let draft: DrillDraft
      do {
        draft = try DrillDraft(wave: Code(wave), of: store.open())
      } catch let trouble as DrillDraft.Trouble {
        throw Failure(.data, "--wave \(wave): \(trouble)")
      }
      try file.write(draft)
    }
  }
}

extension DrillCommand {
  struct FromReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "from-replay",
      abstract: "Make a drill of what really happened, out of the journal.",
      discussion: """
        A pick list, or what a handheld, badge or session did in some minutes. Shorts, damage, wrong \
        goods and labels, full totes, refunds, power cuts become faults of the drill, as far as the \
        journal can tell. Times are of the site, such as 14:05 (of the journal's last day) or \
        '2026-11-22 14:05'. Nobody is in it, as with `drill record`.
        """)

    @OptionGroup var store: StoreOption
    @Option(help: "A pick list.") var list: String?
    @Option(help: "A handheld, a badge or a session; everybody when absent.") var session: String?
    @Option(help: "The first moment.") var from: String?
    @Option(help: "The last moment.") var to: String?
    @OptionGroup var file: DraftOption

    func validate() throws {
      guard list != nil || session != nil || from != nil else {
        throw ValidationError("expected --list, --session or --from")
      }
    }

    func run() throws {
      let opened = try store.open()
      let moments = try ReplayCommand.moments(from: from, to: to, of: opened)
      if let list, try opened.read({ try $0.list(Code(list)) }) == nil {
        throw Failure(.data, "--list \(list): no such pick list")
      }
      do {
        try file.write(
          try DrillDraft(
            incidentIn: opened, list: list.map { Code($0) }, session: session, from: moments.from,
            to: moments.to))
      } catch let trouble as DrillDraft.Trouble {
        throw Failure(.data, "\(trouble)")
      }
    }
  }
}

/// Where a drill that was made goes, and what it is called.
struct DraftOption: ParsableArguments {
  @Option(name: [.customShort("o"), .long], help: "The file to write, ending in .yaml.")
  var output: String
  @Option(help: "What it is called in Chinese.") var zh: String?
  @Option(help: "What it is called in English.") var en: String?
  @Option(help: "How far a trainee must be; from its size when absent.")
  var level: Drill.Level?

  func validate() throws {
    guard output.hasSuffix(".yaml") else {
      throw ValidationError("--output \(output): expected a name that ends in .yaml")
    }
  }

  /// Writes a draft, reads it back, and lets the expert work it.
  func write(_ draft: DrillDraft) throws {
    var draft = draft
    draft.title = Text(zh: zh ?? draft.title.zh, en: en ?? draft.title.en)
    draft.level = level ?? draft.level
    let proven: (drill: Drill, card: ScoreCard)
    do {
      proven = try draft.prove(at: output)
    } catch let error as CocoaError {
      throw Failure(.cannotCreate, "\(output): \(error.localizedDescription)")
    } catch let trouble as DrillDraft.Trouble {
      throw Failure(.data, "\(output): \(trouble)")
    }
    let (drill, card) = proven
    let pieces = draft.orders.flatMap(\.lines).reduce(0) { $0 + $1.quantity }
    print(
      "\(output): \(draft.orders.count) orders, \(pieces) pieces, \(draft.replaced) names replaced, "
        + "\(draft.faults.count) faults, id \(drill.id)")
    for remark in draft.remarks { print("  \(remark)") }
    guard card.total == 100 else {
      let short = card.parts.filter { $0.points < $0.of }
        .map { "\($0.name.en) \($0.points)/\($0.of)" }.joined(separator: ", ")
      throw Failure(.data, "\(output): the expert gets only \(card.total): \(short)")
    }
    print("  the expert finishes it with 100, par \(card.par) s")
  }
}
