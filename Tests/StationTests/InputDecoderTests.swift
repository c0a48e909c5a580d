import Barcodes
import Flows
import Station
import Testing

/// Keys and scans out of one stream of bytes with its times.
@Suite struct InputDecoderTests {
  /// Feeds pieces at their times, as the loop does, with every deadline kept.
  private func inputs(_ pieces: [(String, at: Int64)], until end: Int64 = 5_000) -> [Input] {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    func wait(until time: Int64) {
      var turns = 0
      while let due = decoder.deadline, due <= time, turns < 10 {
        inputs += decoder.expire(at: due)
        turns += 1
      }
      #expect(turns < 10, "a deadline that passes does nothing")
    }
    for (text, at) in pieces {
      wait(until: at - 1)
      inputs += decoder.feed(Array(text.utf8), at: at)
    }
    wait(until: end)
    return inputs
  }

  private func keys(_ text: String) -> [Input] { text.map { .key(.character($0)) } }

  @Test(arguments: 0...9)
  func escAndADigitAreAFunctionKey(digit: Int) {
    let key = Input.key(.function(digit == 0 ? 10 : digit))
    #expect(inputs([("\u{1B}\(digit)", at: 0)]) == [key])
    #expect(inputs([("\u{1B}", at: 0), ("\(digit)", at: 20)]) == [key])
    #expect(inputs([("\u{1B}\(digit)\u{1B}\(digit)", at: 0)]) == [key, key])
    #expect(inputs([("\u{1B}\(digit)", at: 0), ("\r", at: 10)]) == [key, .key(.enter)])
  }

  @Test func aDigitTypedAfterEscIsTyped() {
    #expect(inputs([("\u{1B}", at: 0), ("5", at: 26)]) == [.key(.escape)] + keys("5"))
    #expect(
      inputs([("\u{1B}", at: 0), ("5", at: 400), ("2", at: 600), ("\r", at: 900)])
        == [.key(.escape)] + keys("52") + [.key(.enter)])
    // Within the delay of the key it is one; what follows is typed.
    #expect(inputs([("\u{1B}5", at: 0), ("2", at: 300)]) == [.key(.function(5))] + keys("2"))
  }

  @Test func aLoneEscIsKnownAfterItsDelay() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B], at: 100).isEmpty)
    #expect(decoder.deadline == 125)
    #expect(decoder.expire(at: 125) == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: ["6901234567892", "A-01", "P01", "]C1ABC"])
  func aScanRightBehindEscIsWholeAndComesAfterIt(code: String) {
    let seen = inputs([("\u{1B}" + code + "\r", at: 0)])
    #expect(seen.count == 2)
    #expect(seen.first == .key(.escape))
    guard case .scan(let scan) = seen.last else { return #expect(Bool(false), "\(seen)") }
    #expect(code.hasSuffix(scan.text))
  }

  @Test func heldBytesKeepTheirOrderWithWhatEndsThem() {
    #expect(inputs([("12\u{1B}[A3", at: 0)]) == keys("12") + [.key(.up)] + keys("3"))
    #expect(inputs([("1\u{1B}", at: 0), ("4", at: 10)]) == keys("1") + [.key(.function(4))])
    #expect(
      inputs([("1", at: 0), ("\u{1B}", at: 45), ("4", at: 65)])
        == keys("1") + [.key(.function(4))])
  }
}
