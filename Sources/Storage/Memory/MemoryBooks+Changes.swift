import Warehouse

extension MemoryBooks {
  func apply(_ change: Change, _ stamp: Stamp) throws {
    switch change {
    case .move(let movement): try move(movement, stamp)
    case .reserve(let key, let amount): try adjust(key, \.allocated, amount)
    case .freeze(let key, let amount): try adjust(key, \.frozen, amount)
    case .order(let order): orders[order.number] = order
    case .orderLine(let line): orderLines[LineKey(order: line.order, number: line.number)] = line
    case .wave(let wave): waves[wave.code] = wave
    case .list(var list):
      list.slots.sort { $0.number < $1.number }
      lists[list.code] = list
    case .pickLine(let line): pickLineTable[line.code] = line
    case .tote(let tote): toteTable[tote.code] = tote
    case .parcel(let parcel):
      parcelTable[parcel.code] = Journalled(record: parcel, entry: stamp.entry)
    case .numberRange(let range): ranges[range.carrier] = range
    case .printJob(let job): jobs[job.code] = Journalled(record: job, entry: stamp.entry)
    case .session(let session): sessionTable[session.code] = session
    case .endSession(let code):
      sessionTable[code] = nil
      flows[code] = nil
    case .add(let asset): add(asset)
    case .remove(let code): remove(code)
    case .wallSlot(let slot):
      wallSlots[WallSlotKey(wall: slot.wall, number: slot.number)] = slot
    case .chore(let chore): choreTable[chore.number] = chore
    case .pick(let pick): pickTable[PickKey(list: pick.list, number: pick.number)] = pick
    case .unpick(let pick): pickTable[PickKey(list: pick.list, number: pick.number)] = nil
    case .barcode(let barcode, let sku, let rung): teach(barcode, sku, rung)
    case .standing(let standing): standings[standing.badge] = standing
    case .serial(let serial):
      serialTable[SerialKey(sku: serial.sku, number: serial.number)] = serial
    case .unserial(let serial):
      serialTable[SerialKey(sku: serial.sku, number: serial.number)] = nil
    case .unit(let unit): unitTable[unit.code] = unit
    case .waybillJob(let job): waybillTable[job.code] = job
    case .tariffs(let document): tariffTable["site"] = CarrierChoice(document)
    case .notice(let notice): noticeTable[notice.number] = notice
    // Out of the door.
    case .caged(let entry): door.caged[entry.parcel] = entry
    case .uncaged(let parcel): door.caged[parcel] = nil
    case .manifest(let manifest):
      door.manifests[manifest.code] = Journalled(record: manifest, entry: stamp.entry)
    case .manifestLines(let code, let lines): write(lines, of: code)
    case .message(let message):
      door.messages[message.key] = Journalled(record: message, entry: stamp.entry)
    // Bench.
    case .benchRules(let rules): bench.rules["site"] = rules
    case .packing(let packing):
      bench.packings[packing.parcel] = Journalled(record: packing, entry: stamp.entry)
    case .learned(let learned): bench.learned[learned.sku] = learned
    case .shareReceiver(let order, let other): receivers[other] = receivers[order]
    case .journey(let journey): journeyTable[journey.parcel] = journey
    }
  }

  func move(_ movement: Movement, _ stamp: Stamp) throws {
    let (from, to) = (movement.from, movement.from.moved(to: movement.to))
    guard movement.quantity > 0, from.holder != to.holder else { throw senseless(movement) }
    var since = stamp.at
    if from.holder != .outside {
      guard var source = try stock(at: from), source.quantity >= movement.quantity else {
        throw missing(movement.quantity, from)
      }
      since = source.since
      source.quantity -= movement.quantity
      put(source)
    }
    if to.holder != .outside {
      var target = try stock(at: to) ?? Stock(key: to, quantity: 0, since: since)
      if target.quantity == 0 || since < target.since { target.since = since }
      target.quantity += movement.quantity
      put(target)
    }
    movements[movements.rows.count] = BookedMovement(stamp: stamp, movement: movement)
  }

  /// Writes a stock record; one that says nothing any more goes.
  func put(_ record: Stock) {
    let says = record.quantity != 0 || record.allocated != 0 || record.frozen != 0
    stock[SortedKey(key: record.key)] = says ? record : nil
  }

  private func adjust(
    _ key: StockKey, _ figure: WritableKeyPath<Stock, Int>, _ amount: Int
  ) throws {
    guard var record = try stock(at: key) else { throw missing(amount, key) }
    record[keyPath: figure] += amount
    guard record.allocated >= 0 else { throw negative("promised", key) }
    guard record.frozen >= 0 else { throw negative("frozen", key) }
    put(record)
  }

  func add(_ asset: Asset) {
    switch asset {
    case .person(let person): persons[person.badge] = person
    case .cart(let cart): cartTable[cart.code] = cart
    case .tote(let code): if toteTable[code] == nil { toteTable[code] = Tote(code: code) }
    case .printer(let printer): printerTable[printer.code] = printer
    case .carton(let carton): cartonTable[carton.code] = carton
    case .wall(let wall): wallTable[wall.code] = wall
    case .cage(let cage): door.cages[cage.code] = cage
    }
  }

  private func remove(_ code: AssetCode) {
    switch code {
    case .person(let badge): persons[badge] = nil
    case .cart(let cart): cartTable[cart] = nil
    case .tote(let tote): toteTable[tote] = nil
    case .printer(let printer): printerTable[printer] = nil
    case .carton(let carton): cartonTable[carton] = nil
    case .wall(let wall): wallTable[wall] = nil
    case .cage(let cage): door.cages[cage] = nil
    }
  }
}
