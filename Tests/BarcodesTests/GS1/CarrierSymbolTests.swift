import Testing

@testable import Barcodes

struct CarrierSymbolTests {
  @Test(arguments: [
    (
      CarrierSymbol.gs1Code128, "^010690123456789210L^17261231",
      "]C1010690123456789210L\u{1D}17261231"
    ),
    (.gs1Code128, "^10L|^21S", "]e010L\u{1D}21S"),
    (.dataBarExpanded, "^17261231|^21S", "]e01726123121S"),
    (.dataMatrix, "^10L", "]d210L"), (.dataMatrix, "P01", "]d1P01"), (.qrCode, "\\^x", "]Q1^x"),
    (.dotCode, "^10L", "]J110L"), (.dataBarOmni, "06901234567892", "]e00106901234567892"),
    (.dataBarLimited, "^0106901234567892", "]e00106901234567892"),
    (.ean8, "96385074", "]E496385074"),
    (.upcA, "036000291452", "]E00036000291452"),
    (.ean13, "6901234567892|^10L", "]E06901234567892|]e010L"),
  ])
  func scannersSend(symbol: CarrierSymbol, text: String, sent: String) throws {
    let bytes = try symbol.transmission(of: text)
    #expect(String(decoding: bytes, as: UTF8.self) == sent)
    // What was sent can be read back.
    #expect(throws: Never.self) { try GS1Parser(rules: []).parse(bytes) }
  }

  @Test func theCheckDigitMayBeLeftOut() throws {
    let bytes = try CarrierSymbol.ean13.transmission(of: "690123456789", addsCheckDigit: true)
    #expect(String(decoding: bytes, as: UTF8.self) == "]E06901234567892")
  }

  @Test(arguments: [
    (CarrierSymbol.gs1Code128, "P01"), (.gs1Code128, "^10"), (.ean13, "6901234567893"),
    (.ean13, "690123456789x"), (.ean8, "6901234567892"), (.ean13, "6901234567892|10L"),
    (.dataBarLimited, "26901234567896"), (.dataMatrix, "^05X"), (.dataBarOmni, ""), (.upcA, "^01"),
  ])
  func someDataDoNotGoIn(symbol: CarrierSymbol, text: String) {
    #expect(throws: GS1Problem.self) { try symbol.transmission(of: text) }
  }
}
