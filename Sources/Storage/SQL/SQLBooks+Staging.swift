import Warehouse

extension SQLBooks {
  /// Stages a record under an ordinal of an import.
  func stage(_ record: ImportRecord, _ file: Int, _ ordinal: Int) throws {
    let head: [Value] = [.int(file), .int(ordinal)]
    switch record {
    case .bin(let bin):
      try transaction.execute(StagingTable.bin.insert, head + bin.values)
    case .product(let product): try stage(product, head)
    case .count(let key, let quantity):
      try transaction.execute(StagingTable.count.insert, head + key.values + [.int(quantity)])
    case .order(let order, let lines, let receiver):
      try transaction.execute(
        StagingTable.order.insert,
        head + [
          .code(order.number), .text(order.channel), .code(order.carrier), .time(order.cutOff),
          .int(order.priority), .text(order.remark), .int(order.value),
        ] + receiver.values + [.int(order.codFen)])
      for line in lines {
        try transaction.execute(
          StagingTable.orderLine.insert,
          head + [
            .code(order.number), .int(line.number), .code(line.sku), .int(line.quantity),
            .text(line.substitute?.rawValue ?? ""),
          ])
      }
    case .site, .zone, .workstation, .carrier, .numberRange, .asset, .unit:
      let name = record.name
      try transaction.execute(
        StagingTable.record.insert,
        head + [.text(name.kind), .text(name.code), .text(try JournalFormat.text(record))])
    }
  }

  private func stage(_ product: Product, _ head: [Value]) throws {
    try transaction.execute(StagingTable.product.insert, head + product.values)
    for (rung, packaging) in product.packagings.enumerated() {
      try transaction.execute(
        StagingTable.packaging.insert,
        head + [
          .code(product.sku), .int(rung), .text(packaging.unit), .int(packaging.units),
        ])
      for (place, barcode) in packaging.barcodes.enumerated() {
        try transaction.execute(
          StagingTable.barcode.insert,
          head + [.text(barcode), .code(product.sku), .int(rung), .int(place)])
      }
    }
  }
}
