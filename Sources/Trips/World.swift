public import Storage
public import Warehouse

/// What every trip begins from: a prepared store, made anew for each, and the time it is then.
///
/// A world in memory builds its store again; one on SQLite copies a file that was prepared once.
public struct World: Sendable {
  /// A store made for one trip.
  public struct Ground: Sendable {
    /// The store.
    public var store: any Store
    /// The file of the store; nil in memory.
    public var file: String?
    /// The folder in which relative spool folders begin.
    public var folder: String

    /// Makes a ground; the folder must exist.
    public init(store: any Store, file: String? = nil, folder: String) {
      self.store = store
      self.file = file
      self.folder = folder
    }
  }

  /// When trips begin; whole minutes.
  public var start: Timestamp
  /// Makes a store that no other trip has.
  public var makeGround: @Sendable () throws -> Ground

  /// Makes a world.
  public init(start: Timestamp, makeGround: @escaping @Sendable () throws -> Ground) {
    self.start = start
    self.makeGround = makeGround
  }
}
