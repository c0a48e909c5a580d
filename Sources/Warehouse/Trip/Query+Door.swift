/// A cage with its carrier's name and what stands in it.
public struct CageLoad: Hashable, Codable, Sendable {
  /// The cage.
  public var cage: Cage
  /// The carrier's name.
  public var carrier: Name
  /// What stands in it.
  public var figures: CageFigures
}

/// A parcel that is to be sorted, and where it goes.
public struct SortView: Hashable, Codable, Sendable {
  /// The parcel.
  public var parcel: Code<Parcel>
  /// Its waybill number.
  public var waybill: String
  /// Its carrier.
  public var carrier: Code<Carrier>
  /// The carrier's name.
  public var name: Name
  /// The carrier's cages.
  public var cages: [CageLoad]
  /// The cage it stands in already.
  public var inside: Code<Cage>?
}

/// A carrier's pickup: its cages and what would be left behind.
public struct PickupView: Hashable, Codable, Sendable {
  /// The carrier.
  public var carrier: Code<Carrier>
  /// The carrier's name.
  public var name: Name
  /// The cage that was scanned.
  public var cage: Code<Cage>
  /// The carrier's cages that are not empty and not closed.
  public var cages: [CageLoad]
  /// Parcels of the carrier that are labelled, or in other cages, and due with these.
  public var late: LateView
}

/// Parcels that should go with a pickup and do not.
public struct LateView: Hashable, Codable, Sendable {
  /// The first of them, at most fifty.
  public var lines: [ManifestLine]
  /// How many there are.
  public var count: Int

  /// Makes a view of all of them.
  public init(_ lines: [ManifestLine]) {
    self.lines = Array(lines.prefix(50))
    count = lines.count
  }
}

/// A manifest with the names on it.
public struct ManifestView: Hashable, Codable, Sendable {
  /// The manifest.
  public var manifest: Manifest
  /// The carrier's name.
  public var name: Name
  /// What is left behind.
  public var late: LateView
}

/// Where a parcel stands after its label.
public enum ParcelPlace: Hashable, Codable, Sendable {
  /// In a cage, perhaps on a manifest that waits for its signature.
  case cage(Code<Cage>, Code<Manifest>?)
  /// Handed over with a manifest.
  case handedOver(Code<Manifest>)
  /// On its way, and how far its carrier says.
  case underway(Code<Manifest>, Journey.Stage)
}
