import ArgumentParser
import Drills
import Flows
import Foundation
import Terminal

extension DrillCommand {
  /// Prints a score card; where there is little room each part has its detail on a line of its own.
  static func words(_ card: ScoreCard, _ language: Language, columns: Int = 80) -> String {
    var lines = [
      Text(
        zh: "\(card.name): \(card.total) 分", en: "\(card.name): \(card.total) of 100")[language]
    ]
    for part in card.parts {
      let name = part.name[language]
      let blank = String(repeating: " ", count: max(1, 14 - Width.of(name)))
      let points = "\(part.points)/\(part.of)"
      if columns < 60 {
        lines += [" \(name)\(blank)\(points)", "  \(part.detail[language])"]
      } else {
        lines.append("  \(name)\(blank)\(points)  \(part.detail[language])")
      }
    }
    if let branch = card.branch {
      lines.append(
        Text(
          zh: "  前\(branch)个动作照旧, 只算练习", en: "  tried again from act \(branch): practice only"
        )[language])
    }
    if let cap = card.cap {
      lines.append(
        Text(zh: "  封顶 \(cap) 分", en: "  capped at \(cap)")[language])
    }
    for weakness in card.weaknesses { lines.append("  ! \(weakness.text[language])") }
    for missed in card.missed {
      guard let kind = FaultKind(rawValue: missed) else { continue }
      lines.append("  ? \(kind.effect[language]): \(kind.answer[language])")
    }
    return lines.joined(separator: "\n")
  }

  /// Where a recording is.
  static func named(_ path: String, _ language: Language) -> String {
    Text(zh: "录像: \(path)", en: "the recording: \(path)")[language]
  }

  /// Asks whoever has just worked whether to look at it step by step.
  static func wantsReview(_ language: Language) -> Bool {
    print(Text(zh: "回车: 逐步讲评  q: 结束", en: "Enter: step through it  q: end")[language])
    return readLine().map { !$0.hasPrefix("q") } ?? false
  }

  /// Writes a recording where somebody wants it, or under a new name in the temporary folder.
  ///
  /// - Returns: where it is.
  static func save(_ recording: Recording, at path: String?) throws -> String {
    let path =
      path
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-drill-\(recording.name)-\(Machine.seed()).jsonl").path
    do {
      try recording.lines().write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch let error as CocoaError {
      throw Failure(.cannotCreate, "\(path): \(error.localizedDescription)")
    }
    return path
  }

  /// The columns of the terminal the program writes to; 80 where it writes to none.
  static var columns: Int {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

extension ParsableCommand {
  func tell(_ card: ScoreCard, _ language: Language, _ json: Bool) throws {
    print(
      json
        ? try jsonText(card)
        : DrillCommand.words(card, language, columns: DrillCommand.columns))
  }
}
