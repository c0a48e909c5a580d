import Barcodes
import Foundation
import Testing

struct ValueTests {
  @Test(arguments: ["C1", "]C1", "]d2", "]Q3", "]X0"])
  func identifiersAreReadWithAndWithoutBracket(text: String) throws {
    let symbology = try #require(Symbology(text))
    #expect(symbology.description == "]" + text.drop { $0 == "]" })
  }

  @Test(arguments: ["", "]", "]C", "C", "]1C", "]C12", "]C-", "]é1", "]QR"])
  func otherTextsAreNoIdentifiers(text: String) {
    #expect(Symbology(text) == nil)
  }

  @Test func gs1CarriersAreKnown() {
    let all = ["C0", "C1", "E0", "E4", "I1", "J0", "J1", "Q1", "Q3", "d1", "d2", "e0"]
    let carriers = all.filter { Symbology($0)?.carriesGS1 == true }
    #expect(carriers == ["C1", "J1", "Q3", "d2", "e0"])
  }

  @Test func scansSurviveCoding() throws {
    let scan = Scan(text: "10AB\u{1D}", symbology: .gs1QRCode)
    let data = try JSONEncoder().encode(scan)
    #expect(try JSONDecoder().decode(Scan.self, from: data) == scan)
    let bad = Data(#"{"text":"1","symbology":"QR"}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Scan.self, from: bad) }
  }

  @Test func profilesSurviveCodingAndFillIn() throws {
    var profile = ScannerProfile(prefix: [0x02])
    profile.suffixes = [.tab]
    profile.maxGapMilliseconds = 40
    profile.acceptsBursts = true
    let data = try JSONEncoder().encode(profile)
    #expect(try JSONDecoder().decode(ScannerProfile.self, from: data) == profile)
    let sparse = Data(#"{"maxGapMilliseconds":5,"framedGapMilliseconds":99999}"#.utf8)
    let filled = try JSONDecoder().decode(ScannerProfile.self, from: sparse)
    #expect(filled.maxGapMilliseconds == 30)
    #expect(filled.framedGapMilliseconds == 5_000)
    #expect(filled.suffixes == Set(ScannerProfile.Suffix.allCases))
  }

  @Test func instantsAreReckonedInMicroseconds() {
    let start = Instant(milliseconds: 2)
    let later = start.advanced(by: .seconds(1) + .microseconds(5))
    #expect(later.microseconds == 1_002_005)
    #expect(later.duration(to: start) == .microseconds(-1_000_005))
    #expect(start < later)
  }
}
