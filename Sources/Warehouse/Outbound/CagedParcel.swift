/// A parcel that stands in a cage.
public struct CagedParcel: Hashable, Codable, Sendable {
  /// The parcel.
  public var parcel: Code<Parcel>
  /// The cage.
  public var cage: Code<Cage>
  /// What it weighs, in grams.
  public var grams: Int
  /// Who put it in.
  public var badge: Code<Operator>
  /// When.
  public var since: Timestamp
  /// The manifest it is on, once its cage is closed.
  public var manifest: Code<Manifest>?

  /// Makes a parcel in a cage.
  public init(
    parcel: Code<Parcel>, cage: Code<Cage>, grams: Int, badge: Code<Operator>, since: Timestamp,
    manifest: Code<Manifest>? = nil
  ) {
    self.parcel = parcel
    self.cage = cage
    self.grams = grams
    self.badge = badge
    self.since = since
    self.manifest = manifest
  }
}

/// How much stands in a cage.
public struct CageFigures: Hashable, Codable, Sendable {
  /// Parcels.
  public var parcels: Int
  /// What they weigh together, in grams.
  public var grams: Int
  /// The manifest that waits for a signature, once the cage is closed.
  public var manifest: Code<Manifest>?

  /// Makes figures; an empty cage has none.
  public init(parcels: Int = 0, grams: Int = 0, manifest: Code<Manifest>? = nil) {
    self.parcels = parcels
    self.grams = grams
    self.manifest = manifest
  }
}
