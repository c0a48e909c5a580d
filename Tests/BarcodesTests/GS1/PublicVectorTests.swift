import Foundation
import Testing

@testable import Barcodes

/// The reference engine's own cases, where the public data lie beside the package.
@Suite(
  .enabled(if: PublicData.isPresent, "no public data: set PICKWAY_DATA to the folder with gs1/"))
struct PublicVectorTests {
  func parser(_ vector: PublicVector, rules: GS1Parser.Rules = []) -> GS1Parser {
    var permits: GS1Parser.Permissions = []
    if vector.permitUnknownAIs == true { permits.insert(.unknownAIs) }
    if vector.permitConvenienceAlphas == true { permits.insert(.linkNames) }
    if vector.permitZeroSuppressedGTIN == true { permits.insert(.shortGTINs) }
    return GS1Parser(permits: permits, rules: rules)
  }

  /// Also what the command prints must say the same.
  func reports(_ parser: GS1Parser, _ line: String) throws -> Bool {
    let json = ScanReport(parser: parser, year: 2026).json(line)
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(object?["ok"] as? Bool)
  }

  @Test(arguments: ["parseAIdata", "processAIdata", "parseDLuri"])
  func readsElementsAndLinks(kind: String) throws {
    for vector in try PublicData.vectors("engine.jsonl", kind: kind) {
      let parser = parser(vector)
      let message = try? parser.parse(vector.input)
      #expect((message != nil) == vector.ok, "\(vector)")
      #expect(try reports(parser, vector.input) == vector.ok, "\(vector)")
      if let out = vector.out, vector.ok == true {
        #expect(message?.elementString == out, "\(vector)")
      }
    }
  }

  @Test func readsScans() throws {
    for vector in try PublicData.vectors("engine.jsonl", kind: "processScanData") {
      let message = try? parser(vector).parse(Array(vector.input.utf8), substitutes: false)
      #expect((message != nil) == vector.ok, "\(vector)")
      #expect(try reports(parser(vector), vector.input) == vector.ok, "\(vector)")
      if vector.ok == true { #expect(message?.symbolText == vector.out, "\(vector)") }
    }
  }

  @Test func checksRulesBetweenElements() throws {
    let rules: [String: GS1Parser.Rules] = [
      "repeats": .repeats, "mutex": .exclusions, "requisites": .needs,
      "digsig_serial": .signature,
    ]
    for vector in try PublicData.vectors("engine.jsonl", kind: "validateAIs") {
      let rule = try #require(vector.fn.flatMap { rules[$0] }, "\(vector)")
      let message = try? parser(vector, rules: rule).parse(vector.input)
      #expect((message != nil) == vector.ok, "\(vector)")
    }
  }

  /// Each sentence of the reference has one code of ours.
  @Test func checksComponentsOfElements() throws {
    var codes: [String: Set<String>] = [:]
    for vector in try PublicData.vectors("engine.jsonl", kind: "linter") {
      var name = "OK"
      do {
        _ = try GS1Parser(rules: []).parse(vector.input)
      } catch {
        name = error.code.name
      }
      let expected = try #require(vector.err)
      #expect((name == "OK") == (expected == "OK"), "\(vector) \(name) \(expected)")
      codes[expected, default: []].insert(name)
    }
    for (sentence, names) in codes { #expect(names.count == 1, "\(sentence): \(names)") }
  }

  @Test func marksTheBadPart() throws {
    for vector in try PublicData.vectors("engine.jsonl", kind: "errMarkup") {
      let parts = try #require(vector.out).split(separator: "|", omittingEmptySubsequences: false)
      let problem = try #require(throws: GS1Problem.self) {
        try GS1Parser(rules: []).parse(vector.input)
      }
      #expect(problem.offset == parts[0].count)
      #expect(problem.count == parts[1].count)
    }
  }

  @Test func findsElementsByPattern() throws {
    for vector in try PublicData.vectors("engine.jsonl", kind: "existsInAIdata") {
      let message = try GS1Parser(permits: .unknownAIs, rules: []).parse(vector.input)
      let found = message.first(
        matching: try #require(vector.needle), ignoring: vector.ignore)
      #expect((found != nil) == vector.ok, "\(vector) \(vector.needle ?? "")")
      if let out = vector.out { #expect(found?.ai == out) }
    }
  }

  @Test func escapesAndUnescapes() throws {
    func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }
    for vector in try PublicData.vectors("engine.jsonl", kind: "URIunescape") {
      let input = Array(vector.input.utf8)[...]
      #expect(PercentEscape.decoded(input, isQuery: false) == vector.path.map(latin))
      #expect(PercentEscape.decoded(input, isQuery: true) == vector.query.map(latin))
    }
    for vector in try PublicData.vectors("engine.jsonl", kind: "URIescape") {
      let input = latin(vector.input)
      #expect(PercentEscape.encoded(input, isQuery: false) == vector.path.map(latin))
      #expect(PercentEscape.encoded(input, isQuery: true) == vector.query.map(latin))
    }
  }

  @Test func makesLinks() throws {
    for vector in try PublicData.vectors("engine.jsonl", kind: "generateDLuri") {
      let message = try parser(vector).parse(vector.input)
      let link = try? message.link(stem: vector.stem ?? "https://id.gs1.org")
      #expect((link != nil) == vector.ok, "\(vector)")
      if vector.ok == true { #expect(link == vector.out, "\(vector)") }
    }
  }

  @Test func sendsScans() throws {
    let symbols: [String: CarrierSymbol] = [
      "QR": .qrCode, "DM": .dataMatrix, "DotCode": .dotCode,
      "DataBarExpanded": .dataBarExpanded, "GS1_128_CCA": .gs1Code128,
      "GS1_128_CCC": .gs1Code128, "DataBarOmni": .dataBarOmni, "DataBarTruncated": .dataBarOmni,
      "DataBarStacked": .dataBarOmni, "DataBarStackedOmni": .dataBarOmni,
      "DataBarLimited": .dataBarLimited, "UPCA": .upcA, "UPCE": .upcE, "EAN13": .ean13,
      "EAN8": .ean8,
    ]
    for vector in try PublicData.vectors("engine.jsonl", kind: "generateScanData") {
      // Without a symbol there is nothing to send.
      guard let symbol = vector.sym.flatMap({ symbols[$0] }) else {
        #expect(vector.sym == "NONE")
        continue
      }
      let sent = try? symbol.transmission(
        of: vector.input, addsCheckDigit: vector.addCheckDigit == true)
      #expect(sent.map { String(decoding: $0, as: UTF8.self) } == vector.out, "\(vector)")
    }
  }

  /// Every component check by itself: whether it passes, which fault, and which bytes are bad.
  ///
  /// Not run: cases in which the reference's test build pretends that its prefix look-up is out.
  @Test func checksComponents() throws {
    var codes: [String: Set<ComponentFault>] = [:]
    var run = 0
    for vector in try PublicData.vectors("components.jsonl", kind: "lint") {
      let name = try #require(vector.linter).dropFirst("lint_".count).dropLast(".c".count)
      guard name != "_stubs", vector.err?.contains("offline") != true else { continue }
      let check = try #require(ComponentCheck(dictionaryName: String(name)), "\(name)")
      let bytes = vector.input.unicodeScalars.map { UInt8($0.value) }
      let finding = check.finding(in: bytes)
      #expect((finding == nil) == vector.ok, "\(name) \(vector) \(vector.err ?? "")")
      run += 1
      guard let finding, let highlight = vector.highlight else { continue }
      codes[vector.err ?? "", default: []].insert(finding.fault)
      let marked =
        bytes[..<finding.offset] + Array("*".utf8)
        + bytes[finding.offset..<finding.offset + finding.count] + Array("*".utf8)
        + bytes[(finding.offset + finding.count)...]
      let latin = highlight.unicodeScalars.map { UInt8($0.value) }
      // The data lost the control and the high characters of some marks.
      if latin.count == bytes.count + 2 {
        #expect(Array(marked) == latin, "\(name) \(vector) \(finding)")
      }
    }
    #expect(run > 2_000)
    for (sentence, faults) in codes { #expect(faults.count == 1, "\(sentence): \(faults)") }
  }
}
