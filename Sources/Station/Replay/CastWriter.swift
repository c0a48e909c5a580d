import Foundation
public import Terminal
public import Warehouse

/// Frames as an asciicast of version 2, which asciinema plays: a header line, then a line an event.
///
/// See https://docs.asciinema.org/manual/asciicast/v2/. Only rows that changed are sent; whatever
/// is shown before, the cells are the frame's after each event.
public struct CastWriter {
  private let size: Size
  private var began: Timestamp?
  private var last: [String] = []
  /// The milliseconds of the event before.
  private var reached: Int64 = 0

  /// Makes a writer for frames up to a size.
  public init(size: Size) {
    self.size = size
  }

  /// The first line.
  ///
  /// - Parameters:
  ///   - start: when the first frame was.
  ///   - title: what it shows.
  public mutating func header(start: Timestamp, title: String) -> String {
    struct Header: Encodable {
      var version = 2
      var width: Int
      var height: Int
      var timestamp: Int64
      var title: String
      var env = ["TERM": "xterm-256color"]
    }
    began = start
    return Self.json(
      Header(
        width: size.columns, height: size.rows, timestamp: start.milliseconds / 1000, title: title))
  }

  /// The line that shows a frame, `speed` times sooner than it was seen.
  ///
  /// Time never goes back: what waited for its commit stands in the journal behind what others did
  /// meanwhile.
  public mutating func event(_ frame: Frame, at: Timestamp, speed: Double = 1) -> String {
    let began = began ?? at
    let seconds = Double(at.milliseconds - began.milliseconds) / 1000 / max(speed, 0.001)
    // Whole milliseconds: JSON of a double may have seventeen digits.
    let whole = max(reached, Int64((seconds * 1000).rounded()))
    reached = whole
    let fraction = String(1000 + whole % 1000).dropFirst()
    return "[\(whole / 1000).\(fraction),\"o\",\(Self.json(paint(frame)))]"
  }

  /// The bytes that change the picture into a frame.
  mutating func paint(_ frame: Frame) -> String {
    var text = last.isEmpty ? "\u{1B}[0m\u{1B}[2J" : ""
    var rows: [String] = []
    for row in 0..<size.rows {
      let line = row < frame.size.rows ? Self.line(frame, row, columns: size.columns) : ""
      rows.append(line)
      guard last.isEmpty || last[row] != line else { continue }
      text += "\u{1B}[\(row + 1);1H\u{1B}[0m\u{1B}[2K" + line
    }
    last = rows
    text += "\u{1B}[0m"
    guard let cursor = frame.cursor else { return text + "\u{1B}[?25l" }
    return text + "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
  }

  private static func line(_ frame: Frame, _ row: Int, columns: Int) -> String {
    var text = ""
    var attributes: Attributes = []
    var blanks = ""
    for column in 0..<min(columns, frame.size.columns) {
      let cell = frame[row, column]
      if cell.isTrailing { continue }
      if cell == .blank {
        blanks += " "
        continue
      }
      if !blanks.isEmpty {
        if !attributes.isEmpty { text += "\u{1B}[0m" }
        attributes = []
        text += blanks
        blanks = ""
      }
      if cell.attributes != attributes {
        text += sgr(cell.attributes)
        attributes = cell.attributes
      }
      text.append(cell.character)
    }
    return attributes.isEmpty ? text : text + "\u{1B}[0m"
  }

  private static func sgr(_ attributes: Attributes) -> String {
    let codes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"), (.bad, "31"), (.good, "32"),
      (.warn, "33"), (.accent, "36"),
    ]
    return "\u{1B}["
      + (["0"] + codes.filter { attributes.contains($0.0) }.map(\.1))
      .joined(separator: ";") + "m"
  }

  private static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
