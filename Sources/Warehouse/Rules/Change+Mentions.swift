extension Change {
  /// The codes of what it changes, by which its line of the journal is found again.
  ///
  /// A parcel is found by its own code, which its waybill leads to.
  public var mentions: [String] {
    switch self {
    case .move(let movement):
      [movement.from.holder.code, movement.to.code, movement.from.sku.rawValue]
    case .reserve, .freeze, .numberRange, .endSession, .pick, .unpick: []
    case .order(let order): [order.number.rawValue]
    case .orderLine(let line): [line.order.rawValue]
    case .wave(let wave): [wave.code.rawValue]
    case .list(let list): [list.code.rawValue, list.wave.rawValue]
    case .pickLine(let line): [line.order.rawValue, line.list?.rawValue ?? ""]
    case .tote(let tote):
      [tote.code.rawValue, tote.order?.rawValue ?? "", tote.list?.rawValue ?? ""]
    case .parcel(let parcel): [parcel.code.rawValue, parcel.order.rawValue]
    case .printJob(let job): [job.parcel.rawValue]
    case .session(let session): [session.badge.rawValue]
    case .add(let asset): [asset.code.rawValue]
    case .remove(let code): [code.rawValue]
    case .wallSlot(let slot):
      [slot.wall.rawValue, slot.order?.rawValue ?? "", slot.tote?.rawValue ?? ""]
    case .chore(let chore):
      [chore.goods.holder.code, chore.goods.sku.rawValue, chore.order?.rawValue ?? ""]
    case .barcode(let barcode, let sku, _): [barcode, sku.rawValue]
    case .standing(let standing): [standing.badge.rawValue]
    case .serial(let serial), .unserial(let serial):
      [serial.number, serial.sku.rawValue, serial.holder.code]
    case .unit(let unit): [unit.code.rawValue, unit.goods.holder.code]
    case .waybillJob(let job): [job.parcel.rawValue]
    case .tariffs: []
    case .notice(let notice): [notice.to.rawValue]
    case .caged(let entry): [entry.parcel.rawValue, entry.cage.rawValue]
    case .uncaged(let parcel): [parcel.rawValue]
    case .manifest(let manifest): [manifest.code.rawValue]
    case .manifestLines(let manifest, let lines):
      [manifest.rawValue] + lines.flatMap { [$0.parcel.rawValue, $0.order.rawValue] }
    case .message(let message): [message.order.rawValue, message.parcel.rawValue]
    case .benchRules: []
    case .packing(let packing): [packing.parcel.rawValue]
    case .learned(let learned): [learned.sku.rawValue]
    case .shareReceiver(let order, let other): [order.rawValue, other.rawValue]
    case .journey(let journey): [journey.parcel.rawValue]
    }
  }
}

extension Commit {
  /// The codes by which its line of the journal is found again: what was decided, and who did it.
  public func mentions(_ decision: Decision) -> Set<String> {
    var codes = Set(decision.changes.flatMap(\.mentions))
    if let badge = author?.badge { codes.insert(badge) }
    codes.remove("")
    return codes
  }
}

extension Author {
  /// The badge, as sessions' codes begin.
  var badge: String { String(session.rawValue.prefix { $0 != "@" }) }
}
