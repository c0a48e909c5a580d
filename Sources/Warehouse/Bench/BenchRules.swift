/// What a site asks of its packers besides the verification of every piece; without arguments nothing.
public struct BenchRules: Hashable, Codable, Sendable {
  /// Whether every parcel is weighed before its label, and how far off it may be.
  public var weighing: WeightRule?
  /// The scale of each bench: `tcp:HOST:PORT` or `serial:DEVICE@BAUD`.
  public var scales: [BenchScale]
  /// Whether the carton of every parcel is scanned.
  public var cartons: Bool
  /// What cartons are filled and closed with.
  public var materials: [PackingMaterial]
  /// Whether every label is scanned back on its parcel.
  public var proof: Bool
  /// Where a tote scanned twice is packed without a look at each piece; nil nowhere.
  public var sealAll: SealRule?

  /// Makes rules; without arguments nothing is asked.
  public init(
    weighing: WeightRule? = nil, scales: [BenchScale] = [], cartons: Bool = false,
    materials: [PackingMaterial] = [], proof: Bool = false, sealAll: SealRule? = nil
  ) {
    self.weighing = weighing
    self.scales = scales
    self.cartons = cartons
    self.materials = materials
    self.proof = proof
    self.sealAll = sealAll
  }

  /// Whether a parcel needs more than its pieces before it can be closed.
  public var asks: Bool { weighing != nil || cartons }

  /// The scale of a bench.
  public func scale(of bench: Code<Workstation>) -> String? {
    scales.first { $0.bench == bench }?.address
  }

  /// A packing material by its code.
  public func material(_ code: String) -> PackingMaterial? {
    materials.first { $0.code.rawValue == code }
  }
}

/// How far a parcel may be from what it should weigh, and when history is believed.
public struct WeightRule: Hashable, Codable, Sendable {
  /// Grams it may always be off.
  public var grams: Int
  /// Percent of what it should weigh that it may be off; the larger of both counts.
  public var percent: Int
  /// After so many weighed parcels a product weighs what it did there, not what its record says.
  public var learnAfter: Int
  /// Equal stable readings in a row that make a weight.
  public var readings: Int

  /// Makes a rule.
  public init(grams: Int = 30, percent: Int = 3, learnAfter: Int = 5, readings: Int = 3) {
    self.grams = grams
    self.percent = percent
    self.learnAfter = learnAfter
    self.readings = readings
  }

  /// The weights that pass where so many grams are expected.
  public func range(around expected: Int) -> ClosedRange<Int> {
    let off = max(grams, (expected * percent + 99) / 100)
    return max(0, expected - off)...expected + off
  }
}

/// The scale of a bench.
public struct BenchScale: Hashable, Codable, Sendable {
  /// The bench.
  public var bench: Code<Workstation>
  /// How it is reached: `tcp:HOST:PORT` or `serial:DEVICE@BAUD`.
  public var address: String

  /// Makes a scale.
  public init(bench: Code<Workstation>, address: String) {
    self.bench = bench
    self.address = address
  }
}

/// What a carton is filled or closed with 包材.
public struct PackingMaterial: Hashable, Codable, Sendable {
  /// Its code, as it is scanned.
  public var code: Code<PackingMaterial>
  /// Its name.
  public var name: Name
  /// What one portion weighs in grams.
  public var grams: Int
  /// Whether it is proposed where something fragile is inside.
  public var forFragile: Bool
  /// From which void on it is proposed, in percent; nil never for that.
  public var fromVoid: Int?

  /// Makes a material.
  public init(
    code: Code<PackingMaterial>, name: Name, grams: Int, forFragile: Bool = false,
    fromVoid: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.grams = grams
    self.forFragile = forFragile
    self.fromVoid = fromVoid
  }
}

/// Which orders may be packed without a look at each piece; every limit that is named holds.
public struct SealRule: Hashable, Codable, Sendable {
  /// The zones all its pieces came from; empty is any.
  public var zones: [Code<Zone>]
  /// The channels it came by; empty is any.
  public var channels: [String]
  /// The most pieces; nil is any number.
  public var mostPieces: Int?
  /// The most it may be worth in fen; nil is any value.
  public var mostValue: Int?

  /// Makes a rule; without arguments every order may.
  public init(
    zones: [Code<Zone>] = [], channels: [String] = [], mostPieces: Int? = nil, mostValue: Int? = nil
  ) {
    self.mostValue = mostValue
    self.zones = zones
    self.channels = channels
    self.mostPieces = mostPieces
  }
}
