import Foundation
import Testing

/// `Docs/Exceptions.md` names every exception of the field with its step, its answer, and what
/// proves it: none is missing, the proofs are there, and the words are those people see.
struct ExceptionTableTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What goes wrong on floors, as the field names it.
  private static let field = [
    "wrong location", "wrong item", "wrong lot", "expired", "FEFO", "wrong serial", "used before",
    "unknown barcode", "item scanned for a bin", "the reverse", "ambiguous code",
    "case for eaches", "GS1 of another product", "over-quantity", "zero-quantity", "short pick",
    "damaged", "not found", "stock found elsewhere", "substitute", "split over two locations",
    "skip", "location blocked or unreachable", "tote full", "wrong tote", "tote of another wave",
    "tote not empty at start", "unexpected extra at pack", "missing at pack",
    "weight out of tolerance", "scale unstable", "printer offline or out of paper",
    "label printed but not taken", "label printed twice", "waybill number pool empty",
    "order cancelled while picking", "address changed after label", "two people on one line",
    "session taken over", "disconnect mid-commit", "double scan", "two barcodes in one burst",
    "scan while a question is open", "clock or shift change", "battery death",
  ]

  private struct Row {
    let what: String
    let answer: String
    let proofs: [String]
  }

  private func rows() throws -> [Row] {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("Docs/Exceptions.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[3].hasPrefix("`") else { return nil }
      return Row(what: cells[0], answer: cells[2], proofs: quoted(cells[3]))
    }
  }

  private func quoted(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private func sources(_ folder: String) throws -> String {
    let root = Self.root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return try (files?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  @Test func nothingOfTheFieldIsMissing() throws {
    let all = try rows().map(\.what)
    for name in Self.field {
      #expect(all.contains { $0.contains(name) }, "no row for \(name)")
    }
  }

  @Test func whatProvesARowIsThere() throws {
    let tests = try sources("Tests")
    let trips = Self.root.appendingPathComponent("Fixtures/Trips/small")
    for row in try rows() {
      #expect(!row.proofs.isEmpty, "\(row.what)")
      for proof in row.proofs {
        let isThere =
          proof.hasSuffix(".trip")
          ? FileManager.default.fileExists(atPath: trips.appendingPathComponent(proof).path)
          : tests.contains("func \(proof)(")
        #expect(isThere, "\(row.what): no \(proof)")
      }
    }
  }

  @Test func theWordsAreThoseOfTheScreens() throws {
    let words = try sources("Sources")
    for row in try rows() {
      for text in quoted(row.answer) {
        #expect(words.contains(text), "\(row.what): nothing says '\(text)'")
      }
    }
  }
}
