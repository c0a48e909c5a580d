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
}
