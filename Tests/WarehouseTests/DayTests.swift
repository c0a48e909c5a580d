import Testing
import Warehouse

/// Days and clocks without a calendar library.
@Suite struct DayTests {
  @Test func everyDayFrom1970To2100ComesBackFromItsNumber() {
    var day = Day(daysSince1970: 0)
    #expect(day.description == "1970-01-01")
    for days in 1...47_846 {
      let next = Day(daysSince1970: days)
      #expect(next > day)
      #expect(next.daysSince1970 == days)
      #expect(Day(next.description) == next)
      day = next
    }
    #expect(day.description == "2100-12-31")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-1-1", "", "x"])
  func whatIsNoDayIsRefused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func aClockIsThatOfItsPlace() {
    let moment = Timestamp(milliseconds: 1_795_327_200_000)  // 2026-11-22 06:00 UTC
    #expect(moment.clock(utcOffset: 480) == "14:00")
    #expect(moment.clock(utcOffset: -420) == "23:00")
    #expect(moment.day(utcOffset: 480).description == "2026-11-22")
    #expect(moment.day(utcOffset: -420).description == "2026-11-21")
    #expect(Timestamp(milliseconds: -1).clock(utcOffset: 0) == "23:59")
    #expect(Timestamp(milliseconds: -1).day(utcOffset: 0).description == "1969-12-31")
  }
}
