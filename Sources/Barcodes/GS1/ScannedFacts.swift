/// What the floor wants to know of one scan, or of several of the same thing put together.
///
/// A label may spread its facts over several symbols, read in any order; `merging(_:)` joins them
/// and refuses contradictions.
public struct ScannedFacts: Hashable, Sendable {
  /// All the elements, each once, in the order they came; an item number stands as AI 01.
  public internal(set) var elements: [GS1Element] = []
  /// The item (AI 01, or the number of an EAN, UPC or ITF-14 symbol).
  public internal(set) var gtin: GTIN?
  /// The items inside a logistic unit (AI 02).
  public internal(set) var contentGTIN: GTIN?
  /// The logistic unit (AI 00).
  public internal(set) var sscc: SSCC?
  /// Batch or lot (AI 10).
  public internal(set) var lot: String?
  /// Serial number of the item (AI 21).
  public internal(set) var serial: String?
  /// Two-digit variant (AI 20).
  public internal(set) var variant: String?
  /// Customer's order number (AI 400).
  public internal(set) var order: String?
  /// Country of origin by its ISO 3166 number (AI 422).
  public internal(set) var origin: String?
  /// Use by (AI 17, or the day of AI 7003).
  public internal(set) var expiry: GS1Date?
  /// The hour and minute of expiry as `HH:MM` (AI 7003).
  public internal(set) var expiryTime: String?
  /// Best before (AI 15).
  public internal(set) var bestBefore: GS1Date?
  /// Produced (AI 11).
  public internal(set) var production: GS1Date?
  /// Packed (AI 13).
  public internal(set) var packaging: GS1Date?
  /// Sell by (AI 16).
  public internal(set) var sellBy: GS1Date?
  /// How many items: in the unit (AI 37), or of an item of variable count (AI 30).
  public internal(set) var count: Int?
  /// Weights, sizes and volumes, in order.
  public internal(set) var measures: [ScannedMeasure] = []
  /// Price of an item of variable measure (AI 392n, 393n).
  public internal(set) var price: ScannedAmount?
  /// Amount payable or coupon value (AI 390n, 391n).
  public internal(set) var amount: ScannedAmount?

  /// No facts.
  public init() {}

  /// The net weight of the item in grams, exact; nil unless it was given in kilograms (AI 310n).
  public var weightGrams: ScannedDecimal? {
    measures.grams(logistic: false)
  }

  /// The gross weight of the logistic unit in grams, exact (AI 330n).
  public var grossWeightGrams: ScannedDecimal? {
    measures.grams(logistic: true)
  }

  /// The facts of a message; two-digit years are taken near `year`.
  public init(_ message: GS1Message, nearYear year: Int) {
    if !message.item.isEmpty {
      let item = GTIN(verified: String(decoding: message.item, as: UTF8.self))
      gtin = item
      elements.append(GS1Element(ai: "01", value: item.digits))
    }
    elements.reserveCapacity(message.slots.count + 1)
    for (index, slot) in message.slots.enumerated() {
      if message.slots[..<index].contains(where: { $0.code == slot.code }) { continue }
      let value = message.text(slot.value)
      elements.append(GS1Element(ai: slot.code.description, value: value))
      note(slot.code, value, message.bytes.span.extracting(slot.value), year)
    }
  }

  /// The hour and minute at the end of a value YYMMDDHHMM.
  static func time(_ value: String) -> String {
    value.dropFirst(6).prefix(2) + ":" + value.suffix(2)
  }

  private mutating func note(_ code: AICode, _ value: String, _ bytes: Span<UInt8>, _ year: Int) {
    switch (code.digits, code.value) {
    case (2, 0): sscc = SSCC(verified: value)
    case (2, 1): gtin = gtin ?? GTIN(verified: value)
    case (2, 2): contentGTIN = GTIN(verified: value)
    case (2, 10): lot = value
    case (2, 11): production = GS1Date(yymmdd: bytes, nearYear: year)
    case (2, 13): packaging = GS1Date(yymmdd: bytes, nearYear: year)
    case (2, 15): bestBefore = GS1Date(yymmdd: bytes, nearYear: year)
    case (2, 16): sellBy = GS1Date(yymmdd: bytes, nearYear: year)
    case (2, 17): expiry = GS1Date(yymmdd: bytes, nearYear: year)
    case (2, 20): variant = value
    case (2, 21): serial = value
    case (2, 30): count = count ?? Int(value)
    case (2, 37): count = Int(value)
    case (3, 400): order = value
    case (3, 422): origin = value
    case (4, 3_100..<3_700):
      if let measure = ScannedMeasure(code, bytes) { measures.append(measure) }
    case (4, 3_900..<3_940):
      guard let found = ScannedAmount(code, bytes) else { return }
      if found.isPrice { price = found } else { amount = found }
    case (4, 7_003):
      expiry = expiry ?? GS1Date(yymmdd: bytes, nearYear: year)
      expiryTime = ScannedFacts.time(value)
    default: break
    }
  }
}
