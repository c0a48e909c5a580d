import Testing

@testable import Barcodes

/// Every identifier of the table with values of its shortest and longest form.
struct EveryIdentifierTests {
  let parser = GS1Parser(rules: [])
  let table = AITable.standard

  @Test(arguments: AITable.standard.rules.map(\.code.description))
  func takesItsOwnValues(ai: String) throws {
    let rule = try #require(AICode(ai).flatMap { table.place(of: $0) }.map { table.rules[$0] })
    for isLong in [false, true] {
      let value = value(rule, isLong: isLong)
      let message = try parser.parse("(\(ai))\(value)(99)END")
      #expect(message[ai] == value || ai == "99")
      // The same through the other forms.
      let again = try parser.parse(message.elementString)
      #expect(again.elements == message.elements)
      #expect(try parser.parse(message.bracketed).elements == message.elements)
      if rule.sequences != nil {
        #expect(try parser.parse(message.link()).elements == message.elements)
      }
    }
  }

  @Test(arguments: AITable.standard.rules.map(\.code.description))
  func refusesOtherLengths(ai: String) throws {
    let rule = try #require(AICode(ai).flatMap { table.place(of: $0) }.map { table.rules[$0] })
    func name(_ value: String) -> String? {
      do {
        _ = try parser.parse("(\(ai))\(value)")
        return nil
      } catch {
        return error.code.name
      }
    }
    #expect(name("") == "emptyValue")
    #expect(name(String(repeating: "1", count: rule.maximum + 1)) == "valueTooLong")
    if rule.minimum > 1 {
      #expect(name(String(repeating: "1", count: rule.minimum - 1)) == "valueTooShort")
    }
  }

  func value(_ rule: AIRule, isLong: Bool) -> String {
    table.components[rule.components].map { component in
      if component.isOptional, !isLong { return "" }
      return part(component, isLong ? component.maximum : component.minimum)
    }.joined()
  }

  /// A component of so many characters, or a sample where its checks leave no choice.
  func part(_ component: AIComponent, _ length: Int) -> String {
    if let sample = component.checks.lazy.compactMap({ samples[$0] }).first { return sample }
    if component.checks.contains(.checkPair) {
      let payload = "1111A"
      let pair = ComponentCheck.checkPair(of: Array(payload.utf8).span)
      return payload + String(decoding: [pair.0, pair.1], as: UTF8.self)
    }
    if component.checks.contains(.companyPrefix), component.characters != .digits {
      return String(repeating: "1", count: max(4, length))
    }
    let ones = String(repeating: "1", count: length)
    guard component.checks.contains(.checkDigit) else { return ones }
    return ones.dropLast() + String(CheckDigit.modulo10(of: ones.dropLast()) ?? 0)
  }

  private let samples: [ComponentCheck: String] = [
    .date6: "261231", .date6OrMonth: "261200", .date8: "20261231", .hourMinute: "2359",
    .hour: "23", .minute: "59", .second: "59", .country: "156", .countryOr999: "999",
    .countryLetters: "CN", .currency: "156", .mediaType: "10", .packageType: "PX",
    .iban: "DE89370400440532013000", .hyphens: "-", .zero: "0", .pieceOfTotal: "0112",
    .positionInSequence: "1/3", .coupon: "06901234567893150110777",
    .positiveOffer: "006901234567890123456",
  ]
}
