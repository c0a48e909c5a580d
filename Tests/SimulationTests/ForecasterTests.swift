import Planning
import Storage
import Testing
import Warehouse

/// Forecasts of floors that are made up by hand, and what is learned of people's absences.
@Suite struct ForecasterTests {
  private let now = Timestamp(milliseconds: 0)
  private let pace = Pace(metre: 1, act: 10, piece: 2)

  private func list(
    _ code: Code<PickList>, wave: Int?, badge: Code<Operator>? = nil, way: PickingWay = .cluster,
    zone: Code<Zone>? = nil, after: Code<PickList>? = nil
  ) -> FloorWork.ListWork {
    FloorWork.ListWork(
      code: code, wave: wave, badge: badge, metres: 100, acts: 20, pieces: 50, binds: 0,
      after: after, way: way, zone: zone, orders: [(order: Code("O\(code)"), pieces: 5)])
  }

  private func worker(
    _ badge: Code<Operator>, since: Double = 0, zones: [Code<Zone>] = [],
    skills: Set<PickingWay> = []
  ) -> FloorWork.Worker {
    FloorWork.Worker(
      badge: badge, pace: pace, acts: 100_000, since: since, zones: zones, skills: skills)
  }

  /// Whether forecasts in seconds are those that are expected, but for chance; -1 is never.
  private func near(_ told: [Int], _ expected: Int...) -> Bool {
    told.count == expected.count
      && zip(told, expected).allSatisfy { one, other in
        other < 0 || one < 0 ? one == other : abs(one - other) <= 45
      }
  }

  private func seconds(
    _ lists: [FloorWork.ListWork], waves: Int, _ pickers: [FloorWork.Worker],
    absences: Absences = .none, sundry: SundryTimes = SundryTimes()
  ) -> [Int] {
    let work = FloorWork(
      now: now,
      waves: (0..<waves).map {
        .init(code: Code("W\($0)"), cutOff: now.adding(milliseconds: 7_200_000))
      }, lists: lists, bench: [], pickers: pickers, packers: [worker("K")], breaks: [],
      sundry: sundry, absences: absences)
    return Forecaster().forecast(work).map {
      $0.risk == .unstaffed ? -1 : Int($0.middle.milliseconds / 1000)
    }
  }

  // Every list is 400 s of work.
  @Test func listsAreTakenAsTheFloorGivesThemOut() {
    let (one, other) = (list("L1", wave: 0), list("L2", wave: 1))
    #expect(near(seconds([one, other], waves: 2, [worker("P")]), 420, 820))
    #expect(near(seconds([other, one], waves: 2, [worker("P")]), 820, 420))
  }

  @Test func nobodyIsGivenAnothersZoneOrWay() {
    let seeded = list("L1", wave: 0, way: .batch)
    let zoned = list("L2", wave: 1, zone: "A")
    let (picker, other) = (worker("P", skills: [.cluster]), worker("Q", zones: ["B"]))
    #expect(near(seconds([seeded, zoned], waves: 2, [picker]), -1, 420))
    #expect(near(seconds([list("L2", wave: 0, zone: "A")], waves: 1, [other]), -1))
    // The other one takes what is seeded, and both are at it at once.
    let both = seconds([seeded, zoned], waves: 2, [picker, other])
    #expect(both[0] < 500 && near([both[1]], 420))
  }

  @Test func aZoneWaitsForTheOneBeforeIt() {
    let (first, next) = (list("L1", wave: 0), list("L2", wave: 1, after: "L1"))
    #expect(near(seconds([next, first], waves: 2, [worker("P"), worker("Q")]), 420, 820))
    // The one before it is done.
    let last = list("L2", wave: 0, after: "L1")
    #expect(near(seconds([last], waves: 1, [worker("P")]), 420))
  }

  @Test func whoHasAListOfAPausedWaveIsBusyWithIt() {
    let (held, next) = (list("L1", wave: nil, badge: "P"), list("L2", wave: 0))
    #expect(near(seconds([held, next], waves: 1, [worker("P")]), 820))
    #expect(near(seconds([next], waves: 1, [worker("P")]), 420))
  }

  @Test func whatComesOutShortIsSaidAndFetchedElsewhere() {
    let lists = (1...6).map { list(Code("L\($0)"), wave: 0) }
    let sundry = SundryTimes(shortShare: 0.25, short: 20, detour: 20)
    // Five of twenty stops: said, and fetched out of the way.
    let told = seconds(lists, waves: 1, [worker("P")], sundry: sundry)[0]
    let smooth = seconds(lists, waves: 1, [worker("P")])[0]
    #expect(abs(told - smooth - 6 * 5 * (20 + 20)) < 250)
  }

  @Test func howManyStopsAreShortIsLearned() {
    var book = PaceBook(standard: StandardTimes())
    #expect(abs(book.sundry.shortShare - 0.02) < 0.001)
    var at: Int64 = 0
    func act(_ seconds: Int64, _ kind: FloorAct.Kind) {
      at += seconds * 1000
      book.learn(FloorAct(badge: "P", at: Timestamp(milliseconds: at), kind: kind))
    }
    act(0, .take("L", length: 112_000))
    for number in 1...1_000 {
      if number % 10 == 0 {
        // What was 40 m to the drop is 70 m with the bin the pieces are fetched from.
        act(40, .short("L"))
        act(0, .newWalk(length: 70_000))
        act(0, .newWalk(length: 112_000))
      } else {
        act(25, .pick("L", reached: number % 10 * 8_000, pieces: 1, closed: 1))
      }
    }
    #expect(abs(book.sundry.shortShare - 0.092) < 0.003)
    #expect(abs(book.sundry.detour - 30) < 0.5)
    // The walk to the bin is not the saying.
    #expect((15...40).contains(book.sundry.short))
  }

  @Test func oneWhoIsAwayIsWaitedFor() {
    var absences = Absences()
    for _ in 0..<20 { absences.learn(worked: 600, away: 420) }
    let held = list("L1", wave: 0, badge: "P")
    let present = seconds([held], waves: 1, [worker("P", since: 10)], absences: absences)[0]
    let away = seconds([held], waves: 1, [worker("P", since: 120)], absences: absences)[0]
    #expect(away >= present + 180)
  }

  private func picks(
    _ seconds: [Double], from start: Timestamp = Timestamp(milliseconds: 0),
    breaks: [ClosedRange<Timestamp>] = []
  ) -> PaceBook {
    var book = PaceBook(standard: StandardTimes(), breaks: breaks)
    var at = start
    book.learn(FloorAct(badge: "P", at: at, kind: .take("L", length: nil)))
    for (number, some) in seconds.enumerated() {
      at = at.adding(milliseconds: Int64(some * 1000))
      book.learn(
        FloorAct(
          badge: "P", at: at,
          kind: .pick("L", reached: (number + 1) * 10_000, pieces: 1, closed: 1)))
    }
    return book
  }

  private func stop(_ book: PaceBook) -> Double {
    book.picking(of: "P").pace.seconds(metres: 10, acts: 1, pieces: 1)
  }

  @Test func anAbsenceIsNoPace() {
    let steady = picks(Array(repeating: 30, count: 60))
    let left = picks(Array(repeating: 30, count: 59) + [430])
    #expect(abs(stop(steady) - 30) < 1.5)
    #expect(abs(stop(left) - stop(steady)) < 0.5)
    #expect(left.absences.perSecond > steady.absences.perSecond)
    let length = left.absences.lengths.last ?? 0
    #expect(abs(length - 400) < 5)
    #expect(steady.absences.lengths == Absences().lengths)
  }

  @Test func whatLiesAcrossABreakIsNoPaceAndNoAbsence() {
    // The break begins while the tenth stop is picked, which is done behind it.
    let pause = Timestamp(milliseconds: 280_000)...Timestamp(milliseconds: 1_180_000)
    let seconds = Array(repeating: 30.0, count: 9) + [1_000] + Array(repeating: 30, count: 40)
    let book = picks(seconds, breaks: [pause])
    #expect(abs(stop(book) - 30) < 1.5)
    #expect(book.absences.lengths == Absences().lengths)
    #expect(picks(seconds).absences.lengths != Absences().lengths)
  }

  @Test func theLastPieceOfAParcelCounts() {
    var book = PaceBook(standard: StandardTimes())
    var at = 0.0
    func act(_ seconds: Double, _ kind: FloorAct.Kind) {
      at += seconds
      book.learn(FloorAct(badge: "K", at: Timestamp(milliseconds: Int64(at * 1000)), kind: kind))
    }
    // 12 s an order and 5 s a piece, of which each verifying takes its own.
    for number in 0..<200 {
      let pieces = 1 + number % 4
      act(12, .open(Code("O\(number)")))
      for _ in 1..<max(2, pieces) where pieces > 1 { act(5, .verify(pieces: 1)) }
      act(5, .close(pieces: 1))
    }
    let pace = book.packing(of: "K").pace
    #expect(abs(pace.seconds(metres: 0, acts: 1, pieces: 1) - 17) < 1)
    #expect(abs(pace.seconds(metres: 0, acts: 1, pieces: 4) - 32) < 1)
  }

  @Test func aCopyOfAStoreGoesItsOwnWay() throws {
    let store = MemoryStore()
    func tell(_ store: MemoryStore, _ id: String) throws {
      _ = try store.commit(
        Commit(
          id: CommandID(id),
          command: .signIn(session: Code(id), badge: "B", device: "H", takeOver: true), at: now))
    }
    try tell(store, "one")
    let copy = store.copy()
    #expect(try copy.head() == store.head())
    try tell(copy, "two")
    #expect(try copy.head() > store.head())
    #expect(try store.entries(after: 0, limit: 10) == Array(copy.entries(after: 0, limit: 1)))
    #expect(try copy.violations().isEmpty)
  }
}
