/// Something whose changes since a moment can be undone.
protocol Revertible: AnyObject {
  /// Keeps what was changed.
  func settle()
  /// Undoes what was changed since `settle` was called last.
  func revert()
  /// Takes over the rows of another of its kind.
  func take(from other: any Revertible)
}

/// Rows by key, with rows found by what they are grouped by.
///
/// Setting and finding a row are O(1); the rows of a group come in O(n log n) of the group.
final class MemoryTable<Key: Hashable & Comparable, Row>: Revertible {
  private(set) var rows: [Key: Row] = [:]
  private var groups: [String: [AnyHashable: Set<Key>]] = [:]
  private let groupings: [String: (Row) -> AnyHashable?]
  private var before: [(key: Key, row: Row?)] = []

  /// Makes a table whose rows are grouped by what the named closures tell of them.
  init(_ groupings: [String: (Row) -> AnyHashable?] = [:]) {
    self.groupings = groupings
  }

  subscript(key: Key) -> Row? {
    get { rows[key] }
    set {
      before.append((key, rows[key]))
      set(key, newValue)
    }
  }

  /// All rows by key.
  var sorted: [Row] { rows(of: rows.keys) }

  /// The rows of a group by key.
  func rows(_ grouping: String, _ group: AnyHashable) -> [Row] {
    rows(of: groups[grouping]?[group] ?? [])
  }

  /// How many rows a group has.
  func count(_ grouping: String, _ group: AnyHashable) -> Int {
    groups[grouping]?[group]?.count ?? 0
  }

  func settle() {
    before.removeAll(keepingCapacity: true)
  }

  func revert() {
    for (key, row) in before.reversed() { set(key, row) }
    settle()
  }

  func take(from other: any Revertible) {
    guard let other = other as? MemoryTable<Key, Row> else { return }
    (rows, groups) = (other.rows, other.groups)
  }

  private func rows(of keys: some Collection<Key>) -> [Row] {
    keys.sorted().compactMap { rows[$0] }
  }

  private func set(_ key: Key, _ row: Row?) {
    let old = rows[key]
    rows[key] = row
    for (name, group) in groupings {
      let (left, joined) = (old.flatMap(group), row.flatMap(group))
      guard left != joined else { continue }
      if let left {
        groups[name]?[left]?.remove(key)
        if groups[name]?[left]?.isEmpty == true { groups[name]?[left] = nil }
      }
      if let joined { groups[name, default: [:]][joined, default: []].insert(key) }
    }
  }
}
