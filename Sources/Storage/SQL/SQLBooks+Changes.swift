import Warehouse

extension SQLBooks {
  func apply(_ change: Change, _ stamp: Stamp) throws {
    switch change {
    case .move(let movement): try move(movement, stamp)
    case .reserve(let key, let amount): try adjust(.reserveStock, key, amount)
    case .freeze(let key, let amount): try adjust(.freezeStock, key, amount)
    case .order(let order): try write(order)
    case .orderLine(let line): try write(line)
    case .wave(let wave): try write(wave)
    case .list(let list): try writeList(list)
    case .pickLine(let line): try write(line)
    case .tote(let tote): try write(tote)
    case .parcel(let parcel):
      try transaction.execute(Table.parcel.write, parcel.values + [.int(stamp.entry)])
    case .numberRange(let range): try write(range)
    case .printJob(let job):
      try transaction.execute(Table.printJob.write, job.values + [.int(stamp.entry)])
    case .session(let session): try write(session)
    case .endSession(let code):
      try transaction.execute(.endSession, [.code(code)])
      try transaction.execute(.endFlow, [.code(code)])
    case .add(let asset): try add(asset)
    case .remove(let code): try remove(code)
    case .wallSlot(let slot): try write(slot)
    case .notice(let notice): try write(notice)
    case .chore(let chore): try write(chore)
    case .pick(let pick): try write(pick)
    case .unpick(let pick):
      try transaction.execute(.unpick, [.code(pick.list), .int(pick.number)])
    case .waybillJob(let job): try write(job)
    case .tariffs(let document):
      try transaction.execute(
        Table.tariffs.write, [.text("site"), .text(try JournalFormat.text(document))])
    case .barcode(let barcode, let sku, let rung):
      try transaction.execute(.teach, [.text(barcode), .code(sku), .int(rung)])
    case .standing(let standing): try write(standing)
    case .serial(let serial): try write(serial)
    case .unserial(let serial):
      try transaction.execute(.unserial, [.code(serial.sku), .text(serial.number)])
    case .unit(let unit): try write(unit)
    // Out of the door.
    case .caged(let entry): try write(entry)
    case .uncaged(let parcel): try transaction.execute(.uncage, [.code(parcel)])
    case .manifest(let manifest):
      try transaction.execute(Table.manifest.write, manifest.values + [.int(stamp.entry)])
    case .manifestLines(let code, let lines): try write(lines, of: code)
    case .message(let message):
      try transaction.execute(Table.message.write, message.values + [.int(stamp.entry)])
    // Bench.
    case .benchRules(let rules):
      try transaction.execute(
        Table.benchRules.write, [.text("site"), .text(try JournalFormat.text(rules))])
    case .packing(let packing):
      try transaction.execute(
        Table.parcelPacking.write, try packing.values + [.int(stamp.entry)])
    case .learned(let learned): try write(learned)
    case .shareReceiver(let order, let other):
      try transaction.execute(.shareReceiver, [.code(other), .code(order)])
    case .journey(let journey): try write(journey)
    }
  }

  private func writeList(_ list: PickList) throws {
    try write(list)
    let slots = list.slots.map { slot in
      [Value.int(slot.number), .code(slot.order), .code(slot.tote)]
    }
    let kept = try transaction.rows(.slots, [.code(list.code)])
    guard kept != slots.map(Row.init) else { return }
    try transaction.execute(.dropSlots, [.code(list.code)])
    for slot in slots {
      try transaction.execute(Table.slot.write, [.code(list.code)] + slot)
    }
  }

  func add(_ asset: Asset) throws {
    switch asset {
    case .person(let person): try write(person)
    case .cart(let cart): try write(cart)
    case .tote(let code): try transaction.execute(.addTote, [.code(code)])
    case .printer(let printer): try write(printer)
    case .carton(let carton): try write(carton)
    case .wall(let wall): try write(wall)
    case .cage(let cage): try write(cage)
    }
  }

  private func remove(_ code: AssetCode) throws {
    switch code {
    case .person(let badge): try transaction.execute(.removePerson, [.code(badge)])
    case .cart(let cart): try transaction.execute(.removeCart, [.code(cart)])
    case .tote(let tote): try transaction.execute(.removeTote, [.code(tote)])
    case .printer(let printer): try transaction.execute(.removePrinter, [.code(printer)])
    case .carton(let carton): try transaction.execute(.removeCarton, [.code(carton)])
    case .wall(let wall): try transaction.execute(.removeWall, [.code(wall)])
    case .cage(let cage): try transaction.execute(.removeCage, [.code(cage)])
    }
  }
}
