/// What we agreed with one carrier: prices, how it weighs, what it adds and what it does not do.
public struct CarrierTerms: Hashable, Codable, Sendable {
  /// A share of an amount, in ten-thousandths, between a least and a most.
  public struct Rate: Hashable, Codable, Sendable {
    /// Ten-thousandths: 100 is one percent.
    public var permyriad: Int
    /// The least, in fen.
    public var least: Int
    /// The most, in fen; nil for no limit.
    public var most: Int?

    /// Makes a rate.
    public init(permyriad: Int, least: Int = 0, most: Int? = nil) {
      self.permyriad = permyriad
      self.least = least
      self.most = most
    }

    /// The share of an amount in fen, half a fen rounded up.
    public func fen(of amount: Int) -> Int {
      let share = (amount * permyriad + 5000) / 10_000
      return min(max(share, least), most ?? .max)
    }
  }

  /// What a place far away costs on top.
  public struct Remote: Hashable, Codable, Sendable {
    /// The places.
    public var regions: [Region]
    /// In fen, each parcel.
    public var fen: Int
    /// In fen, each begun kilogram of the charged weight.
    public var fenPerKilogram: Int

    /// Makes a surcharge.
    public init(regions: [Region], fen: Int, fenPerKilogram: Int = 0) {
      self.regions = regions
      self.fen = fen
      self.fenPerKilogram = fenPerKilogram
    }
  }

  /// What the days of a rush cost on top.
  public struct Peak: Hashable, Codable, Sendable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// In fen, each parcel.
    public var fen: Int

    /// Makes a surcharge.
    public init(from: Day, to: Day, fen: Int) {
      self.from = from
      self.to = to
      self.fen = fen
    }
  }

  /// What a long parcel costs on top.
  public struct Oversize: Hashable, Codable, Sendable {
    /// The longest side without it, in millimeters.
    public var millimeters: Int
    /// In fen, each parcel.
    public var fen: Int

    /// Makes a surcharge.
    public init(millimeters: Int, fen: Int) {
      self.millimeters = millimeters
      self.fen = fen
    }
  }

  /// The carrier.
  public var carrier: Code<Carrier>
  /// Its prices.
  public var rows: [TariffRow]
  /// Cubic centimeters that count as a kilogram; nil when volume does not count.
  public var divisor: Int?
  /// How it rounds weights.
  public var rounding: Rounding
  /// How many hours it usually takes; the faster one wins among equals.
  public var hours: Int
  /// What it adds for cash on delivery; nil when it collects no cash.
  public var cod: Rate?
  /// What it adds for insurance; nil when it insures nothing.
  public var insurance: Rate?
  /// What it adds for fuel, on the carriage alone; nil for nothing.
  public var fuel: Rate?
  /// What places far away cost on top.
  public var remote: [Remote]
  /// What the days of a rush cost on top.
  public var peaks: [Peak]
  /// What a long parcel costs on top.
  public var oversize: Oversize?
  /// Where it does not go.
  public var bans: [Region]
  /// Kinds of goods it does not take: `liquid`, `battery`.
  public var refusedGoods: Set<String>
  /// The heaviest parcel in grams; nil for no limit.
  public var heaviest: Int?
  /// The longest side in millimeters; nil for no limit.
  public var longest: Int?
  /// How many parcels it takes a day; nil for no limit.
  public var quota: Int?

  /// Makes terms.
  public init(
    carrier: Code<Carrier>, rows: [TariffRow], divisor: Int? = nil, rounding: Rounding = .kilograms,
    hours: Int = 72, cod: Rate? = nil, insurance: Rate? = nil, fuel: Rate? = nil,
    remote: [Remote] = [], peaks: [Peak] = [], oversize: Oversize? = nil, bans: [Region] = [],
    refusedGoods: Set<String> = [], heaviest: Int? = nil, longest: Int? = nil, quota: Int? = nil
  ) {
    self.carrier = carrier
    self.rows = rows
    self.divisor = divisor
    self.rounding = rounding
    self.hours = hours
    self.cod = cod
    self.insurance = insurance
    self.fuel = fuel
    self.remote = remote
    self.peaks = peaks
    self.oversize = oversize
    self.bans = bans
    self.refusedGoods = refusedGoods
    self.heaviest = heaviest
    self.longest = longest
    self.quota = quota
  }
}
