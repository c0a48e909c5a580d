import Foundation
import Warehouse

/// How the store writes values as JSON: keys sorted, so that equal values are equal texts.
enum JournalFormat {
  /// A command with its id and outcome, as the journal keeps it.
  private struct CommandLine: Encodable {
    let id: CommandID
    let command: Command
    let outcome: Outcome
  }

  /// A step of an import, as the journal keeps it.
  struct ImportLine: Encodable {
    let file: Int
    let kind: ImportKind
    let landed: Int
    let added: Int
    let changed: Int
    let unchanged: Int
    let skipped: Int
  }

  static func command(_ commit: Commit, _ outcome: Outcome) throws -> String {
    try text(
      CommandLine(id: commit.id, command: commit.command.journalled, outcome: outcome))
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw StoreTrouble(
        .corrupt, "The store holds a \(type) that cannot be read.", underlying: "\(error)")
    }
  }
}
