import Planning
import Simulation
import Testing
import Warehouse

/// Shifts whose forecaster sees only the journal.
@Suite struct ShiftTests {
  @Test func aShiftIsWorkedToItsEndAndForecast() throws {
    var waves: [ShiftMeasure] = []
    let measure = try ForecastMeasure.run(seeds: 1...3, orders: 50) { waves.append($0) }
    #expect(measure.waves >= 24)
    #expect(measure.measured == measure.waves)
    #expect(measure.within * 2 > measure.measured)
    for wave in waves {
      let begin = try #require(wave.begin)
      let finish = try #require(wave.finish)
      #expect(wave.release <= begin && begin < finish)
      #expect(wave.third.map { $0.early <= $0.middle && $0.middle <= $0.late } == true)
    }
  }

  @Test func aPaceIsLearnedFromActs() {
    let truth = Pace(metre: 1.1, act: 9, piece: 2.5)
    var fit = PaceFit()
    let standard = StandardTimes().picking
    #expect(fit.pace(prior: standard, spread: 0.2) == standard)
    for index in 0..<4_000 {
      let (metres, pieces) = (Double(index % 23), Double(1 + index % 5))
      fit.learn(
        metres: metres, acts: 1, pieces: pieces,
        seconds: truth.seconds(metres: metres, acts: 1, pieces: pieces))
    }
    let found = fit.pace(prior: standard, spread: 0.2)
    #expect(abs(found.metre - truth.metre) < 0.02)
    #expect(abs(found.act - truth.act) < 0.3)
    #expect(abs(found.piece - truth.piece) < 0.05)
  }

  private func work(_ pickers: Int, breaks: [ClosedRange<Timestamp>] = []) -> FloorWork {
    let now = Timestamp(milliseconds: 0)
    let pace = Pace(metre: 1, act: 10, piece: 2)
    func worker(_ name: String) -> FloorWork.Worker {
      FloorWork.Worker(badge: Code(name), pace: pace, acts: 100_000)
    }
    return FloorWork(
      now: now, waves: [.init(code: "W", cutOff: now.adding(milliseconds: 3_600_000))],
      lists: (1...4).map { number in
        FloorWork.ListWork(
          code: Code("L\(number)"), wave: 0, badge: nil, metres: 100, acts: 20, pieces: 50,
          binds: 0,
          after: nil, orders: [(order: Code("O\(number)"), pieces: 5)])
      }, bench: [], pickers: (0..<pickers).map { worker("P\($0)") }, packers: [worker("K")],
      breaks: breaks, sundry: SundryTimes(tote: 3, seed: 5), absences: .none)
  }

  @Test func workThatIsKnownIsForecastAsItIs() throws {
    // Four lists of 400 s by two people, and the last two orders packed in 20 s each.
    let two = try #require(Forecaster().forecast(work(2)).first)
    #expect(abs(two.middle.milliseconds - 840_000) < 60_000)
    #expect(two.risk == .safe)
    #expect(two == Forecaster().forecast(work(2)).first)
    let one = try #require(Forecaster().forecast(work(1)).first)
    #expect(abs(one.middle.milliseconds - 1_620_000) < 120_000)
    let nobody = try #require(Forecaster().forecast(work(0)).first)
    #expect(nobody.risk == .unstaffed)
  }

  @Test func aBreakPutsTheFinishOff() throws {
    let pause = Timestamp(milliseconds: 300_000)...Timestamp(milliseconds: 1_200_000)
    let without = try #require(Forecaster().forecast(work(2)).first)
    let with = try #require(Forecaster().forecast(work(2, breaks: [pause])).first)
    #expect(abs(with.middle.milliseconds - without.middle.milliseconds - 900_000) < 30_000)
  }

  @Test func aBreakIsReadAsItIsWritten() {
    let pause = BreakTime(start: 12 * 60, minutes: 30)
    #expect(pause.words == "12:00-12:30")
    #expect(BreakTime(pause.words) == pause)
    for wrong in ["12:00", "13:00-12:00", "25:00-26:00", "12-13", "a-b"] {
      #expect(BreakTime(wrong) == nil)
    }
  }
}
