import CLock

/// The queue in front of a store's file: writers go in the order they came.
///
/// It is a courtesy before the engine's own lock, which still decides. Safe to use from several
/// threads; a process that is killed in its turn gives it back.
final class WriteQueue: @unchecked Sendable {
  /// What keeps the order.
  enum Kind: Int32 {
    /// The kernel's semaphore: strictly first come, first served.
    case semaphore
    /// A file lock, where there are no semaphores: no order is promised.
    case flock
  }

  // The C side guards itself; the pointer never changes.
  private let queue: OpaquePointer

  /// How long anybody waits for their turn, in milliseconds.
  static let patience: Int32 = 20_000

  /// Opens the queue of a file that is there.
  init(path: String, kind: Kind = .semaphore) throws {
    var opened: OpaquePointer?
    let error = write_queue_open(path, kind.rawValue, &opened)
    guard error == 0, let opened else {
      throw StoreTrouble(
        .io, "The write queue of \(path) could not be opened.", underlying: "errno \(error)")
    }
    queue = opened
  }

  deinit {
    write_queue_close(queue)
  }

  var kind: Kind { Kind(rawValue: write_queue_kind(queue)) ?? .flock }

  /// How many wait now; nil where that cannot be told.
  var waiting: Int? {
    let count = write_queue_waiting(queue)
    return count < 0 ? nil : Int(count)
  }

  /// Runs a body in its turn.
  func inTurn<T>(patience: Int32 = WriteQueue.patience, _ body: () throws -> T) throws -> T {
    let error = write_queue_enter(queue, patience)
    guard error == 0 else {
      throw StoreTrouble(
        .busy, "Others have been writing to the store for \(patience / 1000) seconds.",
        underlying: "errno \(error)")
    }
    defer { _ = write_queue_leave(queue) }
    return try body()
  }
}
