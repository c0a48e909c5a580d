import Barcodes
import Flows
import Station
import Testing

/// Lines of a terminal that is read line by line.
struct LineDecoderTests {
  private func read(_ line: String, isSecret: Bool = false) -> [Input] {
    var decoder = LineDecoder()
    return decoder.feed(Array(line.utf8) + [0x0A], isSecret: isSecret)
  }

  @Test func codesAreScansAndNumbersAreTyped() {
    #expect(read("A-07-23") == [.scan(Scan(text: "A-07-23"))])
    #expect(read("6924743915848") == [.scan(Scan(text: "6924743915848"))])
    #expect(read("12") == [.key(.character("1")), .key(.character("2")), .key(.enter)])
    #expect(read("") == [.key(.enter)])
  }

  @Test func keysAreEscAndADigit() {
    #expect(read("\u{1B}3") == [.key(.function(3))])
    #expect(read("\u{1B}") == [.key(.escape)])
  }

  @Test func aSecretIsNeverAScan() {
    #expect(read("471147", isSecret: true).last == .key(.enter))
    #expect(!read("471147", isSecret: true).contains { if case .scan = $0 { true } else { false } })
  }
}
