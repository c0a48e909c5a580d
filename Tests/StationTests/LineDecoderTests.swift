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

  @Test func aKeyIsSpelledAsTheScreenNamesIt() {
    #expect(read("F3") == [.key(.function(3))])
    #expect(read("f9") == [.key(.function(9))])
    // Longer names have the shape of a code, and a secret is a secret.
    #expect(read("F12") == [.scan(Scan(text: "F12"))])
    #expect(read("F0").last == .key(.enter))
    #expect(read("F3", isSecret: true).last == .key(.enter))
  }

  @Test func aSecretIsNeverAScan() {
    #expect(read("471147", isSecret: true).last == .key(.enter))
    #expect(!read("471147", isSecret: true).contains { if case .scan = $0 { true } else { false } })
  }
}
