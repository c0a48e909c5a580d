import Foundation
import Warehouse
import Yams

extension DrillReader {
  /// The orders, written here or taken from a file, and what of that file belongs to the drill.
  ///
  /// A reference is `{file: orders.csv}`, an orders file as the floor imports it, by its path from
  /// the drill; `first: 12` takes the first ones, `only: [A1, A2]` some by their numbers.
  func orders(
    _ top: DrillMapping, _ drill: URL, _ site: String, _ notes: DrillNotes
  ) -> ([Drill.Order], String) {
    guard let node = top.node("orders"), node.mapping != nil else {
      return (top.list("orders").compactMap { order($0, notes) }, "")
    }
    guard let map = DrillMapping(node, notes, what: "orders"),
      let file = map.text("file", required: true)
    else { return ([], "") }
    let first = map.number("first", in: 1...100) ?? 100
    let only = map.keys.contains("only") ? Set(map.list("only").compactMap(\.scalar?.string)) : nil
    map.finish("a reference to orders")
    let path =
      file.hasPrefix("/")
      ? file : drill.deletingLastPathComponent().appendingPathComponent(file).path
    do {
      let records = try SiteRecords.at(site)
      let all = try records.orders(at: path).filter { one in
        only?.contains(one.order.number.rawValue) ?? true
      }
      let orders = all.prefix(first).map { order, lines in
        Drill.Order(
          lines: lines.map { Drill.Line(sku: $0.sku.rawValue, quantity: $0.quantity) },
          cutOff: Self.minutes(order.cutOff.clock(utcOffset: records.utcOffset)) ?? 17 * 60,
          priority: order.priority)
      }
      if orders.isEmpty { notes.add(map.line, "\(file): expected orders in it") }
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      return (orders, Self.hash(Array(bytes)))
    } catch {
      notes.add(map.line(of: "file"), "orders: \(error)")
      return ([], "")
    }
  }

  /// An order is its products with their pieces, perhaps with `cutoff` and `priority`.
  func order(_ node: Node, _ notes: DrillNotes) -> Drill.Order? {
    guard let map = DrillMapping(node, notes, what: "an order") else { return nil }
    let cutOff = map.text("cutoff")
    if let cutOff, Self.minutes(cutOff) == nil {
      notes.add(map.line(of: "cutoff"), "cutoff \(cutOff): expected a time such as 17:00")
    }
    let priority = map.number("priority", in: 0...9) ?? 0
    let carrier = map.text("carrier")
    let skus = map.keys.filter { !["cutoff", "priority", "carrier"].contains($0) }
    let lines = skus.compactMap { sku in
      map.number(sku, in: 1...1000).map { Drill.Line(sku: sku, quantity: $0) }
    }
    if skus.isEmpty { notes.add(map.line, "an order: expected products such as S001: 2") }
    return Drill.Order(
      lines: lines, cutOff: cutOff.flatMap { Self.minutes($0) } ?? 17 * 60, priority: priority,
      carrier: carrier)
  }
}
