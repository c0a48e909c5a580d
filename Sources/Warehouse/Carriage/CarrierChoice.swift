/// A rule of the site about who carries what.
public struct ChoiceRule: Hashable, Codable, Sendable {
  /// What it is called when it decides.
  public var name: String
  /// Destinations it is for; empty for all.
  public var to: [Region]
  /// The lightest parcel it is for, in grams; nil for any.
  public var fromGrams: Int?
  /// The heaviest parcel it is for, in grams; nil for any.
  public var toGrams: Int?
  /// Whether it is for parcels with cash on delivery, for those without, or for both.
  public var cod: Bool?
  /// The channels it is for; empty for all.
  public var channels: Set<String>
  /// The kinds of goods it is for; empty for all.
  public var goods: Set<String>
  /// The only carriers that may be used; empty for no such limit.
  public var use: Set<Code<Carrier>>
  /// The carriers that may not be used.
  public var avoid: Set<Code<Carrier>>

  /// Makes a rule.
  public init(
    name: String, to: [Region] = [], fromGrams: Int? = nil, toGrams: Int? = nil, cod: Bool? = nil,
    channels: Set<String> = [], goods: Set<String> = [], use: Set<Code<Carrier>> = [],
    avoid: Set<Code<Carrier>> = []
  ) {
    self.name = name
    self.to = to
    self.fromGrams = fromGrams
    self.toGrams = toGrams
    self.cod = cod
    self.channels = channels
    self.goods = goods
    self.use = use
    self.avoid = avoid
  }

  /// Whether it forbids a carrier.
  func forbids(_ carrier: Code<Carrier>) -> Bool {
    avoid.contains(carrier) || (!use.isEmpty && !use.contains(carrier))
  }
}

/// Chooses who carries a parcel: by rule first, then by cost, and says why line by line.
public struct CarrierChoice: Sendable {
  /// One carrier and what was said about it.
  public struct Candidate: Hashable, Sendable {
    /// The carrier.
    public var carrier: Code<Carrier>
    /// What it would cost; nil when it does not come into question.
    public var quote: Quote?
    /// Why it does not; nil when it does.
    public var obstacle: Obstacle?
  }

  /// What was chosen and why.
  public struct Decision: Hashable, Sendable {
    /// The price of the one chosen; nil when nobody can carry it.
    public var chosen: Quote?
    /// All carriers, the best first, those ruled out last.
    public var candidates: [Candidate]
    /// The explanation, line by line.
    public var lines: [Wording]
  }

  /// The prices.
  public let book: TariffBook
  /// The rules, all of which must be met.
  public let rules: [ChoiceRule]
  /// The places of each rule, and their names.
  private let places: [(places: [TariffBook.Place], names: PlaceNames)]

  /// Makes a choice of prices and rules.
  public init(_ document: TariffDocument) {
    let book = TariffBook(document.carriers)
    self.book = book
    rules = document.rules
    places = document.rules.map { rule in
      var names = PlaceNames()
      return (rule.to.map { names.add($0) }, names)
    }
  }

  /// Chooses for a parcel; `used` is how many parcels each carrier was given today, `spent`
  /// are those without waybill numbers.
  ///
  /// The cheapest wins; among equals the faster one, then the one with more of its quota left, then
  /// the first by code.
  public func choose(
    _ consignment: Consignment, used: [Code<Carrier>: Int] = [:], spent: Set<Code<Carrier>> = []
  ) -> Decision {
    let (from, to) = (book.place(consignment.from), book.place(consignment.to))
    let rules = self.rules.indices.filter { applies($0, consignment) }.map { self.rules[$0] }
    var candidates: [(candidate: Candidate, terms: CarrierTerms)] = []
    for (index, terms) in book.terms.enumerated() {
      var candidate = Candidate(carrier: terms.carrier)
      do throws(Obstacle) {
        if let designated = consignment.designated, designated != terms.carrier {
          throw .notDesignated(designated)
        }
        if let rule = rules.first(where: { $0.forbids(terms.carrier) }) { throw .ruled(rule.name) }
        if spent.contains(terms.carrier) { throw .noNumbers }
        if let quota = terms.quota, used[terms.carrier] ?? 0 >= quota { throw .quotaFull(quota) }
        candidate.quote = try book.quote(consignment, from: from, to: to, at: index)
      } catch {
        candidate.obstacle = error
      }
      candidates.append((candidate, terms))
    }
    candidates.sort { left, right in
      guard let first = left.candidate.quote, let second = right.candidate.quote else {
        let (hasFirst, hasSecond) = (left.candidate.quote != nil, right.candidate.quote != nil)
        return hasFirst == hasSecond
          ? left.terms.carrier < right.terms.carrier : hasFirst
      }
      let shares = [left.terms, right.terms].map { terms in
        terms.quota.map { (used[terms.carrier] ?? 0) * 1000 / max(1, $0) } ?? 0
      }
      return (first.total, left.terms.hours, shares[0], left.terms.carrier)
        < (second.total, right.terms.hours, shares[1], right.terms.carrier)
    }
    let sorted = candidates.map(\.candidate)
    return Decision(
      chosen: sorted.first?.quote, candidates: sorted,
      lines: Self.lines(sorted, hours: candidates.first?.terms.hours ?? 0))
  }

  private func applies(_ index: Int, _ consignment: Consignment) -> Bool {
    let rule = rules[index]
    if let least = rule.fromGrams, consignment.grams < least { return false }
    if let most = rule.toGrams, consignment.grams > most { return false }
    if let cod = rule.cod, cod != (consignment.codFen > 0) { return false }
    if !rule.channels.isEmpty && !rule.channels.contains(consignment.channel) { return false }
    if !rule.goods.isEmpty && rule.goods.isDisjoint(with: consignment.goods) { return false }
    guard !rule.to.isEmpty else { return true }
    let to = places[index].names.place(consignment.to)
    return places[index].places.contains { $0.holds(to) }
  }
}
