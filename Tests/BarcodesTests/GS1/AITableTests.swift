import Foundation
import Testing

@testable import Barcodes

struct AITableTests {
  let table = AITable.standard

  @Test func everyIdentifierIsFoundByItsDigits() {
    #expect(table.rules.count == table.titles.count)
    for (place, rule) in table.rules.enumerated() {
      #expect(table.place(of: rule.code) == place)
      #expect(AICode(rule.code.description) == rule.code)
      let prefix = Int(rule.code.description.prefix(2))
      #expect(prefix.map { table.digitCount(prefix: $0) } == rule.code.digits)
    }
    // Each identifier is written down once.
    #expect(Set(table.rules.map(\.code)).count == table.rules.count)
  }

  @Test(arguments: ["04", "05", "14", "89", "236", "3106", "3944", "400n", "1", "", "12345", "x1"])
  func othersAreNotFound(text: String) {
    #expect(AICode(text).flatMap { table.place(of: $0) } == nil)
  }

  @Test func patternsAreRanges() {
    #expect(AICode.range("31nn") == "3100"..."3199")
    #expect(AICode.range("235") == "235"..."235")
    for text in ["nn", "n1", "1n1", "1", "12345", "1a"] { #expect(AICode.range(text) == nil) }
  }

  @Test func predefinedLengthsNeedNoSeparator() {
    // General Specifications, 7.8.5: the first two digits of the predefined ones.
    let groups = Set(
      ["00", "01", "02", "03", "11", "12", "13", "15", "16", "17", "20", "41"]
        + (31...36).map(String.init))
    for rule in table.rules {
      let isOne = groups.contains(String(rule.code.description.prefix(2)))
      #expect(rule.isPredefined == isOne, "\(rule.code)")
      if isOne { #expect(rule.minimum == rule.maximum) }
    }
  }

  @Test func keysHaveTheirQualifierSequences() throws {
    let place = try #require(table.place(of: .gtin))
    let range = try #require(table.rules[place].sequences)
    let texts = Set(table.sequences[range].map { $0.map(\.description).joined(separator: " ") })
    #expect(
      texts == [
        "01", "01 22", "01 10", "01 21", "01 22 10", "01 22 21", "01 10 21", "01 22 10 21",
        "01 235",
      ])
  }

  /// Every fact of the table against the release it was written from.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: PublicData.file("dictionary.txt").path),
      "no public data: set PICKWAY_DATA to the folder with gs1/"))
  func agreesWithTheDictionary() throws {
    let rows =
      AIRow.items + AIRow.amounts + AIRow.measures + AIRow.places + AIRow.delivery + AIRow.trades
      + AIRow.others
    var seen = 0
    let text = try String(contentsOf: PublicData.file("dictionary.txt"), encoding: .utf8)
    for line in text.split(separator: "\n") where line.first?.isNumber == true {
      let entry = try DictionaryEntry(String(line))
      for code in entry.codes {
        let row = try #require(rows.first { $0.codes.contains(code) }, "\(code)")
        #expect(DictionaryEntry(row, code) == entry.normalized(for: code), "\(code)")
        seen += 1
      }
    }
    #expect(seen == table.rules.count)
  }
}

/// A line of the dictionary in comparable form.
private struct DictionaryEntry: Equatable {
  var codes: [AICode] = []
  var isPredefined = false
  var isAttribute = false
  var components: [String] = []
  var needs: [String] = []
  var excludes = ""
  var key: String?
  var title = ""

  init(_ line: String) throws {
    let parts = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count > 1, line.contains(" # ") {
      title = parts[1].trimmingCharacters(in: .whitespaces)
        .replacingOccurrences(of: "\u{B2}", with: "2").replacingOccurrences(of: "\u{B3}", with: "3")
    }
    var words = parts[0].split(separator: " ").map(String.init)
    let ends = words.removeFirst().split(separator: "-").compactMap { AICode(String($0)) }
    let first = try #require(ends.first)
    let last = try #require(ends.last)
    codes = (first.rawValue...last.rawValue).map { AICode(rawValue: $0) }
    if let flags = words.first, flags.allSatisfy({ "*?".contains($0) }) {
      isPredefined = flags.contains("*")
      isAttribute = flags.contains("?")
      words.removeFirst()
    }
    for word in words {
      if word.hasPrefix("req=") {
        needs.append(word.dropFirst(4).replacingOccurrences(of: ",", with: " "))
      } else if word.hasPrefix("ex=") {
        excludes = word.dropFirst(3).replacingOccurrences(of: ",", with: " ")
      } else if word.hasPrefix("dlpkey") {
        key = word.dropFirst(7).replacingOccurrences(of: ",", with: " ")
      } else {
        components.append(word)
      }
    }
  }

  func normalized(for code: AICode) -> DictionaryEntry {
    var entry = self
    entry.codes = [code]
    return entry
  }

  init(_ row: AIRow, _ code: AICode) {
    codes = [code]
    isPredefined = row.use == .predefined || row.use == .predefinedOnly
    isAttribute = row.use == .predefined || row.use == .attribute
    components = row.components.map { part in
      let letter =
        switch part.characters {
        case .digits: "N"
        case .set82: "X"
        case .set39: "Y"
        case .set64: "Z"
        }
      let length =
        part.minimum == part.maximum
        ? "\(part.maximum)" : "..\(part.maximum)"
      let type = part.isOptional ? "[\(letter)\(length)]" : letter + length
      return ([type] + part.checks.map(\.dictionaryName)).joined(separator: ",")
    }
    needs = row.needs
    excludes = row.excludes
    key = row.key
    title = AITable.standard.place(of: code).map { AITable.standard.titles[$0] } ?? ""
  }
}
