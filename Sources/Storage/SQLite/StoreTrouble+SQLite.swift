import GRDB

extension StoreTrouble {
  /// What an error of SQLite means for a store at a path.
  init(_ error: any Error, at path: String) {
    guard let error = error as? DatabaseError else {
      self.init(error)
      return
    }
    let (code, sentence): (Code, String) =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        (.busy, "Somebody else keeps the store at \(path) locked.")
      case .SQLITE_CORRUPT:
        (.corrupt, "The store at \(path) is damaged; bring back the last good copy.")
      case .SQLITE_NOTADB:
        (.notAStore, "The file at \(path) is no store of this program.")
      case .SQLITE_CONSTRAINT:
        (.invariant, "The store at \(path) refuses a record that contradicts another one.")
      case .SQLITE_FULL:
        (.io, "There is no room left on the disk of the store at \(path).")
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
        (.io, "The store at \(path) and its folder must be writable.")
      default:
        (.io, "The store at \(path) could not be used.")
      }
    self.init(code, sentence, underlying: "\(error)")
  }
}
