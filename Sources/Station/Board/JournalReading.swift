import Planning
import Storage
import Warehouse

/// Turns lines of the journal into acts of people, one after the other.
struct JournalReading: Sendable {
  /// Who a session belongs to.
  private var badges: [String: Code<Operator>] = [:]
  /// How long the walk of each list is that was planned and is not done, in millimetres.
  private var walks: [Code<PickList>: Int] = [:]

  /// The names of commands that tell of a pace.
  private static let wanted: Set<Substring> = [
    "signIn", "signOut", "take", "bind", "pick", "stop", "short", "adoptWalk", "finish", "seed",
    "packNext", "openParcel", "verify", "settle", "changeTote", "unpick", "unshort", "told",
    "weigh", "passWeight", "useCarton", "sealAll", "fillParcel", "changeLot", "foundElsewhere",
    "substitute",
  ]
  /// The names of commands after which nothing but the facts is to be believed of lists.
  private static let upsetting: Set<Substring> = [
    "release", "intercept", "count", "correct", "lose", "foundGoods", "zeroCheck", "lever",
    "relocate",
  ]

  /// What a line says.
  struct Told {
    var act: FloorAct?
    /// Lists it changed.
    var lists: [Code<PickList>] = []
    /// Whether it changed the list its person has in hand, which it does not name.
    var changesListInHand = false
    /// Pick lines it closed.
    var closed = 0
    /// Whether lists may have changed that it does not name.
    var isUpsetting = false
    /// Whether it was refused.
    var isRefused = false
    /// Whether it was refused for what its person did.
    var isMistake = false
  }

  /// What a line of the journal says; nil for one that says nothing here.
  mutating func read(_ entry: JournalEntry) -> Told? {
    if entry.kind == "refused" {
      // A scan that nothing was asked of the rules for.
      return badge(entry.session).map {
        Told(
          act: FloorAct(badge: $0, at: entry.at, kind: .sign), isRefused: true, isMistake: true)
      }
    }
    let name = JournalledCommand.name(in: entry)
    if name == "plan" {
      if let line = JournalledCommand(entry), case .plan(_, let lists) = line.command,
        case .done = line.outcome
      {
        for list in lists { walks[list.code] = list.walk.length }
      }
      return Told(isUpsetting: true)
    }
    if Self.upsetting.contains(name) { return Told(isUpsetting: true) }
    guard Self.wanted.contains(name), let line = JournalledCommand(entry) else { return nil }
    if case .done(.signedIn(let session)) = line.outcome {
      badges[session.code.rawValue] = session.badge
    }
    guard let badge = badge(entry.session, line.command) else { return nil }
    let receipt: Receipt
    switch line.outcome {
    case .done(let done): receipt = done
    case .refused(let refusal):
      return Told(
        act: FloorAct(badge: badge, at: entry.at, kind: .sign), isRefused: true,
        isMistake: refusal.isMistake)
    }
    var told = Told()
    let kind = kind(line.command, receipt, &told)
    told.act = kind.map { FloorAct(badge: badge, at: entry.at, kind: $0) }
    return told
  }

  private func badge(_ session: String, _ command: Command) -> Code<Operator>? {
    if case .signIn(_, let badge, _, _) = command { return badge }
    return badge(session)
  }

  private func badge(_ session: String) -> Code<Operator>? {
    guard !session.isEmpty else { return nil }
    return badges[session] ?? Code(String(session.prefix { $0 != "@" }))
  }

  private mutating func kind(
    _ command: Command, _ receipt: Receipt, _ told: inout Told
  ) -> FloorAct.Kind? {
    switch command {
    // What the pieces' labels told says nothing of a pace.
    case .told(let command, _): return kind(command, receipt, &told)
    case .signIn: return .sign
    case .signOut: return .leave
    case .take(let list):
      told.lists = [list]
      return .take(list, length: walks[list])
    case .bind(let list, _, _):
      told.lists = [list]
      return .bind
    case .adoptWalk(let list, _, _, let walk):
      told.lists = [list]
      walks[list] = walk.length
      return .newWalk(length: walk.length)
    case .finish(let list):
      told.lists = [list]
      walks[list] = nil
      return .finish(list)
    case .changeTote(let list, _, _), .unpick(let list):
      told.lists = [list]
      return .sign
    case .pick, .stop(_, .pick): return picked(command, receipt, &told)
    case .changeLot, .substitute:
      told.changesListInHand = true
      return .sign
    case .short, .stop(_, .short), .foundElsewhere:
      // The lines of a short are not in its receipt, and promises of others may have moved.
      told.isUpsetting = true
      told.closed = 1
      return .short(nil)
    case .unshort:
      told.isUpsetting = true
      return .sign
    case .seed(_, _, _, let quantity, _): return .seed(pieces: quantity)
    case .openParcel(let order): return .open(order)
    case .verify(_, _, let units):
      if case .closed = receipt { return .close(pieces: units) }
      if case .carried = receipt { return .close(pieces: units) }
      return .verify(pieces: units)
    case .packNext, .settle:
      if case .opened = receipt { return nil }
      return .close(pieces: 0)
    case .weigh, .passWeight, .useCarton, .sealAll, .fillParcel:
      if case .closed = receipt { return .close(pieces: 0) }
      if case .carried = receipt { return .close(pieces: 0) }
      if case .filled = receipt { return .close(pieces: 0) }
      return nil
    case .note, .equip, .allocate, .plan, .release, .skip, .stop, .reprint, .claim, .report, .add,
      .remove, .openWall, .lose, .zeroCheck, .countBin, .foundGoods, .count, .intercept, .putBack,
      .relocate, .correct, .teach, .lever, .acknowledge, .tryPIN, .prefer, .suspend,
      .adoptTariffs, .setCarrier, .claimWaybill, .adoptWaybill, .reportWaybill, .retryWaybill,
      .voidWaybill, .closeParcel, .cage, .uncage, .closeCages, .reopen, .handOver, .holdBack,
      .letGo, .claimMessage, .reportMessage, .retryMessage, .beginPrint, .printerDown, .labelSeen,
      .labelMissing, .train, .adoptBenchRules, .recheck, .useMaterial, .proveLabel, .dropCart,
      .claimJourney, .reportJourney, .tracked:
      return nil
    }
  }

  private func picked(
    _ command: Command, _ receipt: Receipt, _ told: inout Told
  ) -> FloorAct.Kind? {
    let lines: [PickLine]
    switch receipt {
    case .picked(let line, _): lines = [line]
    case .gathered(let some, _), .emptied(let some, _, _): lines = some
    case .plain, .signedIn, .allocated, .shorted, .opened, .verified, .closed, .seeded, .packedNext,
      .lost, .counted, .levered, .tried, .relotted, .carried, .caged, .uncaged, .manifested,
      .handedOver, .filled, .dropped:
      return nil
    }
    guard let first = lines.first, let list = first.list else { return nil }
    var pieces = 1
    if case .pick(_, let quantity, _, _) = command { pieces = quantity }
    if case .stop(_, .pick(let quantity, _, _)) = command { pieces = quantity }
    told.lists = [list]
    told.closed = lines.filter { $0.open == 0 }.count
    return .pick(list, reached: first.reached, pieces: pieces, closed: told.closed)
  }
}
