import Synchronization

extension FrontierTable {
  private struct Key: Hashable {
    let vertexCount: Int
    let open: Bool
  }

  private static let cache = Mutex<[Key: FrontierTable]>([:])

  /// The table for a number of cross-aisles, made when first asked for and kept.
  static func table(vertexCount: Int, open: Bool) -> FrontierTable {
    let key = Key(vertexCount: vertexCount, open: open)
    return cache.withLock { tables in
      if let table = tables[key] { return table }
      let table = FrontierTable(vertexCount: vertexCount, open: open)
      tables[key] = table
      return table
    }
  }
}
