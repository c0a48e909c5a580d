import Flows
import Foundation
import Terminal
import Testing
import Warehouse

@testable import Station

/// The parts of replay: deltas, times, asciicasts.
@Suite struct ReplayPartTests {
  @Test(arguments: 1...40) func aDeltaLeadsBack(seed: Int) {
    var random = SystemRandomLike(UInt64(seed))
    let words = ["{\"bin\":\"A-01\"", "龙井茶", ",", "\"quantity\":12", "é", "0123456789abcdef", "[]"]
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined()
    }
    let base = text(Int(random.next() % 200))
    var parts = Array(base)
    for _ in 0..<Int(random.next() % 6) where !parts.isEmpty {
      let at = Int(random.next() % UInt64(parts.count))
      if random.next() % 2 == 0 {
        parts.remove(at: at)
      } else {
        parts.insert(contentsOf: text(3), at: at)
      }
    }
    let new = seed % 5 == 0 ? text(50) : String(parts)
    let delta = AnswerDelta(from: Array(base.utf8), to: Array(new.utf8))
    #expect(delta.applied(to: Array(base.utf8)) == Array(new.utf8))
    let kept = ReplayRecorder.text(delta)
    let again = try? JSONDecoder().decode(AnswerDelta.self, from: Data(kept.utf8))
    #expect(again?.applied(to: Array(base.utf8)) == Array(new.utf8))
  }

  @Test func aDeltaOfALittleChangeIsSmall() {
    let base = String(repeating: "{\"line\":\"O1.1\",\"picked\":0}", count: 100)
    var new = base
    new.replaceSubrange(
      new.index(new.startIndex, offsetBy: 1000)..<new.index(new.startIndex, offsetBy: 1001),
      with: "7")
    let kept = ReplayRecorder.text(AnswerDelta(from: Array(base.utf8), to: Array(new.utf8)))
    #expect(kept.utf8.count < 40)
  }

  @Test func aDeltaOfAnotherTextIsRefused() {
    let delta = AnswerDelta(from: Array("0123456789".utf8), to: Array("01234x56789".utf8))
    #expect(delta.applied(to: Array("012".utf8)) == nil)
  }

  @Test(arguments: [
    ("14:05", 50_700_000), ("14:05:30", 50_730_000), ("2026-11-23 00:00", 86_400_000),
  ])
  func timesAreRead(text: String, milliseconds: Int64) {
    let midnight = Timestamp(
      Day("2026-11-22") ?? Day(number: 0) ?? Self.day, minutes: 0, utcOffset: 480)
    let time = ReplayTime(text)?.on(midnight, utcOffset: 480)
    #expect(time == midnight.adding(milliseconds: milliseconds))
  }

  private static let day = Timestamp(milliseconds: 0).day(utcOffset: 0)

  @Test(arguments: ["", "25:00", "14", "14:60", "14:05:99", "x 14:05", "14:05 x 1"])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(ReplayTime(text) == nil)
  }

  @Test func aCastEndsOnTheSameCells() throws {
    let size = Size(columns: 30, rows: 6)
    var writer = CastWriter(size: size)
    let start = Timestamp(milliseconds: 1_795_327_200_000)
    let header = writer.header(start: start, title: "测试 \"x\"")
    let read = try JSONSerialization.jsonObject(with: Data(header.utf8)) as? [String: Any]
    #expect(read?["version"] as? Int == 2)
    #expect(read?["width"] as? Int == 30)
    #expect(read?["height"] as? Int == 6)
    var emulator = Emulator(size: size)
    for step in 0..<4 {
      var frame = Frame(size: size)
      frame.put("拣货 W001 \(step)", row: 0, column: 0, [.bold, .reverse])
      frame.put("! Wrong bin", row: step, column: 3, [.bold, .bad])
      frame.box(Area(row: 2, column: 5, rows: 3, columns: 20), title: "龙井")
      if step > 1 { frame.put(String(repeating: "#", count: 30), row: 5, column: 0, .accent) }
      frame.cursor = step == 2 ? nil : Position(row: step, column: step * 2)
      let line = writer.event(frame, at: start.adding(milliseconds: Int64(step) * 1500), speed: 2)
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      #expect(event?.first as? Double == Double(step) * 0.75)
      #expect(event?[1] as? String == "o")
      emulator.feed(Array((event?[2] as? String ?? "").utf8))
      #expect(emulator.frame.golden == frame.golden)
    }
    // A line that waited for its commit is shown when it came, not before.
    let late = writer.event(Frame(size: size), at: start.adding(milliseconds: 100), speed: 2)
    let event = try JSONSerialization.jsonObject(with: Data(late.utf8)) as? [Any]
    #expect(event?.first as? Double == 2.25)
  }
}

/// Numbers from a seed.
private struct SystemRandomLike {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
