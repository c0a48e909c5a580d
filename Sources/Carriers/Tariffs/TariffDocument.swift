public import Warehouse

/// Reads a site's tariffs and rules from one JSON document.
///
/// ```json
/// {"version": 1,
///  "carriers": [
///   {"carrier": "ZTO", "divisor": 8000, "hours": 60, "quota": 2000,
///    "rounding": {"step": 1000, "mode": "up", "grace": 0, "least": 1000},
///    "cod": {"permyriad": 100, "least": 300, "most": 2000},
///    "bans": ["西藏自治区"], "refusedGoods": ["battery"], "heaviest": 50000, "longest": 1500,
///    "remote": [{"regions": ["新疆维吾尔自治区"], "fen": 1000, "fenPerKilogram": 500}],
///    "peaks": [{"from": "2026-11-10", "to": "2026-11-20", "fen": 50}],
///    "oversize": {"millimeters": 1200, "fen": 1500},
///    "rows": [
///     {"to": "", "firstGrams": 1000, "firstFen": 800, "addGrams": 1000, "addFen": 300},
///     {"from": "浙江省", "to": "广东省 深圳市", "validFrom": "2026-11-01",
///      "bands": [{"grams": 500, "fen": 350}, {"grams": 1000, "fen": 450}],
///      "addGrams": 1000, "addFen": 200}]}],
///  "rules": [{"name": "生鲜走顺丰", "goods": ["fresh"], "use": ["SF"]}]}
/// ```
///
/// Money is whole fen, weights whole grams, sides millimeters. A region is one line, its parts
/// apart by blanks; an empty one is anywhere. `firstGrams` and `firstFen` are a single band. What a
/// reader does not know is an error: a misspelt surcharge must not be free.
extension TariffDocument {
  /// What is wrong with a document, every place of it.
  public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
      /// The line, from 1.
      public var line: Int
      /// The column, in characters from 1.
      public var column: Int
      /// Which member: `carriers[0].rows[2].firstFen`.
      public var path: String
      /// What was expected.
      public var expected: String

      /// The place and what was expected there.
      public var description: String {
        "line \(line), column \(column): \(path.isEmpty ? "" : "\(path): ")expected \(expected)"
      }
    }

    /// All of them, in the order of the text.
    public var problems: [Problem]

    /// One a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
  }

  /// Reads a document; reports everything that is wrong with it, by line.
  public static func read(_ text: String) throws(Problems) -> TariffDocument {
    let json: JSON
    do throws(JSONReader.Problem) {
      json = try JSONReader.read(text)
    } catch {
      throw Problems(problems: [
        .init(line: error.line, column: error.column, path: "", expected: error.expected)
      ])
    }
    var reader = TariffReader()
    let document = reader.document(json)
    guard reader.problems.isEmpty else {
      throw Problems(
        problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return document
  }
}
