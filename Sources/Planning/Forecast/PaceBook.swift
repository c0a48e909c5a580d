public import Warehouse

/// What the floor's acts say about how fast everybody is, and how often they are gone.
///
/// Each person's pace is held back towards the floor's, and the floor's towards the site's standard
/// times, so that one who has just begun is believed to be like the others. What lies across a break
/// of the site is no pace, and neither is a long silence in the middle of work: that is an absence.
public struct PaceBook: Sendable {
  private struct Person: Sendable {
    var picking = PaceFit()
    var packing = PaceFit()
    var last: Timestamp
    var work = Work.none
    var list: Code<PickList>?
    /// The walk's length in millimetres; nil where nobody knows.
    var length: Int?
    /// Millimetres from the start of the walk to where the person stands; nil where nobody knows.
    var reached: Int? = 0
    /// Millimetres that were left of the walk when the first of so many lines came out short.
    var leftBefore: Int?
    var shorts = 0
    /// When the order on the bench was begun, and seconds from the act before it to that.
    var opened: Timestamp?
    var gap = 0.0
    var pieces = 0
    /// Seconds of the order's absences.
    var gone = 0.0

    /// Millimetres that are left of the walk where the person stands.
    var left: Int? {
      guard let length, let reached else { return nil }
      return max(0, length - reached)
    }
  }

  private enum Work: Sendable { case none, picking, changing, packing, seeding }

  private let standard: StandardTimes
  private let breaks: [ClosedRange<Timestamp>]
  private var people: [Code<Operator>: Person] = [:]
  private var floorPicking = PaceFit()
  private var floorPacking = PaceFit()
  private var tote: HeldMean
  private var change: HeldMean
  private var drop: HeldMean
  private var seed: HeldMean
  /// How many stops of one come out short, what saying so takes, metres between two stops, and
  /// metres that a new stop makes a walk longer.
  private var shortShare = HeldMean(0.02, weight: 100)
  private var short = HeldMean(15, weight: 10)
  private var spacing = HeldMean(10, weight: 10)
  private var detour = HeldMean(25, weight: 5)
  /// How late people go on a break, and how late they come back.
  private var lag = HeldMean(60, weight: 4)
  private var overrun = HeldMean(60, weight: 4)
  /// How often people are away.
  public private(set) var absences = Absences()

  /// Makes a book that has seen nothing.
  public init(standard: StandardTimes, breaks: [ClosedRange<Timestamp>] = []) {
    self.standard = standard
    self.breaks = breaks
    tote = HeldMean(standard.tote, weight: 20)
    change = HeldMean(standard.change, weight: 5)
    drop = HeldMean(standard.drop, weight: 5)
    seed = HeldMean(standard.seed, weight: 20)
  }

  /// Seconds of what stands around a walk: totes, lists, seeding, breaks.
  public var sundry: SundryTimes {
    SundryTimes(
      tote: tote.value, change: change.value, drop: drop.value, seed: seed.value,
      shortShare: shortShare.value, short: short.value, detour: detour.value, breakLag: lag.value,
      breakOverrun: overrun.value)
  }
  /// The floor's pace of picking.
  public var picking: Pace { floorPicking.pace(prior: standard.picking, spread: 0.4) }
  /// The floor's pace of packing.
  public var packing: Pace { floorPacking.pace(prior: standard.packing, spread: 0.6) }

  /// A person's pace of picking, and how many acts it rests on.
  public func picking(of badge: Code<Operator>) -> (pace: Pace, acts: Int) {
    guard let person = people[badge] else { return (picking, 0) }
    return (person.picking.pace(like: picking, spread: 0.2), person.picking.count)
  }

  /// A person's pace of packing, and how many orders it rests on.
  public func packing(of badge: Code<Operator>) -> (pace: Pace, acts: Int) {
    guard let person = people[badge] else { return (packing, 0) }
    return (person.packing.pace(like: packing, spread: 0.2), person.packing.count)
  }

  /// When somebody did something last.
  public func lastSeen(_ badge: Code<Operator>) -> Timestamp? { people[badge]?.last }

  /// Takes an act in.
  ///
  /// O(breaks).
  public mutating func learn(_ act: FloorAct) {
    var person = people[act.badge] ?? Person(last: act.at)
    let elapsed = Double(max(0, act.at.milliseconds - person.last.milliseconds)) / 1000
    // A break is no pace.
    let seconds = crossed(person, to: act.at) ? nil : elapsed
    switch act.kind {
    case .sign, .leave: person.work = .none
    case .take(let list, let length):
      if person.work == .changing, let seconds, seconds < 75 { change.learn(seconds) }
      person.work = .picking
      (person.list, person.length, person.reached, person.shorts) = (list, length, 0, 0)
    case .bind:
      if person.work == .picking, let seconds {
        if present(seconds, expected: tote.value) { tote.learn(seconds) }
      }
      person.work = .picking
    case .pick(let list, let reached, let pieces, _):
      if person.work == .picking, person.list == list, let from = person.reached, let seconds,
        reached >= from
      {
        let metres = Double(reached - from) / 1000
        learnPick(&person, metres: metres, pieces: Double(pieces), seconds)
        spacing.learn(metres)
      }
      shortShare.learn(0)
      person.work = .picking
      (person.list, person.reached, person.shorts) = (list, reached, 0)
    case .short(let list):
      shortShare.learn(1)
      // Where the bin is that had too little is not in the act.
      let way = person.picking.pace(like: picking, spread: 0.2).metre * spacing.value
      if person.work == .picking, let seconds, present(seconds, expected: way + short.value) {
        short.learn(max(0, seconds - way))
      }
      person.work = .picking
      if person.shorts == 0 { person.leftBefore = person.left }
      person.shorts += 1
      person.reached = nil
      if let list { person.list = list }
    case .newWalk(let length):
      if person.shorts > 0, let left = person.leftBefore {
        let more = Double(length - left) / 1000 / Double(person.shorts)
        detour.learn(min(200, max(0, more)))
      }
      // The new walk starts where the person stands.
      (person.length, person.reached, person.shorts) = (length, 0, 0)
      people[act.badge] = person
      return
    case .finish:
      if person.work == .picking, let length = person.length, let from = person.reached,
        let seconds, length >= from
      {
        let way = person.picking.pace(like: picking, spread: 0.2).metre * Double(length - from)
        let expected = way / 1000 + drop.value
        if present(seconds, expected: expected) { drop.learn(max(0, seconds - way / 1000)) }
      }
      person.work = .changing
      (person.list, person.reached) = (nil, 0)
    case .seed(let pieces):
      if person.work == .seeding, let seconds, seconds < 60, pieces > 0 {
        seed.learn(seconds / Double(pieces))
      }
      person.work = .seeding
    case .open:
      // What lies between two orders belongs to packing, as long as nobody waited for totes.
      person.gap = person.work == .packing ? min(seconds ?? 40, 40) : 40
      person.opened = act.at
      (person.pieces, person.gone) = (0, 0)
      person.work = .packing
    case .verify(let pieces): verified(&person, pieces, seconds)
    case .close(let pieces):
      if pieces > 0 { verified(&person, pieces, seconds) }
      if let opened = person.opened { learnPack(&person, opened, act.at) }
      person.opened = nil
      person.work = .packing
    }
    person.last = act.at
    people[act.badge] = person
  }

  private mutating func learnPick(
    _ person: inout Person, metres: Double, pieces: Double, _ seconds: Double
  ) {
    let pace = person.picking.pace(like: picking, spread: 0.2)
    let expected = pace.seconds(metres: metres, acts: 1, pieces: pieces)
    guard present(seconds, expected: expected) else { return }
    person.picking.learn(metres: metres, acts: 1, pieces: pieces, seconds: seconds)
    floorPicking.learn(metres: metres, acts: 1, pieces: pieces, seconds: seconds)
  }

  private mutating func verified(_ person: inout Person, _ pieces: Int, _ seconds: Double?) {
    person.pieces += pieces
    guard person.opened != nil, let seconds else {
      // A break lies in the order.
      person.opened = nil
      return
    }
    let expected = 5 + packing.piece * Double(pieces)
    if !present(seconds, expected: expected) { person.gone += seconds - expected }
  }

  private mutating func learnPack(_ person: inout Person, _ opened: Timestamp, _ end: Timestamp) {
    let whole = Double(end.milliseconds - opened.milliseconds) / 1000 - person.gone
    let pieces = Double(person.pieces)
    // An order after a wait says nothing of the seconds between two.
    let gap = person.gap < 40 ? person.gap : packing.act * 0.6
    person.packing.learn(metres: 0, acts: 1, pieces: pieces, seconds: gap + whole)
    floorPacking.learn(metres: 0, acts: 1, pieces: pieces, seconds: gap + whole)
  }

  /// Whether somebody was at work for all of an act; else it is noted as an absence.
  private mutating func present(_ seconds: Double, expected: Double) -> Bool {
    let isPresent = seconds < expected * 2.5 + 45
    absences.learn(worked: min(seconds, expected), away: isPresent ? nil : seconds - expected)
    return isPresent
  }

  /// Whether a break of the site lies between somebody's last act and a moment; how late people go
  /// and come back is learned from it.
  private mutating func crossed(_ person: Person, to end: Timestamp) -> Bool {
    for pause in breaks where pause.lowerBound < end && person.last < pause.upperBound {
      let isWhole = end >= pause.upperBound
      let silence = end.milliseconds - person.last.milliseconds
      let length = pause.upperBound.milliseconds - pause.lowerBound.milliseconds
      if isWhole, person.work == .picking || person.opened != nil, silence * 2 > length {
        // About half an act is under way on either side.
        let before = Double(person.last.milliseconds - pause.lowerBound.milliseconds) / 1000 + 10
        let after = Double(end.milliseconds - pause.upperBound.milliseconds) / 1000 - 20
        if before > -120, before < 600 { lag.learn(max(0, before)) }
        if after < 600 { overrun.learn(max(0, after)) }
      }
      return true
    }
    return false
  }
}
