import Exchange
import FoundationEssentials
public import Warehouse

/// A public batch problem as the files of a warehouse (Valle, Beasley and da Cunha 2017).
///
/// Orders are numbered from 0 in the order of the file, `FM0000`, as the public ones are. Every
/// point that is stopped at becomes a bin with a product of its own, in the order of aisle
/// and y; two stops of one order at a point are two pieces. What the files cannot say as the
/// problem does:
/// - A depot off the grid becomes the grid point nearest to it, so walks are shorter by the way
///   from and to the depot, and may be others.
/// - An order takes one tote. The size of an order that needs more is kept in its remark, `size=2`.
public struct FoodmartFixture: FixtureSource {
  private let problem: FoodmartProblem
  private let site: Site
  private let points: [FloorPoint]
  private let aisleOf: [Int: Int]

  /// Reads a problem from the bytes of its file; throws what is wrong in one line.
  public init(_ json: [UInt8]) throws(FixtureProblem) {
    do {
      problem = try JSONDecoder().decode(FoodmartProblem.self, from: Data(json))
    } catch {
      throw FixtureProblem("no batch problem: \(error)")
    }
    let layout = FloorLayout(
      aisles: problem.layout.aisles.enumerated().map {
        .init(code: FixtureFloor.letters($0.offset), x: Self.millimeters($0.element))
      },
      crossAisles: problem.layout.crossAisles.map(Self.millimeters))
    aisleOf = Dictionary(layout.aisles.enumerated().map { ($1.x, $0) }) { first, _ in first }
    func place(_ point: FoodmartProblem.Point?) throws(FixtureProblem) -> FloorPoint {
      guard let point, layout.aisles.indices.contains(point.aisle) else {
        throw FixtureProblem("a point is in no aisle of the layout")
      }
      return FloorPoint(x: layout.aisles[point.aisle].x, y: Self.millimeters(point.y))
    }
    var points: Set<FloorPoint> = []
    for order in problem.orders {
      for stop in order.stops { points.insert(try place(stop)) }
    }
    self.points = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    site = Site(
      code: "FOODMART", name: Name(zh: "公开算例仓", en: "Public batch problem"), layout: layout,
      start: try place(problem.start.nearest), drop: try place(problem.end.nearest),
      slotsPerCart: problem.capacity)
  }

  /// Reads a problem from a file; of a `.jsonl` file of many the one on `line`, from 1.
  ///
  /// Throws `ExchangeError` when the file cannot be read and `FixtureProblem` when it is none.
  public init(path: String, line: Int = 1) throws {
    let source = try FileSource(path: path)
    var text: [UInt8] = []
    while case let chunk = try source.read(atMost: 1_048_576), !chunk.isEmpty { text += chunk }
    guard path.hasSuffix(".jsonl") else {
      try self.init(text)
      return
    }
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard lines.indices.contains(line - 1) else {
      throw FixtureProblem("\(source.name): expected a line from 1 to \(lines.count), got \(line)")
    }
    try self.init(Array(lines[line - 1]))
  }

  /// Never: every part fits one JSON object.
  public var isLarge: Bool { false }

  /// Hands on the records of a kind, one after the other.
  public func records<E: Error>(
    _ kind: ImportKind, _ body: (ImportRecord) throws(E) -> Void
  ) throws(E) {
    switch kind {
    case .site: for record in siteRecords { try body(record) }
    case .products:
      for index in points.indices { try body(.product(product(index))) }
    case .stock:
      for (index, demand) in demand.enumerated() {
        let key = StockKey(holder: .bin(bins[index].code), sku: product(index).sku)
        try body(.count(key, quantity: demand))
      }
    case .orders:
      for (place, order) in problem.orders.enumerated() { try body(record(of: order, at: place)) }
    }
  }

  private var siteRecords: [ImportRecord] {
    let truck = FixturePlace.trucks[0]
    let digits = max(4, String(problem.orders.count).count)
    return [.site(site), .zone(Zone(code: "F", name: Name(zh: "拣货区", en: "Pick faces")))]
      + [
        .asset(.printer(LabelPrinter(code: "LP1", address: "spool:labels/LP1"))),
        .workstation(Workstation(code: "P01", printer: "LP1")),
        .carrier(Carrier(code: truck.carrier, name: truck.name)), .numberRange(truck.numbers),
      ]
      + (0..<6).map { .asset(.person(FixturePeople.person($0))) }
      + (1...6).map {
        .asset(.cart(Cart(code: Code("C0\($0)"), slots: site.slotsPerCart)))
      }
      + (1...max(1, problem.orders.count)).map {
        .asset(.tote(Code("T" + FixtureFloor.padded($0, digits))))
      }
      + bins.map { .bin($0) }
  }

  private var bins: [Bin] {
    var places: [Int: Int] = [:]
    return points.map { point in
      let aisle = aisleOf[point.x] ?? 0
      let place = places[aisle, default: 0] + 1
      places[aisle] = place
      let code = "\(FixtureFloor.letters(aisle))-\(FixtureFloor.padded(place, 2))-1"
      return Bin(
        code: Code(code), zone: "F", kind: .pickFace, aisle: aisle, y: point.y, side: .left,
        level: 1)
    }
  }

  private func product(_ index: Int) -> Product {
    let number = FixtureFloor.padded(index + 1, 4)
    let barcode = FixtureCatalog.completed("69900000" + number)
    return Product(
      sku: Code("P" + number), name: Name(zh: "货品 \(number)", en: "Item \(number)"),
      packagings: [Packaging(unit: "each", units: 1, barcodes: [barcode])], grams: 500,
      size: Dimensions(length: 120, width: 80, height: 60), tracking: Tracking())
  }

  private var demand: [Int] {
    let index = indices
    var demand = Array(repeating: 0, count: points.count)
    for stop in problem.orders.flatMap(\.stops) { demand[index[point(stop)] ?? 0] += 1 }
    return demand
  }

  private var indices: [FloorPoint: Int] {
    Dictionary(uniqueKeysWithValues: points.enumerated().map { ($1, $0) })
  }

  private func point(_ stop: FoodmartProblem.Point) -> FloorPoint {
    FloorPoint(x: site.layout.aisles[stop.aisle].x, y: Self.millimeters(stop.y))
  }

  private func record(of order: FoodmartProblem.Order, at place: Int) -> ImportRecord {
    let digits = max(4, String(problem.orders.count).count)
    let number = Code<Order>("FM" + FixtureFloor.padded(place, digits))
    var pieces: [FloorPoint: Int] = [:]
    for stop in order.stops { pieces[point(stop), default: 0] += 1 }
    let wanted = points.indices.filter { pieces[points[$0]] != nil }
    let lines = wanted.enumerated().map { line, index in
      OrderLine(
        order: number, number: line + 1, sku: product(index).sku,
        quantity: pieces[points[index]] ?? 0)
    }
    return .order(
      Order(
        number: number, channel: "foodmart", carrier: FixturePlace.trucks[0].carrier,
        cutOff: Timestamp(Fixture.day, minutes: 1_110, utcOffset: FixturePlace.utcOffset),
        remark: order.size > 1 ? "size=\(order.size)" : ""),
      lines,
      Receiver(
        name: "收货人\(order.id)", phone: "13800138000", region: "浙江省 杭州市 余杭区",
        address: "青枫路\(order.id)号"))
  }

  private static func millimeters(_ length: Double) -> Int { Int((length * 1_000).rounded()) }
}
