import Warehouse

extension Facts {
  /// What is in a parcel, in the order of its order's lines: for its label and its waybill.
  func goods(of parcel: Parcel) throws -> [(sku: Code<Product>, count: Int)] {
    let lines = try lines(of: parcel.order).filter { $0.packed > 0 }
    let others = try parcels(of: parcel.order).contains {
      $0.code != parcel.code && $0.state != .void
    }
    guard others else { return lines.map { ($0.sku, $0.packed) } }
    var inside: [Code<Product>: Int] = [:]
    for stock in try stock(in: .parcel(parcel.code)) {
      inside[stock.key.sku, default: 0] += stock.quantity
    }
    var seen: Set<Code<Product>> = []
    return lines.compactMap { line in
      guard let count = inside[line.sku], count > 0, seen.insert(line.sku).inserted else {
        return nil
      }
      return (line.sku, count)
    }
  }

  /// Which parcel of its order this is, and of how many; 1 of 1 while nobody knows how many.
  func place(of parcel: Parcel) throws -> (index: Int, count: Int) {
    let all = try parcels(of: parcel.order).filter { $0.state != .void }
    guard let index = all.firstIndex(where: { $0.code == parcel.code }),
      !all.contains(where: { $0.state == .open })
    else { return (1, 1) }
    return (index + 1, all.count)
  }
}
