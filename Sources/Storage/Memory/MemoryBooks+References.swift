import Warehouse

extension MemoryBooks {
  func journalViolations() -> [Violation] {
    var found: [Violation] = []
    func require(_ entry: Int, _ subject: String) {
      if let kind = journal[entry]?.kind, kind == "command" || kind == "import" { return }
      found.append(Violation(.journalled, subject, expected: 1, found: 0))
    }
    for parcel in parcelTable.sorted { require(parcel.entry, "parcel \(parcel.record.code)") }
    for job in jobs.sorted { require(job.entry, "print_job \(job.record.code)") }
    for manifest in door.manifests.sorted {
      require(manifest.entry, "manifest \(manifest.record.code)")
    }
    for message in door.messages.sorted {
      require(message.entry, "outbox \(message.record.key)")
    }
    for packing in bench.packings.sorted {
      require(packing.entry, "parcel_packing \(packing.record.parcel)")
    }
    for entry in movements.sorted {
      require(entry.stamp.entry, "movement \(entry.stamp.entry)/\(entry.stamp.part)")
    }
    for (id, outcome) in outcomes.rows.sorted(by: { $0.key < $1.key })
    where outcome.entry != 0 && commands[outcome.entry] != id {
      found.append(Violation(.outcome, id, expected: outcome.entry, found: 0))
    }
    for (entry, id) in commands.rows.sorted(by: { $0.key < $1.key })
    where outcomes[id]?.entry != entry {
      found.append(Violation(.outcome, id, expected: 1, found: 0))
    }
    let numbers = journal.rows.keys
    if numbers.count != head || numbers.max() ?? 0 != head || numbers.min() ?? 1 != 1 {
      found.append(Violation(.journal, "lines", expected: head, found: numbers.count))
    }
    return found
  }

  func referenceViolations() -> [Violation] {
    var missing: Set<String> = []
    func require(_ found: Bool, _ table: String, _ target: String, _ code: String?) {
      if let code, !found { missing.insert("\(table) refers to \(target) \(code)") }
    }
    func product(_ sku: Code<Product>, _ table: String) {
      require(products[sku] != nil, table, "product", sku.rawValue)
    }
    func order(_ number: Code<Order>?, _ table: String) {
      require(number.flatMap { orders[$0] } != nil, table, "orders", number?.rawValue)
    }
    func carrier(_ code: Code<Carrier>, _ table: String) {
      require(carrierTable[code] != nil, table, "carrier", code.rawValue)
    }
    for bin in bins.rows.values {
      require(zones[bin.zone] != nil, "bin", "zone", bin.zone.rawValue)
    }
    for bench in benches.rows.values {
      let printer = bench.printer.flatMap { printerTable[$0] }
      require(printer != nil, "workstation", "printer", bench.printer?.rawValue)
      let fallback = bench.fallback.flatMap { printerTable[$0] }
      require(fallback != nil, "workstation", "printer", bench.fallback?.rawValue)
    }
    for range in ranges.rows.values { carrier(range.carrier, "number_range") }
    for session in sessionTable.rows.values {
      require(persons[session.badge] != nil, "work_session", "person", session.badge.rawValue)
    }
    for sku in barcodes.rows.values { product(sku, "barcode") }
    for record in stock.rows.values {
      product(record.key.sku, "stock")
      switch record.key.holder {
      case .bin(let code): require(bins[code] != nil, "stock", "bin", code.rawValue)
      case .tote(let code): require(toteTable[code] != nil, "stock", "tote", code.rawValue)
      case .parcel(let code): require(parcelTable[code] != nil, "stock", "parcel", code.rawValue)
      case .outside: break
      }
    }
    for tote in toteTable.rows.values {
      order(tote.order, "tote")
      require(
        tote.list.flatMap { lists[$0] } != nil, "tote", "pick_list", tote.list?.rawValue)
    }
    for slot in wallSlots.rows.values {
      order(slot.order, "wall_slot")
      require(wallTable[slot.wall] != nil, "wall_slot", "put_wall", slot.wall.rawValue)
    }
    for record in orders.rows.values {
      carrier(record.carrier, "orders")
      require(record.wave.flatMap { waves[$0] } != nil, "orders", "wave", record.wave?.rawValue)
    }
    for line in orderLines.rows.values {
      order(line.order, "order_line")
      product(line.sku, "order_line")
    }
    for number in receivers.rows.keys { order(number, "receiver") }
    for wave in waves.rows.values { carrier(wave.carrier, "wave") }
    for list in lists.rows.values {
      require(waves[list.wave] != nil, "pick_list", "wave", list.wave.rawValue)
      for slot in list.slots { order(slot.order, "pick_slot") }
    }
    for line in pickLineTable.rows.values {
      order(line.order, "pick_line")
      require(line.list.flatMap { lists[$0] } != nil, "pick_line", "pick_list", line.list?.rawValue)
    }
    for parcel in parcelTable.rows.values.map(\.record) {
      order(parcel.order, "parcel")
      carrier(parcel.carrier, "parcel")
    }
    for job in jobs.rows.values.map(\.record) {
      require(parcelTable[job.parcel] != nil, "print_job", "parcel", job.parcel.rawValue)
    }
    for session in flows.rows.keys {
      require(
        sessionTable[session] != nil, "saved_flow", "work_session", session.rawValue)
    }
    return missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
