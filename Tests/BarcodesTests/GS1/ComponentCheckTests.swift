import Testing

@testable import Barcodes

/// A value that fails, with the fault and the bytes it lies in.
struct BadComponent: Sendable {
  let value: String
  let fault: ComponentFault
  let offset: Int
  let count: Int

  init(_ value: String, _ fault: ComponentFault, _ offset: Int, _ count: Int) {
    self.value = value
    self.fault = fault
    self.offset = offset
    self.count = count
  }
}

/// What one check takes and what it refuses.
struct ComponentCase: Sendable, CustomTestStringConvertible {
  let check: ComponentCheck
  let good: [String]
  let bad: [BadComponent]

  init(_ check: ComponentCheck, _ good: [String], _ bad: BadComponent...) {
    self.check = check
    self.good = good
    self.bad = bad
  }

  var testDescription: String { check.dictionaryName }
}

struct ComponentCheckTests {
  @Test(arguments: ComponentCase.all)
  func takesAndRefuses(_ test: ComponentCase) {
    for value in test.good {
      #expect(test.check.finding(in: Array(value.utf8)) == nil, "\(value)")
    }
    for bad in test.bad {
      let finding = test.check.finding(in: Array(bad.value.utf8))
      #expect(finding == ComponentFinding(bad.fault, bad.offset, bad.count), "\(bad.value)")
    }
  }

  @Test func everyCheckHasItsCase() {
    let tested = ComponentCase.all.map(\.check)
    #expect(Set(tested) == Set(ComponentCheck.allCases))
    for check in ComponentCheck.allCases {
      #expect(ComponentCheck(dictionaryName: check.dictionaryName) == check)
    }
    #expect(ComponentCheck(dictionaryName: "") == nil)
  }

  @Test(arguments: 0..<97)
  func pairsOfCheckCharactersAreFound(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let characters = Array("!\"%&'()*+,-./09:;<=>?AMZ_az".utf8)
    let payload = (0..<count).map { _ in characters.randomElement(using: &random) ?? 0x30 }
    let check = ComponentCheck.checkPair(of: payload.span)
    let pair = [check.0, check.1]
    #expect(ComponentCheck.checkPair.finding(in: payload + pair) == nil)
    let other: UInt8 = pair[1] == UInt8(ascii: "2") ? UInt8(ascii: "3") : UInt8(ascii: "2")
    #expect(
      ComponentCheck.checkPair.finding(in: payload + [pair[0], other])
        == ComponentFinding(.checkPair, count, 2))
  }

  @Test func noBytesTrapACheck() {
    var random = SeededGenerator(seed: 11)
    for check in ComponentCheck.allCases {
      for length in 0..<120 {
        let any = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        let digits = (0..<length).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
        for value in [any, digits] {
          guard let finding = check.finding(in: value) else { continue }
          #expect(finding.offset >= 0 && finding.count >= 0)
          #expect(finding.offset + finding.count <= length)
        }
      }
    }
  }

  @Test func everyFaultHasAShortNameAndBothLanguages() {
    var names: Set<String> = []
    var faults = ComponentCase.all.flatMap { $0.bad.map(\.fault) }
    for part in ComponentFault.CouponPart.allCases {
      for fault in ComponentFault.CouponFault.allCases { faults.append(.coupon(part, fault)) }
    }
    faults += ComponentFault.TimeFault.allCases.map { .time($0) }
    faults += ComponentFault.CodeFault.allCases.map { .code($0) }
    for fault in Set(faults) {
      #expect(names.insert(fault.name).inserted, "\(fault.name)")
      #expect(fault.text.en.utf8.allSatisfy { $0 < 0x80 })
      #expect(fault.text.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
    }
  }
}
