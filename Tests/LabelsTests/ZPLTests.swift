import Foundation
import Testing

@testable import Labels

/// The bytes a ZPL printer gets.
@Suite struct ZPLTests {
  @Test func aSmallLabelReadsAsExpected() throws {
    let label = Label(
      name: "small", width: 50, height: 30,
      elements: [
        .box(.init(name: "box", frame: .init(x: 1, y: 1, width: 48, height: 28), thickness: 0.5)),
        .box(
          .init(name: "bar", frame: .init(x: 2, y: 26, width: 10, height: 1), isFilled: true)),
        .rule(.init(name: "rule", x: 2, y: 4, length: 46)),
        .symbol(
          .init(
            name: "bars", frame: .init(x: 2, y: 5, width: 46, height: 10), symbology: .code128,
            content: "AB_12345", moduleDots: 2)),
      ])
    #expect(
      text(try label.document(.zpl, id: "job-7 ^XZ")) == """
        ^XA
        ^FX job-7--XZ ^FS
        ^CI28^PW400^LL240^LH0,0
        ^FO8,8^GB384,224,4^FS
        ^FO16,208^GB80,8,8^FS
        ^FO16,31^GB368,2,2^FS
        ^FO88,40^BY2,2,80^BCN,80,N,N,N,N^FH_^FD>:AB_5F1>52345^FS
        ^XZ

        """)
  }

  @Test func aDashedRuleIsOneGraphic() throws {
    let rule = Label.Rule(name: "cut", x: 0, y: 5, length: 50, dash: 1.5)
    let label = Label(name: "cut", width: 50, height: 10, elements: [.rule(rule)])
    let zpl = text(try label.document(.zpl, id: "1"))
    #expect(zpl.contains("^FO0,39^GFA,"))
    #expect(!zpl.contains("^GB"))
  }

  @Test func dataNeverBecomesACommand() throws {
    let sample = try #require(LabelSamples.all.first { $0.name == "injection" })
    let zpl = text(try ParcelLabel(sample.data).label.document(.zpl, id: "^XZ~JA"))
    #expect(!zpl.contains("~"))
    #expect(zpl.unicodeScalars.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) })
    let commands = zpl.split(separator: "^").map { String($0.prefix(2)) }
    let allowed: Set = [
      "XA", "FX", "FS", "CI", "PW", "LL", "LH", "FO", "GB", "GF", "BY", "BC", "FH", "FD", "XZ",
    ]
    #expect(Set(commands).subtracting(allowed).isEmpty)
    #expect(commands.filter { $0 == "XA" }.count == 1)
    #expect(commands.filter { $0 == "XZ" }.count == 1)
    #expect(zpl.hasPrefix("^XA") && zpl.hasSuffix("^XZ\n"))
    #expect(zpl.contains("^FD>:A_5EXZ_7EJA_5F1^FS"))
  }

  @Test func escapedDataAreHarmless() {
    #expect(ZPLField.escaped("SF-12 a.b/c:d") == "SF-12 a.b/c:d")
    #expect(ZPLField.escaped("^XA~JA_\u{1B}\n") == "_5EXA_7EJA_5F_1B_0A")
    #expect(ZPLField.escaped("中") == "_E4_B8_AD")
  }

  @Test func checksumIsXMODEM() {
    // The check value of CRC-16/XMODEM.
    #expect(ZPLGraphic.checksum("123456789".utf8) == 0x31C3)
    #expect(ZPLField.hexadecimal(0x0A, digits: 4) == "000A")
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func base64(_ plain: String) {
    #expect(ZPLGraphic.base64(Array(plain.utf8)) == Array(Data(plain.utf8).base64EncodedData()))
  }
}
