import Foundation
public import Warehouse

/// A command with its outcome, as the journal has it.
public struct JournalledCommand: Decodable, Sendable {
  /// The command's id.
  public let id: CommandID
  /// What was wanted.
  public let command: Command
  /// What became of it.
  public let outcome: Outcome

  /// Reads a line of the journal; nil for a line that is no command, or of another version.
  public init?(_ entry: JournalEntry) {
    guard entry.kind == "command",
      let read = try? JSONDecoder().decode(Self.self, from: Data(entry.payload.utf8))
    else { return nil }
    self = read
  }

  /// The command's name in a line of the journal, found without reading the rest: `stop`.
  public static func name(in entry: JournalEntry) -> Substring {
    let head = "{\"command\":{\""
    guard entry.kind == "command", entry.payload.hasPrefix(head) else { return "" }
    return entry.payload.dropFirst(head.count).prefix { $0 != "\"" }
  }
}
