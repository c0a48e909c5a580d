public import Warehouse

/// Compares a carrier's bill with what we expected: 对账.
public enum Reconciliation {
  /// One line of a carrier's bill.
  public struct BillLine: Hashable, Codable, Sendable {
    /// The waybill number.
    public var number: String
    /// The weight it charged, in grams.
    public var grams: Int
    /// What it wants, in fen.
    public var fen: Int

    /// Makes a line.
    public init(number: String, grams: Int, fen: Int) {
      self.number = number
      self.grams = grams
      self.fen = fen
    }
  }

  /// Something on which we do not agree.
  public struct Difference: Hashable, Codable, Sendable {
    /// What kind it is.
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
      /// The bill has a number we never used.
      case notOurs
      /// The bill has a number twice; the second line counts nothing.
      case twice
      /// The bill lacks a number we used.
      case notBilled
      /// Another weight, and so another price.
      case weight
      /// The same weight, another price.
      case price
    }

    /// What kind it is.
    public var kind: Kind
    /// The waybill number.
    public var number: String
    /// What we expected, in grams.
    public var expectedGrams: Int
    /// What the bill says, in grams.
    public var billedGrams: Int
    /// What we expected, in fen.
    public var expectedFen: Int
    /// What the bill says, in fen.
    public var billedFen: Int

    /// What the bill wants too much, in fen; below zero too little.
    public var fen: Int { billedFen - expectedFen }
  }

  /// What came out.
  public struct Report: Hashable, Codable, Sendable {
    /// The differences: those of the bill in its order, then what it lacks by number.
    public var differences: [Difference]
    /// How many lines agree.
    public var agreed: Int
    /// What the bill wants altogether, in fen.
    public var billedFen: Int
    /// What we expected altogether, in fen.
    public var expectedFen: Int
  }

  /// Compares a bill with our quotes by waybill number.
  ///
  /// Up to `tolerance` fen a line is agreement. O(lines).
  public static func compare(
    _ bill: [BillLine], with quotes: [String: Quote], tolerance: Int = 0
  ) -> Report {
    var report = Report(
      differences: [], agreed: 0, billedFen: 0,
      expectedFen: quotes.values.reduce(0) { $0 + $1.total })
    var seen: Set<String> = []
    seen.reserveCapacity(bill.count)
    for line in bill {
      report.billedFen += line.fen
      func differ(_ kind: Difference.Kind, _ quote: Quote?) {
        report.differences.append(
          Difference(
            kind: kind, number: line.number, expectedGrams: quote?.chargedGrams ?? 0,
            billedGrams: line.grams, expectedFen: quote?.total ?? 0, billedFen: line.fen))
      }
      guard seen.insert(line.number).inserted else {
        differ(.twice, nil)
        continue
      }
      guard let quote = quotes[line.number] else {
        differ(.notOurs, nil)
        continue
      }
      if abs(line.fen - quote.total) <= tolerance {
        report.agreed += 1
      } else {
        differ(line.grams == quote.chargedGrams ? .price : .weight, quote)
      }
    }
    let missing = quotes.filter { !seen.contains($0.key) }
    report.differences += missing.sorted { $0.key < $1.key }.map { number, quote in
      Difference(
        kind: .notBilled, number: number, expectedGrams: quote.chargedGrams, billedGrams: 0,
        expectedFen: quote.total, billedFen: 0)
    }
    return report
  }
}
