import Barcodes
import Foundation
import Testing

struct CheckDigitTests {
  @Test(arguments: [
    "96385074", "036000291452", "6901234567892", "4006381333931", "16901234567899",
    "106141411234567897", "00000000",
  ])
  func validCodes(code: String) {
    #expect(CheckDigit.isValid(code))
    #expect(CheckDigit.modulo10(of: code.dropLast()) == code.last?.wholeNumberValue)
    // Any other last digit is wrong.
    for digit in 0...9 where digit != code.last?.wholeNumberValue {
      #expect(!CheckDigit.isValid(code.dropLast() + String(digit)))
    }
  }

  @Test(arguments: ["", "12a4", "６９０", "-123", " 96385074"])
  func otherTextsHaveNone(text: String) {
    #expect(!CheckDigit.isValid(text))
    #expect(CheckDigit.modulo10(of: text) == nil)
  }

  @Test(arguments: [
    ("96385074", "00000096385074"), ("036000291452", "00036000291452"),
    ("6901234567892", "06901234567892"), ("16901234567899", "16901234567899"),
  ])
  func gtinsArePaddedAndKeptAsScanned(scanned: String, digits: String) throws {
    let gtin = try GTIN(scanned)
    #expect(gtin.digits == digits)
    #expect(gtin.scanned == scanned)
    #expect(try gtin == GTIN(digits))
    #expect(try Set([gtin, GTIN(digits)]).count == 1)
    let data = try JSONEncoder().encode([gtin])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(scanned)\"]")
    #expect(try JSONDecoder().decode([GTIN].self, from: data).first?.scanned == scanned)
  }

  @Test(arguments: [
    ("6901234567893", "expected check digit 2, found 3"),
    ("690123456789", "expected check digit 7, found 9"),
    ("123456789", "expected 8, 12, 13 or 14 digits, found 9"),
    ("69012345678９2", "expected digits only"), ("", "expected 8, 12, 13 or 14 digits, found 0"),
  ])
  func otherTextsAreNoGTIN(text: String, message: String) {
    let problem = #expect(throws: KeyProblem.self) { try GTIN(text) }
    #expect(problem?.description == message)
  }

  @Test(arguments: [
    ("04252614", "042100005264"), ("01234565", "012345000065"), ("01234531", "012300000451"),
    ("01234543", "012340000053"),
  ])
  func upcEIsExpanded(symbol: String, gtin12: String) throws {
    #expect(try GTIN(upcE: symbol).scanned == gtin12)
  }

  @Test func ssccsAreCheckedAndCompleted() throws {
    let sscc = try SSCC("106141411234567897")
    #expect(try SSCC(completing: "10614141123456789") == sscc)
    #expect(throws: KeyProblem.checkDigit(found: 8, expected: 7)) {
      try SSCC("106141411234567898")
    }
    #expect(throws: KeyProblem.length(found: 16, expected: [17])) {
      try SSCC(completing: "1061414112345678")
    }
    #expect(throws: KeyProblem.notDigits) { try SSCC(completing: "1061414112345678x") }
  }
}
