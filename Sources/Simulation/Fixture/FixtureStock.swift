import Warehouse

/// What lies in the bins of a made-up warehouse.
///
/// Every product has a pick face; those that sell well have more, with younger lots, and cases in
/// reserve. A few lots are about to expire, a few have expired, two products are sold out and two
/// have nothing left but expired lots: such as order lines cannot be filled from.
struct FixtureStock: Sendable {
  struct Row: Sendable {
    var bin: Int
    var product: Int
    /// Days since it was made; 0 when lots are not told apart.
    var age: Int
    var quantity: Int
  }

  private(set) var rows: [Row] = []
  /// Pieces of each product that may be sent on the fixture's day.
  private(set) var usable: [Int]
  /// Products without a piece.
  private(set) var soldOut: [Int] = []
  /// Products all of whose pieces have expired.
  private(set) var expiredOnly: [Int] = []

  private let catalog: FixtureCatalog
  private var random: SeededGenerator
  /// The pick faces of each zone in the order they are filled, then where filling stands.
  private var faces: [Code<Zone>: (bins: [Int], next: Int)] = [:]
  private var reserve: [Int]
  private var perProduct: [[Int]]
  private var firstAges: [Int]
  private var taken: Set<Int> = []

  /// The most stock records of one product.
  private static let most = 12

  init(_ floor: FixtureFloor, _ catalog: FixtureCatalog, seed: UInt64) {
    self.catalog = catalog
    random = SeededGenerator(seed: seed, stream: 2)
    usable = Array(repeating: 0, count: catalog.products.count)
    perProduct = Array(repeating: [], count: catalog.products.count)
    firstAges = Array(repeating: 0, count: catalog.products.count)
    var reserve: [Int] = []
    for (index, bin) in floor.bins.enumerated() {
      switch bin.kind {
      case .pickFace: faces[bin.zone, default: ([], 0)].bins.append(index)
      case .reserve: reserve.append(index)
      case .staging: break
      }
    }
    self.reserve = random.shuffled(reserve)
    for zone in ["F", "G"] as [Code<Zone>] {
      if let face = faces[zone] { faces[zone] = (random.shuffled(face.bins), 0) }
    }
    for product in catalog.products.indices { addFace(product) }
    fill(floor.size.stock - rows.count)
    spoil()
    count()
  }

  /// The rows by bin, as a count sheet lists them.
  var byBin: [Row] {
    rows.sorted { ($0.bin, $0.product, $0.age) < ($1.bin, $1.product, $1.age) }
  }

  private mutating func fill(_ extra: Int) {
    var left = extra
    var tries = 0
    while left > 0, tries < extra * 20 {
      tries += 1
      let product = catalog.popular(&random)
      guard perProduct[product].count < Self.most else { continue }
      if !reserve.isEmpty, random.chance(percent: 12) {
        let packaging = catalog.products[product].packagings.last
        let cases = random.number(in: 2...4)
        add(product, bin: reserve.removeLast(), quantity: cases * (packaging?.units ?? 12))
      } else if catalog.products[product].tracking.lot, random.chance(percent: 25),
        let first = perProduct[product].first
      {
        add(product, bin: rows[first].bin, quantity: random.number(in: 4...18))
      } else {
        addFace(product)
      }
      left -= 1
    }
  }

  /// Puts a product into the next pick face of its zone, or into one it shares when all are full.
  private mutating func addFace(_ product: Int) {
    let zone = catalog.family(of: product).category.zone
    guard var face = faces[zone], !face.bins.isEmpty else { return }
    // A product has at most as many faces as its zone has bins.
    guard perProduct[product].count < face.bins.count else { return }
    var bin = face.bins[face.next % face.bins.count]
    while taken.contains(pair(product, bin)) {
      face.next += 1
      bin = face.bins[face.next % face.bins.count]
    }
    face.next += 1
    faces[zone] = face
    let isSerial = catalog.products[product].tracking.serial
    let quantity = isSerial ? random.number(in: 3...12) : random.number(in: 6...36)
    add(product, bin: bin, quantity: quantity)
  }

  private mutating func add(_ product: Int, bin: Int, quantity: Int) {
    taken.insert(pair(product, bin))
    let tracking = catalog.products[product].tracking
    let shelfLife = catalog.family(of: product).shelfLife ?? 720
    if perProduct[product].isEmpty {
      firstAges[product] = random.number(in: 1...max(1, shelfLife * 3 / 10))
    }
    // Every record of a product is a lot of its own, none older than 9/10 of its shelf life.
    let age = firstAges[product] + perProduct[product].count * max(1, shelfLife / 24)
    perProduct[product].append(rows.count)
    rows.append(
      Row(bin: bin, product: product, age: tracking.lot ? age : 0, quantity: quantity))
  }

  /// Makes the exceptions: goods that are gone, too old, or nearly so.
  private mutating func spoil() {
    let few = max(2, catalog.products.count / 300)
    let perishable = catalog.ranking.filter { catalog.products[$0].tracking.expiry }
    soldOut = Array(catalog.ranking.dropFirst(catalog.products.count / 6).prefix(few))
    for product in soldOut {
      for row in perProduct[product] { rows[row].quantity = 0 }
    }
    let rest = perishable.filter { !soldOut.contains($0) }
    expiredOnly = Array(rest.dropFirst(rest.count / 6).prefix(few))
    for product in expiredOnly {
      for row in perProduct[product] { expire(row) }
    }
    let gone = Set(soldOut + expiredOnly)
    let several = perishable.filter { perProduct[$0].count > 1 && !gone.contains($0) }
    for (place, product) in several.prefix(max(4, rows.count / 60)).enumerated() {
      let shelfLife = catalog.family(of: product).shelfLife ?? 0
      guard let last = perProduct[product].last else { continue }
      if place % 2 == 0 {
        expire(last)
      } else {
        rows[last].age = max(rows[last].age, shelfLife - 2 - place % 12)
      }
    }
  }

  private mutating func expire(_ row: Int) {
    let shelfLife = catalog.family(of: rows[row].product).shelfLife ?? 0
    rows[row].age += shelfLife
  }

  private mutating func count() {
    for row in rows {
      let shelfLife = catalog.family(of: row.product).shelfLife
      if shelfLife.map({ row.age < $0 }) ?? true { usable[row.product] += row.quantity }
    }
  }

  private func pair(_ product: Int, _ bin: Int) -> Int { bin * catalog.products.count + product }
}
