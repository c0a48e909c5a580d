import ArgumentParser
import Foundation
import Terminal

/// How a listing is printed: a table for people, JSON for programs.
struct ListingOption: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  /// Prints rows: all of them as one JSON array, or a table with numbers at the right.
  func print<Row: Encodable>(
    _ rows: [Row], columns: [(title: String, value: (Row) -> String)], empty: String
  ) throws {
    if json {
      Swift.print(try jsonText(rows))
      return
    }
    guard !rows.isEmpty else {
      Swift.print(empty)
      return
    }
    let cells = rows.map { row in columns.map { $0.value(row) } }
    let widths = columns.indices.map { index in
      ([columns[index].title] + cells.map { $0[index] }).map(Width.of).max() ?? 0
    }
    for line in [columns.map(\.title)] + cells {
      let padded = zip(line, widths).map { text, width in
        let blank = String(repeating: " ", count: max(0, width - Width.of(text)))
        return Int(text) != nil ? blank + text : text + blank
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      Swift.print(text)
    }
  }
}

/// JSON as every command prints it: sorted keys, slashes left alone.
func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// JSON on one line, for streams of records.
func lineEncoder() -> JSONEncoder {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return encoder
}
