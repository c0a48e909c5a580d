/// Terms made ready for many quotes: names of places as numbers, rows by destination.
///
/// Of a carrier's rows the one with the most specific destination wins (district, city, province,
/// anywhere), among those the most specific origin, among those the latest first day, among those
/// the one written last. `广东` and `广东省`, `深圳` and `深圳市` are the same place. A quote takes a
/// handful of look-ups whatever the number of rows.
public struct TariffBook: Sendable {
  /// A place in the numbers of one book, from `place(_:)`.
  public struct Place: Hashable, Sendable {
    var province: UInt32
    var city: UInt32
    var district: UInt32
  }

  /// The terms, in the order of the document.
  public let terms: [CarrierTerms]
  private let shelves: [TariffShelf]
  private let names: PlaceNames

  /// Makes a book of terms.
  public init(_ terms: [CarrierTerms]) {
    var names = PlaceNames()
    shelves = terms.map { TariffShelf($0, &names) }
    self.terms = terms
    self.names = names
  }

  /// Finds a place, once for many quotes to it.
  public func place(_ region: Region) -> Place { names.place(region) }

  /// What a parcel costs with the carrier at `index` of `terms`, or why it does not go.
  public func quote(_ consignment: Consignment, at index: Int) throws(Obstacle) -> Quote {
    try quote(
      consignment, from: place(consignment.from), to: place(consignment.to), at: index)
  }

  /// What a parcel costs between places already found.
  public func quote(
    _ consignment: Consignment, from: Place, to: Place, at index: Int
  ) throws(Obstacle) -> Quote {
    // Neither the terms nor the shelf is copied: that would count the references of all their parts.
    if shelves[index].bans.contains(to) { throw .banned(consignment.to) }
    if let heaviest = terms[index].heaviest, consignment.grams > heaviest {
      throw .tooHeavy(limit: heaviest)
    }
    let longestSide = consignment.millimeters.first ?? 0
    if let longest = terms[index].longest, longestSide > longest { throw .tooLong(limit: longest) }
    if !terms[index].refusedGoods.isEmpty,
      let refused = terms[index].refusedGoods.intersection(consignment.goods).min()
    {
      throw .goods(refused)
    }
    let volumetric =
      terms[index].divisor.map { (consignment.cubicCentimeters * 1000 + $0 - 1) / $0 } ?? 0
    let charged = terms[index].rounding.round(max(consignment.grams, volumetric))
    var quote = Quote(
      carrier: terms[index].carrier, grams: consignment.grams, volumetricGrams: volumetric,
      chargedGrams: charged)
    guard
      let row = shelves[index].row(
        from: from, to: to, consignment.day, consignment.shipping),
      let carriage = terms[index].rows[row].fen(charged)
    else { throw .noPrice }
    quote.carriage = carriage
    if consignment.codFen > 0 {
      guard let rate = terms[index].cod else { throw .noCOD }
      quote.cod = rate.fen(of: consignment.codFen)
    }
    if consignment.insuredFen > 0 {
      guard let rate = terms[index].insurance else { throw .noInsurance }
      quote.insurance = rate.fen(of: consignment.insuredFen)
    }
    if let fuel = terms[index].fuel { quote.fuel = fuel.fen(of: carriage) }
    if let oversize = terms[index].oversize, longestSide > oversize.millimeters {
      quote.oversize = oversize.fen
    }
    for place in shelves[index].remote.indices where shelves[index].remote[place].contains(to) {
      let (fen, fenPerKilogram) = (
        terms[index].remote[place].fen, terms[index].remote[place].fenPerKilogram
      )
      quote.remote = max(quote.remote, fen + (charged + 999) / 1000 * fenPerKilogram)
    }
    for peak in terms[index].peaks where peak.from <= consignment.day && consignment.day <= peak.to
    {
      quote.peak += peak.fen
    }
    return quote
  }
}
