extension Reader {
  /// The carriers whose own numbers are below their low-water mark.
  func lowNumbers() throws -> [Code<Carrier>: Int] {
    var low: [Code<Carrier>: Int] = [:]
    for carrier in try facts.carriers() where carrier.kind == .range {
      let left = try facts.numberRange(of: carrier.code).map(Pool.left) ?? 0
      if left < carrier.lowWater { low[carrier.code] = left }
    }
    return low
  }
}

/// Who would carry an order if its parcel were closed at a moment.
public struct CarriageAdvice: Hashable, Sendable {
  /// Who, and why; nil when nobody does.
  public var carriage: Carriage?
  /// All carriers that were weighed, the best first; none where no tariff has a word.
  public var candidates: [CarrierChoice.Candidate]
  /// The explanation, line by line.
  public var lines: [Name]
}

/// Says who would carry an order, and why; nil when there is no such order.
public func carriageAdvice(
  for number: Code<Order>, at moment: Timestamp, _ facts: some Facts
) throws -> CarriageAdvice? {
  guard let order = try facts.order(number) else { return nil }
  let rules = Rules(facts: facts, context: Context(id: "", session: nil, at: moment))
  let lines = try facts.lines(of: number)
  let decision = try rules.weighed(order, lines)
  var carriage: Carriage?
  do {
    carriage = try rules.carriage(of: order, lines)
  } catch is Refusal {
    carriage = nil
  }
  let said = decision?.lines.map { Name(zh: $0.zh, en: $0.en) } ?? carriage?.lines
  return CarriageAdvice(
    carriage: carriage, candidates: decision?.candidates ?? [],
    lines: said ?? [Name(zh: "没有运费表: 先 carrier tariffs", en: "no tariffs: load some first")])
}
