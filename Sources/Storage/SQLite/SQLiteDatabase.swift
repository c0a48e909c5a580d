import Foundation
import GRDB
import Synchronization

/// SQLite through GRDB: WAL, every commit on the disk when it returns, writers in a fair queue.
final class SQLiteDatabase: Database {
  private let path: String
  private let writer: DatabaseQueue
  /// Reads go beside writes: the log keeps the moment they began at.
  private let reader: DatabaseQueue
  private let queue: WriteQueue
  /// Commits since the log was brought into the file.
  private let commits = Mutex(0)

  /// Opens the file of a store and brings its tables up to date.
  init(path: String) throws {
    self.path = path
    let queue = try WriteQueue(path: path)
    self.queue = queue
    do {
      (writer, reader) = try queue.inTurn {
        let writer = try DatabaseQueue(path: path, configuration: Self.configuration())
        try writer.inDatabase { connection in
          // With FULL every commit is on the disk when it returns, which WAL alone is not.
          try connection.execute(sql: "PRAGMA synchronous = FULL")
          // Who commits brings a long log into the file, and a scan would wait for it: that is
          // done between the scans (`tend`), and only by a commit where nobody does.
          try connection.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
          try connection.inTransaction(.immediate) {
            let taken = try Self.stepsTaken(connection)
            try Migration.run(after: taken) { try connection.execute(sql: $0) }
            return .commit
          }
        }
        let readonly = Self.configuration(readonly: true)
        return (writer, try DatabaseQueue(path: path, configuration: readonly))
      }
    } catch {
      throw StoreTrouble(error, at: path)
    }
  }

  /// Makes an empty file for a store, with the table that names its steps.
  static func create(path: String) throws {
    // Exclusively: of two who create the same store, one is told that it exists.
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      let error = errno
      guard error != EEXIST else {
        throw StoreTrouble(.exists, "There is something at \(path) already.")
      }
      throw StoreTrouble(
        .io, "No store could be created at \(path).",
        underlying: String(cString: strerror(error)))
    }
    Foundation.close(file)
    do {
      let connection = try DatabaseQueue(path: path, configuration: configuration())
      try connection.write { try $0.execute(sql: Migration.table) }
      // The file remembers it, whoever opens it next.
      try connection.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try connection.close()
    } catch {
      throw StoreTrouble(error, at: path)
    }
  }

  /// Makes sure that a file is a store before anything about it is changed.
  static func inspect(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreTrouble(.notAStore, "There is no store at \(path).")
    }
    do {
      // In turn, because the last one to close takes the log away.
      try WriteQueue(path: path).inTurn {
        let readonly = configuration(readonly: true)
        let connection = try DatabaseQueue(path: path, configuration: readonly)
        try connection.read { connection in
          guard try connection.tableExists("migration") else {
            throw StoreTrouble(.notAStore, "The file at \(path) is no store of this program.")
          }
          try Migration.run(after: try stepsTaken(connection)) { _ in }
        }
        try connection.close()
      }
    } catch {
      throw StoreTrouble(error, at: path)
    }
  }

  private static func stepsTaken(_ connection: GRDB.Database) throws -> [String] {
    try String.fetchAll(connection, sql: Statement.migrations.sql)
  }

  private static func configuration(readonly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.label = "pickway.store"
    configuration.foreignKeysEnabled = false
    // Only for those who do not stand in the queue, such as a tool that looks into the file.
    configuration.busyMode = .timeout(10)
    return configuration
  }

  func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
    do {
      return try reader.read { try body(SQLiteTransaction(connection: $0)) }
    } catch let error as DatabaseError {
      throw StoreTrouble(error, at: path)
    }
  }

  func write<T>(_ body: (any Transaction) throws -> Ending<T>) throws -> T {
    do {
      return try queue.inTurn {
        try writer.inDatabase { connection in
          var result: T?
          try connection.inTransaction(.immediate) {
            switch try body(SQLiteTransaction(connection: connection)) {
            case .commit(let value):
              result = value
              return .commit
            case .undo(let value):
              result = value
              return .rollback
            }
          }
          guard let result else { throw StoreTrouble(.io, "A transaction did not run.") }
          commits.withLock { $0 += 1 }
          return result
        }
      }
    } catch let error as DatabaseError {
      throw StoreTrouble(error, at: path)
    }
  }

  /// Brings the log into the file after so many commits of this process.
  ///
  /// As far as nobody reads or writes it just then; others go on meanwhile.
  func tend() {
    guard commits.withLock({ $0 >= Self.commitsPerTending }) else { return }
    commits.withLock { $0 = 0 }
    _ = try? writer.inDatabase { try $0.checkpoint(.passive) }
  }

  private static let commitsPerTending = 32

  func close() throws {
    do {
      // The last connection that closes brings the log into the file; only a writer can.
      try queue.inTurn {
        try reader.close()
        try writer.close()
      }
    } catch {
      throw StoreTrouble(error, at: path)
    }
  }
}
