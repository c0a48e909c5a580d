import Exchange
import Foundation
import Simulation
import Storage
import Synchronization
import Warehouse

/// The records of a drill's site: read and checked once for each folder.
struct SiteRecords: Sendable {
  var site: [ImportRecord]
  var products: [ImportRecord]
  var stock: [ImportRecord]
  /// A hash of the files' contents.
  var digest = ""

  /// A folder that is not a site.
  struct Trouble: Error, CustomStringConvertible {
    var description: String
  }

  private static let known = Mutex<[String: SiteRecords]>([:])

  static func at(_ folder: String) throws -> SiteRecords {
    if let found = known.withLock({ $0[folder] }) { return found }
    let store = MemoryStore()
    var records = SiteRecords(site: [], products: [], stock: [])
    var bytes: [UInt8] = []
    for kind in [ImportKind.site, .products, .stock] {
      let path = ["csv", "json"].map { "\(folder)/\(kind.rawValue).\($0)" }
        .first { FileManager.default.fileExists(atPath: $0) }
      guard let path else {
        throw Trouble(description: "expected \(kind.rawValue).csv or .json in \(folder)")
      }
      bytes += Array(FileManager.default.contents(atPath: path) ?? Data())
      let read = try Self.read(kind, path, in: store)
      try Self.land(read, kind, in: store)
      switch kind {
      case .site: records.site = read
      case .products: records.products = read
      case .stock: records.stock = read
      case .orders: break
      }
    }
    records.digest = DrillReader.hash(bytes)
    let done = records
    known.withLock { $0[folder] = done }
    return done
  }

  /// The orders of a file, with what they may refer to taken from here.
  func orders(at path: String) throws -> [(order: Order, lines: [OrderLine])] {
    let store = MemoryStore()
    try Self.land(site, .site, in: store)
    try Self.land(products, .products, in: store)
    return try Self.read(.orders, path, in: store).compactMap { record in
      if case .order(let order, let lines, _) = record { (order, lines) } else { nil }
    }
  }

  private static func read(
    _ kind: ImportKind, _ path: String, in store: MemoryStore
  ) throws -> [ImportRecord] {
    var read: [ImportRecord] = []
    let summary = try store.read { facts in
      func open(_ facts: some Facts) throws -> ImportSummary {
        try importFile(kind: kind, path: path, facts: facts) { read += $0 }
      }
      return try open(facts)
    }
    if let problem = summary.problems.kept.first {
      throw Trouble(description: "\(problem)")
    }
    return read
  }

  /// Brings records into a store as one import.
  static func land(_ records: [ImportRecord], _ kind: ImportKind, in store: any Store) throws {
    let at = Timestamp(milliseconds: 0)
    guard let ticket = try store.beginImport(kind, digest: "drill-\(kind.rawValue)", at: at) else {
      return
    }
    try store.stage(records, for: ticket)
    _ = try store.land(ticket)
  }

  /// Minutes east of Greenwich of the site's wall clock.
  var utcOffset: Int {
    for case .site(let site) in site { return site.utcOffset }
    return 480
  }

  var bins: Set<String> {
    Set(
      site.compactMap { record in
        if case .bin(let bin) = record { bin.code.rawValue } else { nil }
      })
  }

  var skus: Set<String> {
    Set(
      products.compactMap { record in
        if case .product(let product) = record { product.sku.rawValue } else { nil }
      })
  }

  /// A name in a drill that its site does not have.
  struct Missing {
    var part: String
    var line: Int?
    var sentence: String
  }

  func problems(in drill: Drill) -> [Missing] {
    let (bins, skus) = (bins, skus)
    var missing: [Missing] = []
    for put in drill.stock {
      if !bins.contains(put.bin) {
        missing.append(Missing(part: "stock", line: nil, sentence: "no bin \(put.bin)"))
      }
      if !skus.contains(put.sku) {
        missing.append(Missing(part: "stock", line: nil, sentence: "no product \(put.sku)"))
      }
    }
    let carriers = site.compactMap { record in
      if case .carrier(let carrier) = record { carrier.code.rawValue } else { nil }
    }
    for (index, order) in drill.orders.enumerated() {
      if let carrier = order.carrier, !carriers.contains(carrier) {
        missing.append(
          Missing(
            part: "orders", line: nil, sentence: "order \(index + 1): no carrier \(carrier)"))
      }
      for line in order.lines where !skus.contains(line.sku) {
        missing.append(
          Missing(
            part: "orders", line: nil, sentence: "order \(index + 1): no product \(line.sku)"))
      }
    }
    for fault in drill.faults {
      let name = fault.kind.rawValue
      let binAndWith = [fault.bin, fault.kind == .seedWrong ? nil : fault.with]
      for bin in binAndWith.compactMap({ $0 }) where !bins.contains(bin) {
        missing.append(
          Missing(part: "faults", line: fault.line, sentence: "\(name): no bin \(bin)"))
      }
      let skuAndWith = [fault.sku, fault.kind == .seedWrong ? fault.with : nil]
      for sku in skuAndWith.compactMap({ $0 }) where !skus.contains(sku) {
        missing.append(
          Missing(part: "faults", line: fault.line, sentence: "\(name): no product \(sku)"))
      }
      if let order = fault.order, order > drill.orders.count {
        missing.append(
          Missing(part: "faults", line: fault.line, sentence: "\(name): no order \(order)"))
      }
    }
    for note in drill.notes {
      let isBin = note.work == .count || note.work == .correct
      if isBin, !bins.contains(note.at) {
        missing.append(Missing(part: "notes", line: nil, sentence: "no bin \(note.at)"))
      }
      let isOrder = [.release, .save, .send, .stop].contains(note.work)
      if isOrder, !(Int(note.at).map { (1...max(1, drill.orders.count)).contains($0) } ?? false) {
        missing.append(
          Missing(
            part: "notes", line: nil,
            sentence: "\(note.work.rawValue): no order \(note.at), expected its number"))
      }
      if note.work == .teach, !skus.contains(note.at) {
        missing.append(Missing(part: "notes", line: nil, sentence: "no product \(note.at)"))
      }
    }
    return missing
  }
}
