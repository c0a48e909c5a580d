/// What a bench needs to know of an open parcel.
public struct BenchView: Hashable, Codable, Sendable {
  /// The parcel.
  public var parcel: Code<Parcel>
  /// The site's rules.
  public var rules: BenchRules
  /// How far it is packed.
  public var packing: ParcelPacking
  /// What it should weigh.
  public var expected: ExpectedWeight
  /// Whether nothing more goes into it.
  public var isWhole: Bool
  /// Pieces verified into it.
  public var pieces: Int
  /// Whether something fragile is in its order.
  public var isFragile: Bool
  /// Which carton is proposed; nil where none is asked for, or none is known.
  public var advice: CartonAdvice?
}

/// What a parcel should weigh, and why.
public struct ExpectedWeight: Hashable, Codable, Sendable {
  /// A part of it.
  public struct Part: Hashable, Codable, Sendable {
    /// What weighs.
    public var code: String
    /// How many of it.
    public var count: Int
    /// What they weigh together in grams.
    public var grams: Int
    /// Where the figure comes from.
    public var basis: Basis
  }

  /// Where a figure comes from.
  public enum Basis: Hashable, Codable, Sendable {
    /// The record of the product, carton or material.
    case record
    /// So many weighed parcels.
    case history(parcels: Int)
    /// Pieces that were weighed when they were picked.
    case picked
    /// The smallest carton by room; none was scanned.
    case assumed
  }

  /// All of it in grams.
  public var grams: Int
  /// The least that passes.
  public var least: Int
  /// The most that passes.
  public var most: Int
  /// Its parts.
  public var parts: [Part]
}

/// Which carton is proposed 装箱推荐.
public struct CartonAdvice: Hashable, Codable, Sendable {
  /// The cartons in order of their packing: the first is for this parcel.
  public var proposed: [ProposedCarton]
  /// Every carton that holds all that is left, by room.
  public var fitting: [Code<CartonType>]
  /// Every carton there is.
  public var known: [Code<CartonType>]
  /// The product that keeps a proposal from being made.
  public var trouble: Code<Product>?

  /// Makes an advice.
  public init(
    proposed: [ProposedCarton] = [], fitting: [Code<CartonType>] = [],
    known: [Code<CartonType>] = [], trouble: Code<Product>? = nil
  ) {
    self.proposed = proposed
    self.fitting = fitting
    self.known = known
    self.trouble = trouble
  }
}

/// A carton that is proposed.
public struct ProposedCarton: Hashable, Codable, Sendable {
  /// The carton.
  public var code: Code<CartonType>
  /// Pieces that go into it.
  public var pieces: Int
  /// The share of it that stays empty, in percent.
  public var void: Int

  /// Makes a proposal.
  public init(code: Code<CartonType>, pieces: Int, void: Int) {
    self.code = code
    self.pieces = pieces
    self.void = void
  }
}

/// What a bench's scale shows.
public enum ScaleView: Hashable, Codable, Sendable {
  /// The bench has no scale.
  case none
  /// Nothing lies on it.
  case empty
  /// It has not come to rest.
  case moving
  /// It rests; `load` is another one whenever something new was put on.
  case resting(grams: Int, load: Int)
  /// It tells no weight, and why.
  case fault(ScaleFault)
}

/// Why a scale tells no weight.
public enum ScaleFault: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nobody answers at its address, or the line was cut.
  case unplugged
  /// The line is there and nothing comes.
  case silent
  /// It never comes to rest.
  case unstable
  /// There is more on it than it can weigh.
  case overload
  /// It shows less than nothing.
  case negative
  /// It is set to another unit than kg or g.
  case unit
  /// What comes is no weight.
  case unreadable
}

/// What waits to be packed, the first to leave first.
public struct BenchQueue: Hashable, Codable, Sendable {
  /// An order that waits.
  public struct Entry: Hashable, Codable, Sendable {
    /// The order.
    public var order: Code<Order>
    /// The tote its pieces are in; nil when they lie together with others'.
    public var tote: Code<Tote>?
    /// When its truck leaves.
    public var cutOff: Timestamp
    /// Its pieces.
    public var pieces: Int
  }

  /// The first of them.
  public var entries: [Entry]
  /// How many there are.
  public var count: Int
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
}
