import Flows
import Station
import Storage
import Warehouse

/// What went wrong while somebody worked, as far as the journal can tell.
///
/// A short says what was missing; a refused scan says what came to hand, so the drill puts it
/// where it comes to hand again. What nobody noticed is not in the journal and not in the drill.
struct Incident {
  /// Pieces that came out of a bin, or did not.
  struct Bin {
    var picked = 0
    var reason: ShortReason?
    var stranger: Code<Product>?
  }

  var lists: [Code<PickList>] = []
  var opened: [Code<Order>] = []
  var began: Timestamp?
  /// What was picked and what was short, by bin.
  var bins: [Code<Warehouse.Bin>: Bin] = [:]
  /// What happened beside the bins, with the store's own names.
  var events: [Event] = []
  var picks = 0

  /// Something that happened once.
  enum Event: Hashable {
    case lookAlike(Code<Warehouse.Bin>, Code<Product>)
    case sealedCase(Code<Warehouse.Bin>)
    case unknownCode(Code<Warehouse.Bin>)
    case neighborLabel(Code<Warehouse.Bin>, Code<Warehouse.Bin>)
    case wrongSlot(Int, other: Int)
    case foreignTote(Int)
    case fullTote(Int, after: Int)
    case refund(Code<Order>, after: Int)
    case powerCut(after: Int)
    case linkLost(after: Int)
    case takenOver(after: Int)
    case surplus(Code<Warehouse.Bin>, Int)
    case strangerPiece(Code<Order>, Code<Product>)
    case missingPiece(Code<Order>)
    case noPaper
    case stoppedAtBench(Code<Order>)
  }

  /// Which part of the journal.
  struct Choice {
    /// A pick list.
    var list: Code<PickList>?
    /// A handheld, a badge or a session.
    var session: String?
    var from: Timestamp?
    var to: Timestamp?
  }

  private var totes: [Code<PickList>: [Int: Code<Tote>]] = [:]
  private var filled: [Code<Tote>: Int] = [:]
  private var parcels: [Code<Parcel>: Code<Order>] = [:]

  /// Reads the journal of a store from its beginning, for the screens need it.
  init(_ store: any Store, _ choice: Choice) throws {
    var replicas: [String: Replica] = [:]
    var badges: [String: String] = [:]
    var holders: [String: String] = [:]
    var bin: [String: Code<Warehouse.Bin>] = [:]
    var read = 0
    var isOver = false
    var at: Timestamp?
    while !isOver {
      let page = try store.entries(after: read, limit: 500)
      guard let last = page.last else { break }
      read = last.number
      for entry in page {
        if let to = choice.to, entry.at > to {
          isOver = true
          break
        }
        var replica =
          replicas[entry.device]
          ?? Replica(device: Code(entry.device), house: Name(zh: "", en: ""))
        let before = replica.screen
        let wasAtWork = replica.conversation?.session != nil
        if !entry.device.isEmpty {
          replica.take(entry)
          replicas[entry.device] = replica
        }
        let line = JournalledCommand(entry)
        var cameFrom: String?
        if case .done(.signedIn(let session))? = line?.outcome {
          badges[session.code.rawValue] = session.badge.rawValue
          cameFrom = holders.updateValue(entry.device, forKey: session.badge.rawValue)
        }
        let isInTime = choice.from.map { entry.at >= $0 } ?? true
        let names = [entry.device, entry.session, badges[entry.session] ?? ""]
        let isMeant =
          isInTime && (choice.session.map(names.contains) ?? true) && !entry.device.isEmpty
        if isInTime { try programs(line, at: entry.at) }
        guard isMeant else { continue }
        if let line { try take(line, choice, store) }
        if let cameFrom, cameFrom != entry.device, picks > 0 {
          // The handheld began anew because somebody else had the session.
          events.removeAll { $0 == .powerCut(after: picks) }
          events.append(.takenOver(after: picks))
        }
        guard choice.list == nil || lists.contains(where: { $0 == choice.list }) else { continue }
        at = at ?? entry.at
        if entry.kind == "on", picks > 0, wasAtWork, !events.contains(.takenOver(after: picks)) {
          events.append(.powerCut(after: picks))
        }
        if entry.kind == "trouble", picks > 0 { events.append(.linkLost(after: picks)) }
        guard let screen = replica.screen, replica.isSettled else { continue }
        if screen.prompt == .scan(ClusterPicking.scanBin), let headline = screen.headline {
          bin[entry.device] = Code(headline)
        }
        if let before, ["scan", "reply", "delta", "command"].contains(entry.kind),
          screen.message?.tone == .bad, before.message != screen.message,
          let code = replica.conversation?.lastScan
        {
          try store.read { facts in
            try refused(code, before, bin[entry.device], facts)
          }
        }
      }
    }
    began = at
  }

  // MARK: - Commands

  /// What programs and colleagues did meanwhile.
  private mutating func programs(_ line: JournalledCommand?, at: Timestamp) throws {
    guard let line, case .done = line.outcome else { return }
    if case .intercept(let order, _) = line.command {
      events.append(.stoppedAtBench(order))
      if picks > 0 { events.append(.refund(order, after: picks)) }
    }
    if case .report(_, _, .untouched(let why)) = line.command, why.contains("paper") {
      events.append(.noPaper)
    }
    if case .printerDown(_, let fault, _) = line.command, fault == .paperOut {
      events.append(.noPaper)
    }
  }

  private mutating func take(
    _ line: JournalledCommand, _ choice: Choice, _ store: any Store
  ) throws {
    guard case .done = line.outcome else { return }
    var command = line.command
    if case .told(let inner, _) = command { command = inner }
    func belongs(_ code: Code<PickLine>) throws -> PickLine? {
      let found = try store.read { try $0.pickLine(code) }
      guard choice.list == nil || found?.list == choice.list else { return nil }
      return found
    }
    if case .take(let list) = command, choice.list == nil || list == choice.list { note(list) }
    if case .bind(let list, let slot, let tote) = command {
      totes[list, default: [:]][slot] = tote
    }
    if case .changeTote(let list, let slot, let tote) = command {
      if let old = totes[list]?[slot] {
        events.append(.fullTote(slot, after: max(1, filled[old] ?? 1)))
      }
      totes[list, default: [:]][slot] = tote
    }
    if case .zeroCheck(let key, let left?) = command, left > 0, case .bin(let bin) = key.holder {
      events.append(.surplus(bin, left))
    }
    if case .openParcel(let order) = command {
      opened.append(order)
      if case .done(.opened(let parcel)) = line.outcome { parcels[parcel] = order }
    }
    if case .settle(let parcel, _) = command, let order = parcels[parcel] {
      events.append(.missingPiece(order))
    }
    if case .unshort(let line) = command, case .bin(let bin) = try belongs(line)?.from.holder {
      bins[bin]?.reason = nil
    }
    guard let (code, act) = Self.atStop(command), let pick = try belongs(code) else { return }
    note(pick.list)
    switch act {
    case .pick(let quantity, let bin, let tote):
      picks += 1
      filled[tote, default: 0] += quantity
      bins[bin, default: Bin()].picked += quantity
    case .short(let reason):
      guard case .bin(let bin) = pick.from.holder else { return }
      bins[bin, default: Bin()].reason = reason
    case .skip: break
    }
  }

  /// What was done at a stop, whether to one line or to several at once.
  private static func atStop(_ command: Command) -> (Code<PickLine>, StopAct)? {
    if case .pick(let line, let quantity, let bin, let tote) = command {
      return (line, .pick(quantity: quantity, bin: bin, tote: tote))
    }
    if case .short(let line, let reason) = command { return (line, .short(reason)) }
    if case .foundElsewhere(let line, _) = command { return (line, .short(.elsewhere)) }
    if case .stop(let lines, let act) = command, let first = lines.first { return (first, act) }
    return nil
  }

  private mutating func note(_ list: Code<PickList>?) {
    if let list, !lists.contains(list) { lists.append(list) }
  }

  // MARK: - Refusals

  private mutating func refused(
    _ code: String, _ before: Screen, _ bin: Code<Warehouse.Bin>?, _ facts: some Facts
  ) throws {
    switch before.prompt {
    case .scan(ClusterPicking.scanBin):
      let other = Code<Warehouse.Bin>(code)
      if let bin, bin != other, try facts.bin(other) != nil {
        events.append(.neighborLabel(bin, other))
      }
    case .scan(ClusterPicking.scanItem):
      guard let bin else { return }
      guard let product = try facts.product(barcode: code) else {
        events.append(.unknownCode(bin))
        return
      }
      let isAsked = before.rows.contains { $0.leading == Text(product.name) }
      if isAsked {
        if product.units(of: code) ?? 1 > 1 { events.append(.sealedCase(bin)) }
      } else {
        bins[bin, default: Bin()].stranger = product.sku
        events.append(.lookAlike(bin, product.sku))
      }
    case .quantity(let label, _):
      guard let slot = Int(label.en.filter(\.isNumber)) else { return }
      let list = lists.last
      let other = list.flatMap { totes[$0] }?.first { $0.value.rawValue == code }?.key
      if let other, other != slot {
        events.append(.wrongSlot(slot, other: other))
      } else if try facts.tote(Code(code)) != nil {
        events.append(.foreignTote(slot))
      }
    case .scan(Packing.scanPiece):
      if let order = opened.last, let product = try facts.product(barcode: code) {
        events.append(.strangerPiece(order, product.sku))
      }
    case .scan, .text, .secret, .choose, .confirm, .read, .wait: break
    }
  }
}
