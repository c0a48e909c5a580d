/// One price line of a carrier, in the shape the trade exchanges (KDNiao 2004): from where to where,
/// a first weight and what each further weight costs, or a list of weight bands.
public struct TariffRow: Hashable, Codable, Sendable {
  /// A weight and what a parcel up to it costs.
  public struct Band: Hashable, Codable, Sendable {
    /// The heaviest charged weight of the band, in grams.
    public var grams: Int
    /// What it costs, in fen.
    public var fen: Int

    /// Makes a band.
    public init(grams: Int, fen: Int) {
      self.grams = grams
      self.fen = fen
    }
  }

  /// Where parcels come from; empty parts mean any.
  public var from: Region
  /// Where they go; empty parts mean any.
  public var to: Region
  /// The kind of carriage, `1` land, `2` air; empty for any.
  public var shipping: String
  /// The first day it holds; nil since ever.
  public var validFrom: Day?
  /// The last day it holds; nil for ever.
  public var validTo: Day?
  /// The bands, lightest first; a first weight is a single band.
  public var bands: [Band]
  /// Above the last band: what each begun weight of these grams costs; nil when nothing goes
  /// above it.
  public var further: Band?

  /// Makes a row.
  public init(
    from: Region = Region(), to: Region = Region(), shipping: String = "", validFrom: Day? = nil,
    validTo: Day? = nil, bands: [Band], further: Band? = nil
  ) {
    self.from = from
    self.to = to
    self.shipping = shipping
    self.validFrom = validFrom
    self.validTo = validTo
    self.bands = bands
    self.further = further
  }

  /// What a charged weight costs in fen; nil above the heaviest.
  ///
  /// O(number of bands).
  public func fen(_ grams: Int) -> Int? {
    for band in bands where grams <= band.grams { return band.fen }
    guard let last = bands.last, let further else { return nil }
    let over = grams - last.grams
    return last.fen + (over + further.grams - 1) / further.grams * further.fen
  }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool {
    validFrom.map { $0 <= day } ?? true && validTo.map { day <= $0 } ?? true
  }
}
