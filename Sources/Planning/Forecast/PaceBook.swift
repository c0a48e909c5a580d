public import Warehouse

/// What the floor's acts say about how fast everybody is.
///
/// Each person's pace is held back towards the floor's, and the floor's towards the site's standard
/// times, so that one who has just begun is believed to be like the others. Breaks of the site and
/// long silences are no pace; silences in between are what the floor loses, told as a share.
public struct PaceBook: Sendable {
  private struct Person: Sendable {
    var picking = PaceFit()
    var packing = PaceFit()
    var last: Timestamp
    var work = Work.none
    var list: Code<PickList>?
    var reached = 0
    /// Seconds the act that is waited for has taken before the last event.
    var opened: Timestamp?
    var gap = 0.0
    var pieces = 0
  }

  private enum Work: Sendable { case none, picking, packing, seeding }

  private let standard: StandardTimes
  private let breaks: [ClosedRange<Timestamp>]
  private var people: [Code<Operator>: Person] = [:]
  private var floorPicking = PaceFit()
  private var floorPacking = PaceFit()
  private var tote: HeldMean
  private var change: HeldMean
  private var seed: HeldMean
  /// Seconds believed and seen lost against seconds worked.
  private var lost = (away: 120.0, worked: 7_200.0)

  /// Makes a book that has seen nothing.
  public init(standard: StandardTimes, breaks: [ClosedRange<Timestamp>] = []) {
    self.standard = standard
    self.breaks = breaks
    tote = HeldMean(standard.tote, weight: 20)
    change = HeldMean(standard.change, weight: 5)
    seed = HeldMean(standard.seed, weight: 20)
  }

  /// Seconds to put a tote onto a cart.
  public var toteSeconds: Double { tote.value }
  /// Seconds from one list to the next.
  public var changeSeconds: Double { change.value }
  /// Seconds to seed a piece.
  public var seedSeconds: Double { seed.value }
  /// What everything takes longer because of silences nobody explains: 1 is nothing.
  public var friction: Double { 1 + lost.away / lost.worked }
  /// The floor's pace of picking.
  public var picking: Pace { floorPicking.pace(prior: standard.picking, spread: 0.4) }
  /// The floor's pace of packing.
  public var packing: Pace { floorPacking.pace(prior: standard.packing, spread: 0.6) }

  /// A person's pace of picking, and how many acts it rests on.
  public func picking(of badge: Code<Operator>) -> (pace: Pace, acts: Int) {
    guard let person = people[badge] else { return (picking, 0) }
    return (person.picking.pace(prior: picking, spread: 0.2), person.picking.count)
  }

  /// A person's pace of packing, and how many orders it rests on.
  public func packing(of badge: Code<Operator>) -> (pace: Pace, acts: Int) {
    guard let person = people[badge] else { return (packing, 0) }
    return (person.packing.pace(prior: packing, spread: 0.25), person.packing.count)
  }

  /// When somebody did something last.
  public func lastSeen(_ badge: Code<Operator>) -> Timestamp? { people[badge]?.last }

  /// Takes an act in.
  ///
  /// O(breaks).
  public mutating func learn(_ act: FloorAct) {
    var person = people[act.badge] ?? Person(last: act.at)
    let seconds = worked(from: person.last, to: act.at)
    switch act.kind {
    case .sign, .leave: person.work = .none
    case .take(let list):
      if person.work == .picking, seconds < 180 { change.learn(seconds) }
      person.work = .picking
      (person.list, person.reached) = (list, 0)
    case .bind:
      if person.work == .picking, seconds < 60 { tote.learn(seconds) }
      person.work = .picking
    case .pick(let list, let reached, let pieces, _):
      if person.work == .picking, person.list == list, reached >= person.reached {
        let metres = Double(reached - person.reached) / 1000
        learnPick(&person, metres: metres, pieces: Double(pieces), seconds)
      }
      person.work = .picking
      (person.list, person.reached) = (list, reached)
    case .short(let list):
      person.work = .picking
      if let list { person.list = list }
    case .newWalk:
      // The new walk starts where the person stands.
      person.reached = 0
      people[act.badge] = person
      return
    case .finish:
      person.work = .picking
      (person.list, person.reached) = (nil, 0)
    case .seed(let pieces):
      if person.work == .seeding, seconds < 60, pieces > 0 { seed.learn(seconds / Double(pieces)) }
      person.work = .seeding
    case .open:
      // What lies between two orders belongs to packing, as long as nobody waited for totes.
      person.gap = person.work == .packing && seconds < 40 ? seconds : 0
      person.opened = act.at
      person.pieces = 0
      person.work = .packing
    case .verify(let pieces): person.pieces += pieces
    case .close:
      if let opened = person.opened {
        let whole = person.gap + worked(from: opened, to: act.at)
        learnPack(&person, pieces: Double(person.pieces), whole)
      }
      person.opened = nil
      person.work = .packing
    }
    person.last = act.at
    people[act.badge] = person
  }

  private mutating func learnPick(
    _ person: inout Person, metres: Double, pieces: Double, _ seconds: Double
  ) {
    let pace = person.picking.pace(prior: picking, spread: 0.2)
    let expected = pace.seconds(metres: metres, acts: 1, pieces: pieces)
    lost.worked += expected
    guard seconds < expected * 2.5 + 30 else {
      lost.away += min(900, seconds - expected)
      return
    }
    person.picking.learn(metres: metres, acts: 1, pieces: pieces, seconds: seconds)
    floorPicking.learn(metres: metres, acts: 1, pieces: pieces, seconds: seconds)
  }

  private mutating func learnPack(_ person: inout Person, pieces: Double, _ seconds: Double) {
    let pace = person.packing.pace(prior: packing, spread: 0.25)
    let expected = pace.seconds(metres: 0, acts: 1, pieces: pieces)
    lost.worked += expected
    guard seconds < expected * 2.5 + 40 else {
      lost.away += min(900, seconds - expected)
      return
    }
    person.packing.learn(metres: 0, acts: 1, pieces: pieces, seconds: seconds)
    floorPacking.learn(metres: 0, acts: 1, pieces: pieces, seconds: seconds)
  }

  /// Seconds between two moments outside the breaks.
  private func worked(from start: Timestamp, to end: Timestamp) -> Double {
    var milliseconds = end.milliseconds - start.milliseconds
    for pause in breaks {
      let from = max(pause.lowerBound.milliseconds, start.milliseconds)
      let to = min(pause.upperBound.milliseconds, end.milliseconds)
      if to > from { milliseconds -= to - from }
    }
    return Double(max(0, milliseconds)) / 1000
  }
}
