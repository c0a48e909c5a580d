import Planning
import Storage
import Warehouse

extension Answers {
  /// What the scale of a parcel's bench shows.
  func scale(of code: Code<Parcel>) throws -> ScaleView {
    let (bench, rules) = try store.read { facts in
      (try facts.parcel(code)?.workstation, try facts.benchRules())
    }
    guard let bench, let address = rules.scale(of: bench) else { return .none }
    return scales.view(
      of: bench, at: address, readings: rules.weighing?.readings ?? WeightRule().readings)
  }

  /// Which cartons the pieces of a parcel and those still in the totes go into, worked out outside
  /// the store's lock.
  func cartons(for code: Code<Parcel>) throws -> CartonAdvice {
    let (items, cartons) = try store.read { facts -> ([CartonItem], [CartonType]) in
      guard let parcel = try facts.parcel(code) else { return ([], []) }
      var counts: [Code<Product>: Int] = [:]
      let totes = try facts.totes(of: parcel.order).map { Holder.tote($0.code) }
      for holder in totes + [.parcel(code)] {
        for stock in try facts.stock(in: holder) {
          counts[stock.key.sku, default: 0] += stock.quantity
        }
      }
      let items = try counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        .compactMap { sku, count in
          try facts.product(sku).map { CartonItem($0, count: count) }
        }
      return (items, try facts.cartons())
    }
    let planner = CartonPlanner(cartons)
    let known = cartons.map(\.code)
    do throws(CartonPlanner.Trouble) {
      let proposals = try planner.propose(items)
      return CartonAdvice(
        proposed: proposals.map { proposal in
          ProposedCarton(
            code: proposal.carton.code, pieces: proposal.pieces.values.reduce(0, +),
            void: proposal.void)
        }, fitting: planner.holding(items).map(\.code), known: known)
    } catch {
      let sku: Code<Product>? =
        switch error {
        case .noCartons: nil
        case .tooLarge(let sku), .notMeasured(let sku): sku
        }
      return CartonAdvice(known: known, trouble: sku)
    }
  }
}
