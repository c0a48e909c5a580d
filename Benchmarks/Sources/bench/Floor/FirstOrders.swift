import Simulation
import Storage
import Warehouse

/// A made-up warehouse with only its first orders.
struct FirstOrders<Source: FixtureSource>: FixtureSource {
  let source: Source
  let limit: Int

  var isLarge: Bool { source.isLarge }

  func records<E: Error>(
    _ kind: ImportKind, _ body: (ImportRecord) throws(E) -> Void
  ) throws(E) {
    var left = kind == .orders ? limit : .max
    try source.records(kind) { (record) throws(E) in
      guard left > 0 else { return }
      left -= 1
      try body(record)
    }
  }
}
