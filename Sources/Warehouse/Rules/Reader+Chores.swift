extension Reader {
  /// The chores of a kind at one place: at a named one, or at the next one that is free.
  ///
  /// What the person has in hand comes first, then by number.
  func chores(
    _ kind: Chore.Kind, at place: Holder?, _ badge: Code<Operator>
  ) throws -> [ChoreView] {
    func isFree(_ chore: Chore) -> Bool { chore.state == .open || chore.badge == badge }
    if let place {
      return try facts.chores(at: place).filter { $0.kind == kind && isFree($0) }.map(view)
    }
    let free = try facts.openChores(kind).filter(isFree)
    guard let first = free.first(where: { $0.state == .taken }) ?? free.first else { return [] }
    return try free.filter { $0.goods.holder == first.goods.holder }.map(view)
  }

  private func view(_ chore: Chore) throws -> ChoreView {
    let sku = chore.goods.sku
    let product =
      try facts.product(sku)
      ?? Product(
        sku: sku, name: Name(zh: sku.rawValue, en: sku.rawValue), packagings: [], grams: 0,
        size: Dimensions(length: 0, width: 0, height: 0), tracking: Tracking())
    return ChoreView(chore: chore, product: product)
  }

  /// What waits inside the house.
  func house() throws -> HouseView {
    var waiting: [Chore.Kind: Int] = [:]
    for kind in Chore.Kind.allCases { waiting[kind] = try facts.openChores(kind).count }
    return HouseView(waiting: waiting)
  }
}
