import Warehouse

/// What benches are asked for and what they know, in memory.
struct BenchTables {
  let rules = MemoryTable<String, BenchRules>()
  let packings = MemoryTable<Code<Parcel>, Journalled<ParcelPacking>>()
  let learned = MemoryTable<Code<Product>, LearnedWeight>()

  var all: [any Revertible] { [rules, packings, learned] }
}

extension MemoryBooks {
  func benchRules() throws -> BenchRules { bench.rules["site"] ?? BenchRules() }
  func packing(of parcel: Code<Parcel>) throws -> ParcelPacking? {
    bench.packings[parcel]?.record
  }
  func learnedWeight(of sku: Code<Product>) throws -> LearnedWeight? { bench.learned[sku] }
  func learnedWeights() throws -> [LearnedWeight] { bench.learned.sorted }

  func benchViolations() -> [Violation] {
    var found: [Violation] = []
    let packings = bench.packings.sorted.map(\.record)
    for packing in packings {
      guard let grams = packing.weight?.grams, let parcel = parcelTable[packing.parcel]?.record,
        [.closed, .shipped].contains(parcel.state), parcel.grams != grams
      else { continue }
      found.append(
        Violation(.weight, packing.parcel.rawValue, expected: grams, found: parcel.grams))
    }
    for packing in packings {
      guard let weight = packing.weight else { continue }
      let passes = (weight.least...max(weight.least, weight.most)).contains(weight.grams)
      let isLetPass = weight.approver != nil && weight.reason != nil
      guard !passes && !isLetPass || (weight.approver == nil) != (weight.reason == nil) else {
        continue
      }
      found.append(
        Violation(
          .weight, packing.parcel.rawValue, expected: weight.expected, found: weight.grams))
    }
    for parcel in parcelTable.sorted.map(\.record)
    where parcel.state == .open || parcel.state == .waiting {
      if let state = orders[parcel.order]?.state, state == .packed || state == .shipped {
        found.append(Violation(.parcels, parcel.code.rawValue, expected: 0, found: 1))
      }
    }
    for parcel in parcelTable.sorted.map(\.record)
    where parcel.state == .open || parcel.state == .waiting {
      if bench.packings[parcel.code]?.record.proven != nil {
        found.append(Violation(.proof, parcel.code.rawValue, expected: 0, found: 1))
      }
    }
    var missing: [String] = []
    for packing in packings where parcelTable[packing.parcel] == nil {
      missing.append("parcel_packing refers to parcel \(packing.parcel)")
    }
    for learned in bench.learned.sorted where products[learned.sku] == nil {
      missing.append("learned_weight refers to product \(learned.sku)")
    }
    return found + missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
