/// A roll cage 笼车 that a carrier's parcels wait in for its truck.
public struct Cage: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Cage>
  /// The carrier whose parcels go into it.
  public var carrier: Code<Carrier>
  /// The dock it stands at, where it has one.
  public var dock: Code<Dock>?

  /// Makes a cage.
  public init(code: Code<Cage>, carrier: Code<Carrier>, dock: Code<Dock>? = nil) {
    self.code = code
    self.carrier = carrier
    self.dock = dock
  }
}

/// A gate where trucks are loaded.
public enum Dock {}
