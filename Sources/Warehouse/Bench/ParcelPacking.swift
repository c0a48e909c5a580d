/// How a parcel was packed: its carton and material, its weight, and whether its label is on it.
///
/// It stands beside the parcel's own record, and only where a site asks for any of it.
public struct ParcelPacking: Hashable, Codable, Sendable {
  /// Portions of a material.
  public struct Used: Hashable, Codable, Sendable {
    /// The material.
    public var code: Code<PackingMaterial>
    /// How many portions.
    public var count: Int

    /// Makes a use.
    public init(code: Code<PackingMaterial>, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// The parcel.
  public var parcel: Code<Parcel>
  /// The carton, once it was scanned.
  public var carton: Code<CartonType>?
  /// The carton that was proposed, where another one was taken.
  public var insteadOf: Code<CartonType>?
  /// Why another one was taken.
  public var cartonReason: CartonReason?
  /// The material, by code.
  public var materials: [Used]
  /// What the material weighs in grams.
  public var materialGrams: Int
  /// Whether the carton is full: the rest of its order goes into the next one.
  public var isFull: Bool
  /// Whether it was packed without a look at each piece.
  public var isSealed: Bool
  /// Its weight, once it is accepted.
  public var weight: ParcelWeight?
  /// When its label was scanned on it.
  public var proven: Timestamp?

  /// Makes a record of a parcel of which nothing is known.
  public init(
    parcel: Code<Parcel>, carton: Code<CartonType>? = nil, insteadOf: Code<CartonType>? = nil,
    cartonReason: CartonReason? = nil, materials: [Used] = [], materialGrams: Int = 0,
    isFull: Bool = false, isSealed: Bool = false, weight: ParcelWeight? = nil,
    proven: Timestamp? = nil
  ) {
    self.parcel = parcel
    self.carton = carton
    self.insteadOf = insteadOf
    self.cartonReason = cartonReason
    self.materials = materials
    self.materialGrams = materialGrams
    self.isFull = isFull
    self.isSealed = isSealed
    self.weight = weight
    self.proven = proven
  }
}

/// The weight a parcel was accepted with.
public struct ParcelWeight: Hashable, Codable, Sendable {
  /// What it weighs in grams.
  public var grams: Int
  /// What it was expected to weigh.
  public var expected: Int
  /// The least that passed.
  public var least: Int
  /// The most that passed.
  public var most: Int
  /// Where the figure came from.
  public var source: WeightSource
  /// The supervisor who let it pass outside of that; nil when it was inside.
  public var approver: Code<Operator>?
  /// Why it was let pass.
  public var reason: WeightReason?

  /// Makes a weight.
  public init(
    grams: Int, expected: Int, least: Int, most: Int, source: WeightSource,
    approver: Code<Operator>? = nil, reason: WeightReason? = nil
  ) {
    self.grams = grams
    self.expected = expected
    self.least = least
    self.most = most
    self.source = source
    self.approver = approver
    self.reason = reason
  }
}

/// Where a weight came from.
public enum WeightSource: String, Hashable, Codable, Sendable, CaseIterable {
  /// From the bench's scale.
  case scale
  /// Somebody typed it.
  case keyed
}

/// Why a supervisor lets a parcel pass that does not weigh what it should.
public enum WeightReason: String, Hashable, Codable, Sendable, CaseIterable {
  /// Every piece was looked at again.
  case checked
  /// The record of a product's weight is wrong: history learns from this parcel.
  case bookWrong
  /// More or other material than usual.
  case material
  /// The scale cannot be trusted.
  case scaleOff
}

/// Why another carton than the proposed one was taken.
public enum CartonReason: String, Hashable, Codable, Sendable, CaseIterable {
  /// There are none of those.
  case noneLeft
  /// The pieces do not go in as computed.
  case doesNotFit
  /// They need more protection.
  case protection
}

/// What pieces of a product weighed in parcels that held nothing else.
public struct LearnedWeight: Hashable, Codable, Sendable {
  /// The product.
  public var sku: Code<Product>
  /// Parcels it was learned from.
  public var parcels: Int
  /// Their pieces.
  public var pieces: Int
  /// What those weighed in grams.
  public var grams: Int

  /// Makes a weight.
  public init(sku: Code<Product>, parcels: Int = 0, pieces: Int = 0, grams: Int = 0) {
    self.sku = sku
    self.parcels = parcels
    self.pieces = pieces
    self.grams = grams
  }

  /// So many parcels are remembered; then both sums are halved, so that newer ones count for more.
  public static let memory = 40

  /// Takes a parcel's pieces in.
  public mutating func learn(pieces more: Int, grams: Int) {
    if parcels >= Self.memory {
      parcels /= 2
      pieces /= 2
      self.grams /= 2
    }
    parcels += 1
    pieces += more
    self.grams += grams
  }

  /// What so many pieces weigh.
  public func weight(of count: Int) -> Int { (grams * count + pieces / 2) / max(1, pieces) }
}
