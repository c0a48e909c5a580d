public import Exchange
import Glibc
import Warehouse

/// Writes a made-up warehouse as files to import: `site.json` (`site.csv` for a large one),
/// `products.csv`, `stock.csv` and `orders.csv`.
public enum FixtureFiles {
  /// How much was written.
  public struct Figures: Hashable, Sendable {
    /// Bins of every kind.
    public var bins = 0
    /// Products.
    public var products = 0
    /// Stock records.
    public var stock = 0
    /// Orders.
    public var orders = 0
    /// Lines of all orders.
    public var lines = 0
  }

  /// Writes the files into a folder, which is made if its parent is there.
  public static func write(
    _ source: some FixtureSource, to folder: String
  ) throws(ExchangeError) -> Figures {
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw ExchangeError(.open, file: folder, reason: String(cString: strerror(errno)))
    }
    var figures = Figures()
    if source.isLarge {
      try table(.site, of: source, to: "\(folder)/site.csv", &figures)
    } else {
      let records = source.records(.site)
      for record in records { figures.count(record) }
      let sink = try FileSink(path: "\(folder)/site.json")
      try sink.write(Array(SiteDocument(records).description.utf8))
    }
    try table(.products, of: source, to: "\(folder)/products.csv", &figures)
    try table(.stock, of: source, to: "\(folder)/stock.csv", &figures)
    try table(.orders, of: source, to: "\(folder)/orders.csv", &figures)
    return figures
  }

  private static func table(
    _ kind: ImportKind, of source: some FixtureSource, to path: String, _ figures: inout Figures
  ) throws(ExchangeError) {
    var writer = try TableWriter(kind, FileSink(path: path), utcOffset: FixturePlace.utcOffset)
    try source.records(kind) { (record) throws(ExchangeError) in
      figures.count(record)
      try writer.write(record)
    }
    try writer.finish()
  }
}

extension FixtureFiles.Figures {
  fileprivate mutating func count(_ record: ImportRecord) {
    switch record {
    case .bin: bins += 1
    case .product: products += 1
    case .count: stock += 1
    case .order(_, let all, _):
      orders += 1
      lines += all.count
    case .site, .zone, .workstation, .carrier, .numberRange, .asset, .unit: break
    }
  }
}
