import Foundation
import Warehouse

extension Books {
  /// Remembers which lines of a commit tell of which codes.
  ///
  /// Scans are kept where they led to no change: otherwise the command tells it.
  func mention(_ commit: Commit, _ decision: Decision, from first: Int, to last: Int) throws {
    let isNote = commit.command == .note
    if !isNote { try mention(commit.mentions(decision), entry: last) }
    guard decision.changes.isEmpty else { return }
    for (index, event) in commit.events.enumerated() {
      guard let code = event.code, !code.isEmpty else { continue }
      var codes: Set = [code]
      if let session = commit.author?.session.rawValue {
        codes.insert(String(session.prefix { $0 != "@" }))
      }
      try mention(codes, entry: first + index)
    }
  }
}

extension JournalEntry {
  /// The line as something that happened.
  var deed: Deed {
    Deed(
      number: number, at: at, badge: String(session.prefix { $0 != "@" }), device: device, act: act)
  }

  private var act: Deed.Act {
    switch kind {
    case "command":
      guard let line = try? JournalFormat.value(Told.self, from: payload) else {
        return .other(kind)
      }
      return .command(line.command.short, line.outcome)
    case "scan", "repeated", "dropped":
      guard let line = try? JournalFormat.value(Scanned.self, from: payload) else {
        return .other(kind)
      }
      return .scanned(line.scan._0.text)
    case "shadow": return .shadowed
    default: return .other(kind)
    }
  }

  private struct Told: Decodable {
    var command: Command
    var outcome: Outcome
  }

  private struct Scanned: Decodable {
    struct Scan: Decodable {
      struct Text: Decodable { var text: String }
      var _0: Text
    }
    var scan: Scan
  }
}

extension Command {
  /// The command without what makes it long: a timeline tells that a wave was planned, not how.
  fileprivate var short: Command {
    if case .allocate = self { return .allocate([]) }
    if case .plan(let wave, _) = self { return .plan(wave, []) }
    if case .adoptWalk(let list, let revision, _, _) = self {
      return .adoptWalk(list: list, revision: revision, order: [], walk: .none)
    }
    return self
  }
}
