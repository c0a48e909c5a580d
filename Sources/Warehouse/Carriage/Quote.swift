/// What a parcel costs with one carrier, part by part.
///
/// Money is in fen, weights are in grams.
public struct Quote: Hashable, Codable, Sendable {
  /// The carrier.
  public var carrier: Code<Carrier>
  /// The weight on the scale.
  public var grams: Int
  /// The weight by volume; 0 when volume does not count.
  public var volumetricGrams: Int
  /// The weight that is charged.
  public var chargedGrams: Int
  /// The carriage alone.
  public var carriage = 0
  /// For a place far away.
  public var remote = 0
  /// For cash on delivery.
  public var cod = 0
  /// For insurance.
  public var insurance = 0
  /// For a long parcel.
  public var oversize = 0
  /// For fuel.
  public var fuel = 0
  /// For the days of a rush.
  public var peak = 0

  /// All of it.
  public var total: Int { carriage + remote + cod + insurance + oversize + fuel + peak }

  init(carrier: Code<Carrier>, grams: Int, volumetricGrams: Int, chargedGrams: Int) {
    self.carrier = carrier
    self.grams = grams
    self.volumetricGrams = volumetricGrams
    self.chargedGrams = chargedGrams
  }
}

/// Why a carrier does not come into question for a parcel.
public enum Obstacle: Error, Hashable, Codable, Sendable {
  /// The platform or customer insists on another carrier.
  case notDesignated(Code<Carrier>)
  /// A rule of the site says so.
  case ruled(String)
  /// It does not go there.
  case banned(Region)
  /// It has no price for the way, the weight or the day.
  case noPrice
  /// It collects no cash.
  case noCOD
  /// It insures nothing.
  case noInsurance
  /// It does not take such goods.
  case goods(String)
  /// It takes at most so many grams.
  case tooHeavy(limit: Int)
  /// It takes at most so many millimeters.
  case tooLong(limit: Int)
  /// It took as many parcels today as agreed.
  case quotaFull(Int)
  /// It has no waybill numbers left.
  case noNumbers
}
