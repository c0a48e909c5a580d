/// Decides what a commit changes, on the facts of its own transaction.
///
/// A refusal is a value; only the store's own trouble is thrown. The fence comes first: a session
/// that was taken over is told by whom, whatever it wants.
public func decide(_ commit: Commit, _ facts: some Facts) throws -> Decision {
  var session: Session?
  if let author = commit.author {
    guard let known = try facts.session(author.session) else { return .refused(.notSignedIn) }
    guard known.token == author.token else { return .refused(.takenOver(known.device)) }
    session = known
  }
  let told = if case .told(_, let told) = commit.command { told } else { Told() }
  let rules = Rules(
    facts: facts, context: Context(id: commit.id, session: session, at: commit.at), told: told)
  do {
    let decision = try rules.decide(commit.command)
    return Decision(
      changes: decision.changes + (try rules.following(decision.changes)),
      outcome: decision.outcome)
  } catch let refusal as Refusal {
    return .refused(refusal)
  }
}

extension Refusal: Error {}

/// The rules of the floor on the facts of one transaction.
///
/// Each rule is named for what the business does. Inside, a refusal travels as an error, so that
/// a rule reads as its conditions followed by its changes.
struct Rules<F: Facts> {
  let facts: F
  let context: Context
  /// What the scans of a command told of its pieces.
  var told = Told()

  func decide(_ command: Command) throws -> Decision {
    switch command {
    case .note: .done([])
    case .signIn(let session, let badge, let device, let takeOver):
      try signIn(session, badge, device, takeOver: takeOver)
    case .equip(let workstation, let cart): try equip(workstation, cart)
    case .signOut: .done([.endSession(try session().code)])
    case .allocate(let allocations): try allocate(allocations)
    case .plan(let wave, let lists): try plan(wave, lists)
    case .release(let wave): try release(wave)
    case .take(let list): try take(list)
    case .bind(let list, let slot, let tote): try bind(list, slot, tote)
    case .pick(let line, let quantity, let bin, let tote): try pick(line, quantity, bin, tote)
    case .short(let line, let reason): try short(line, reason)
    case .skip(let line): try skip(line)
    case .adoptWalk(let list, let revision, let order, let walk):
      try adoptWalk(list, revision, order, walk)
    case .finish(let list): try finish(list)
    case .openParcel(let order): try openParcel(order)
    case .verify(let parcel, let sku, let units): try verify(parcel, sku, units)
    case .settle(let parcel, let settlement): try settle(parcel, settlement)
    case .reprint(let parcel, let reason): try reprint(parcel, reason)
    case .claim(let job, let claimant, let until): try claim(job, claimant, until)
    case .report(let job, let claimant, let result): try report(job, claimant, result)
    case .add(let asset): try add(asset)
    case .remove(let code): try remove(code)
    case .stop(let lines, let act): try stop(lines, act)
    case .changeTote(let list, let slot, let tote): try changeTote(list, slot, tote)
    case .openWall(let list, let wall): try openWall(list, wall)
    case .seed(let from, let order, let sku, let quantity, let tote):
      try seed(from, order, sku, quantity, tote)
    case .packNext(let from, let sku): try packNext(from, sku)
    case .lose(let from): try lose(from)
    case .zeroCheck(let key, let left): try zeroCheck(key, left)
    case .unpick(let list): try unpick(list)
    case .countBin(let bin): try countBin(bin)
    case .foundGoods(let bin, let sku): try foundGoods(bin, sku)
    case .count(let chore, let quantity): try count(chore, quantity)
    case .intercept(let order, let reason): try intercept(order, reason)
    case .putBack(let chore, let quantity, let bin): try putBack(chore, quantity, bin)
    case .relocate(let key, let bin, let quantity, let chore):
      try relocate(key, bin, quantity, chore)
    case .correct(let key, let quantity, let reason): try correct(key, quantity, reason)
    case .teach(let barcode, let sku, let units): try teach(barcode, sku, units)
    case .tryPIN(let badge, let right): try tryPIN(badge, right: right)
    case .prefer(let language, let tones): try prefer(language, tones)
    case .suspend: try suspend()
    case .told(let command, _): try decide(command)
    case .changeLot(let lines, let lot): try changeLot(lines, lot)
    case .foundElsewhere(let line, let bin): try foundElsewhere(line, bin)
    case .substitute(let line): try substitute(line)
    case .adoptTariffs(let document): try adoptTariffs(document)
    case .setCarrier(let order, let carrier): try setCarrier(order, carrier)
    case .claimWaybill(let job, let claimant, let until):
      try claimWaybill(job, claimant, until)
    case .adoptWaybill(let job, let claimant, let number, let routing, let children):
      try adoptWaybill(job, claimant, [number] + (children ?? []), routing)
    case .reportWaybill(let job, let claimant, let aim, let result):
      try reportWaybill(job, claimant, aim, result)
    case .retryWaybill(let parcel): try retryWaybill(parcel)
    case .voidWaybill(let parcel, let reason): try voidWaybill(parcel, reason)
    case .closeParcel(let parcel): try closeParcel(parcel)
    case .lever(let lever, let reason): try self.lever(lever, reason)
    case .acknowledge(let notice): try acknowledge(notice)
    // Out of the door.
    case .cage(let parcel, let cage): try self.cage(parcel, cage)
    case .uncage(let parcel): try uncage(parcel)
    case .closeCages(let cages): try closeCages(cages)
    case .reopen(let manifest): try reopen(manifest)
    case .handOver(let manifest, let signature): try handOver(manifest, signature)
    case .holdBack(let order, let reason): try holdBack(order, reason)
    case .letGo(let order): try letGo(order)
    case .claimMessage(let key, let claimant, let until):
      try claimMessage(key, claimant, until)
    case .reportMessage(let key, let claimant, let result):
      try reportMessage(key, claimant, result)
    case .retryMessage(let key): try retryMessage(key)
    case .beginPrint(let job, let by, let until, let on, let odometer, let fault):
      try beginPrint(job, by, until, on, odometer, fault)
    case .printerDown(let job, let fault, let trouble): try printerDown(job, fault, trouble)
    case .labelSeen(let parcel): try labelSeen(parcel)
    case .labelMissing(let parcel): try labelMissing(parcel)
    case .train(let badge, let trainings): try train(badge, trainings)
    // Bench.
    case .adoptBenchRules(let rules): try adoptBenchRules(rules)
    case .weigh(let parcel, let grams, let source): try weigh(parcel, grams, source)
    case .passWeight(let parcel, let grams, let source, let badge, let reason):
      try passWeight(parcel, grams, source, badge, reason)
    case .recheck(let parcel): try recheck(parcel)
    case .useCarton(let parcel, let carton, let proposed, let reason):
      try useCarton(parcel, carton, proposed, reason)
    case .useMaterial(let parcel, let material, let count):
      try useMaterial(parcel, material, count)
    case .fillParcel(let parcel): try fillParcel(parcel)
    case .sealAll(let parcel): try sealAll(parcel)
    case .dropCart(let cart): try dropCart(cart)
    case .proveLabel(let parcel, let scanned): try proveLabel(parcel, scanned)
    case .claimJourney(let parcel, let claimant, let until):
      try claimJourney(parcel, claimant, until)
    case .reportJourney(let parcel, let claimant, let result):
      try reportJourney(parcel, claimant, result)
    case .tracked(let waybill, let news): try tracked(waybill, news)
    case .unshort(let line): try unshort(line)
    }
  }

  /// The session of the person who asks.
  func session() throws -> Session {
    guard let session = context.session else { throw Refusal.notSignedIn }
    return session
  }

  /// The session of a person who has a role.
  func session(_ role: Role) throws -> Session {
    let session = try session()
    guard let person = try facts.person(session.badge) else {
      throw Refusal.unknown(session.badge.rawValue)
    }
    guard person.roles.contains(role) else { throw Refusal.notAllowed(role) }
    return session
  }

  func known<T>(_ value: T?, _ code: some CustomStringConvertible) throws -> T {
    guard let value else { throw Refusal.unknown(code.description) }
    return value
  }
}
