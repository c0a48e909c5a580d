public import Storage
public import Warehouse

/// A stretch of the journal that belongs to one session on one handheld.
public struct RecordedSession: Hashable, Codable, Sendable {
  /// The session.
  public var session: String
  /// Who worked.
  public var badge: String
  /// On which handheld.
  public var device: String
  /// Its first line's time.
  public var from: Timestamp
  /// Its last line's time.
  public var to: Timestamp
  /// Its lines.
  public var lines: Int
  /// Whether its lines tell everything that was seen.
  public var isExact: Bool

  /// The sessions of a store's journal in the order of their beginnings.
  ///
  /// One reading of the journal; a session that moved to another handheld is one for each.
  public static func all(of store: any Store) throws -> [RecordedSession] {
    var sessions: [String: RecordedSession] = [:]
    var exact: Set<String> = []
    var number = 0
    while true {
      let page = try store.entries(after: number, limit: 2000)
      guard let last = page.last else { break }
      number = last.number
      for entry in page where !entry.device.isEmpty {
        if entry.kind == "on" { exact.insert(entry.device) }
        guard !entry.session.isEmpty else { continue }
        let key = entry.session + "\n" + entry.device
        if sessions[key] == nil {
          sessions[key] = RecordedSession(
            session: entry.session,
            badge: String(entry.session.prefix { $0 != "@" }), device: entry.device,
            from: entry.at, to: entry.at, lines: 0, isExact: exact.contains(entry.device))
        }
        let last = sessions[key]?.to ?? entry.at
        sessions[key]?.to = max(last, entry.at)
        sessions[key]?.lines += 1
      }
    }
    return sessions.values.sorted {
      ($0.from, $0.session, $0.device) < ($1.from, $1.session, $1.device)
    }
  }
}
