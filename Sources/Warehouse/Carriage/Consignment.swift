/// A parcel as far as its price is concerned.
public struct Consignment: Hashable, Codable, Sendable {
  /// Where it comes from.
  public var from: Region
  /// Where it goes.
  public var to: Region
  /// Its weight in grams.
  public var grams: Int
  /// Its sides in millimeters, the longest first; zeros when unknown.
  public var millimeters: [Int]
  /// Its volume in cubic centimeters.
  public var cubicCentimeters: Int
  /// What is collected on delivery, in fen; 0 for nothing.
  public var codFen: Int
  /// The insured value in fen; 0 for none.
  public var insuredFen: Int
  /// Kinds of goods that matter to carriers: `liquid`, `battery`.
  public var goods: Set<String>
  /// The channel the order came by.
  public var channel: String
  /// The carrier the platform or customer insists on; nil for any.
  public var designated: Code<Carrier>?
  /// The kind of carriage wished for, as in the rows; empty for any.
  public var shipping: String
  /// The day it is sent.
  public var day: Day

  /// Makes a consignment from its sides in millimeters, in any order.
  public init(
    from: Region, to: Region, grams: Int, sides: (Int, Int, Int) = (0, 0, 0), codFen: Int = 0,
    insuredFen: Int = 0, goods: Set<String> = [], channel: String = "",
    designated: Code<Carrier>? = nil, shipping: String = "", day: Day
  ) {
    self.from = from
    self.to = to
    self.grams = grams
    millimeters = [sides.0, sides.1, sides.2].sorted(by: >)
    cubicCentimeters = (sides.0 * sides.1 * sides.2 + 999) / 1000
    self.codFen = codFen
    self.insuredFen = insuredFen
    self.goods = goods
    self.channel = channel
    self.designated = designated
    self.shipping = shipping
    self.day = day
  }
}
