import Flows
import Foundation
import Storage
import Warehouse

/// Which products are scanned in place of others: of each session the scans since its last deed are
/// held against what it picked or verified then.
struct ScanGathering {
  private struct Scanned {
    var code: String
    var entry: Int
  }

  private struct Tally {
    var picks = 0
    var misscans = 0
    var badges: Set<String> = []
    var instead: [String: Int] = [:]
    var evidence: [Int] = []
  }

  private var waiting: [String: [Scanned]] = [:]
  private var tallies: [Code<Product>: Tally] = [:]
  private var products: [String: Code<Product>?] = [:]

  /// The names of commands that say which product was wanted.
  private static let deeds: Set<Substring> = ["pick", "stop", "verify", "told", "seed", "packNext"]

  /// Reads a line of the journal.
  mutating func take(_ entry: JournalEntry, _ from: Timestamp, _ facts: any Facts) throws {
    guard !entry.session.isEmpty, entry.at >= from else { return }
    if entry.kind == "scan" {
      guard let input = try? JSONDecoder().decode(Input.self, from: Data(entry.payload.utf8)),
        case .scan(let scan) = input
      else { return }
      waiting[entry.session, default: []].append(
        Scanned(code: scan.lookedUpBy, entry: entry.number))
      return
    }
    guard Self.deeds.contains(JournalledCommand.name(in: entry)),
      let line = JournalledCommand(entry), case .done = line.outcome,
      let sku = try wanted(line.command, facts)
    else { return }
    let scans = waiting.removeValue(forKey: entry.session) ?? []
    var tally = tallies[sku] ?? Tally()
    tally.picks += 1
    for scan in scans {
      guard let other = try product(scan.code, facts), other != sku else { continue }
      tally.misscans += 1
      tally.badges.insert(String(entry.session.prefix { $0 != "@" }))
      tally.instead[other.rawValue, default: 0] += 1
      tally.evidence.append(scan.entry)
    }
    tallies[sku] = tally
  }

  private func wanted(_ command: Command, _ facts: any Facts) throws -> Code<Product>? {
    if case .told(let command, _) = command { return try wanted(command, facts) }
    if case .pick(let line, _, _, _) = command { return try facts.pickLine(line)?.from.sku }
    if case .stop(let lines, .pick) = command {
      return try lines.first.flatMap { try facts.pickLine($0)?.from.sku }
    }
    if case .verify(_, let sku, _) = command { return sku }
    if case .seed(_, _, let sku, _, _) = command { return sku }
    if case .packNext(_, let sku) = command { return sku }
    return nil
  }

  private mutating func product(_ code: String, _ facts: any Facts) throws -> Code<Product>? {
    if let known = products[code] { return known }
    let sku = try facts.product(barcode: code)?.sku
    products[code] = .some(sku)
    return sku
  }

  /// The products in whose place others were scanned, the worst first.
  var misscans: [FloorReport.Misscanned] {
    tallies.filter { $0.value.misscans > 0 }.map { sku, tally in
      FloorReport.Misscanned(
        sku: sku.rawValue, picks: tally.picks, misscans: tally.misscans,
        people: tally.badges.count,
        instead: tally.instead.sorted { one, other in
          one.value != other.value ? one.value > other.value : one.key < other.key
        }.map(\.key), evidence: tally.evidence)
    }.sorted { one, other in
      one.misscans != other.misscans ? one.misscans > other.misscans : one.sku < other.sku
    }
  }
}
