import Exchange
import Testing
import Warehouse

/// What a site asks at its benches is read from YAML, and written as it is read.
@Suite struct BenchRulesReaderTests {
  private static let full = BenchRules(
    weighing: WeightRule(grams: 25, percent: 4, learnAfter: 8, readings: 5),
    scales: [
      BenchScale(bench: "P01", address: "tcp:127.0.0.1:4001"),
      BenchScale(bench: "P02", address: "serial:/dev/ttyUSB0@9600"),
    ], cartons: true,
    materials: [
      PackingMaterial(
        code: "BUB", name: Name(zh: "气泡膜", en: "Packer's wrap"), grams: 15, forFragile: true,
        fromVoid: 30),
      PackingMaterial(code: "TAPE", name: Name(zh: "胶带", en: "Tape"), grams: 4),
    ], proof: true,
    sealAll: SealRule(zones: ["A", "B"], channels: ["shop"], mostPieces: 5, mostValue: 19_900))

  @Test(arguments: [
    BenchRules(), full, BenchRules(sealAll: SealRule()), BenchRules(weighing: WeightRule()),
  ])
  func writtenRulesReadBackEqual(_ rules: BenchRules) throws {
    #expect(try BenchRulesReader.read(rules.yaml) == rules)
  }

  @Test func nothingAsksForNothing() throws {
    #expect(try BenchRulesReader.read("") == BenchRules())
    #expect(
      try BenchRulesReader.read("{weighing: yes, proof: true}")
        == BenchRules(weighing: WeightRule(), proof: true))
  }

  @Test func everyWrongLineIsTold() throws {
    let text = """
      weighing:
        grams: many
        percent: 101
      scales:
        P01: usb
      carton: true
      materials:
        - code: X
      proof: perhaps
      """
    do {
      _ = try BenchRulesReader.read(text, name: "b.yaml")
      Issue.record("it was read")
    } catch {
      #expect(
        error.sentences == [
          "b.yaml:2: expected a number from 0 to 100000",
          "b.yaml:3: expected a number from 0 to 100",
          "b.yaml:5: expected tcp:HOST:PORT or serial:/dev/DEVICE@BAUD",
          "b.yaml:6: carton: expected weighing, scales, cartons, materials, proof or sealAll",
          "b.yaml:8: a material: expected a code and a name, zh or en",
          "b.yaml:9: expected true or false",
        ])
    }
    #expect(throws: BenchRulesReader.Problems.self) { try BenchRulesReader.read("a: [1") }
  }
}
