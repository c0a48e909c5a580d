import Flows
import Labels
import Storage
import Warehouse

/// A drill on paper: badges, carts, totes, bins and products with their barcodes, so that a
/// scanner and this sheet are enough.
public struct DrillSheet: Sendable {
  private let drill: Drill

  /// Makes the sheet of a drill.
  public init(_ drill: Drill) {
    self.drill = drill
  }

  private struct Cell {
    var words: String
    var code: String
  }

  /// The sheet as a PDF, A4, three cells across; the world view is no part of it, because faults
  /// are to be found by looking.
  public func pdf() throws -> [UInt8] {
    let floor = try DrillFloor(drill)
    let cells = try cells(floor)
    let (across, down) = (3, 8)
    let pages = stride(from: 0, to: cells.count, by: across * down).map { first in
      page(
        Array(cells[first..<min(first + across * down, cells.count)]), across,
        first / (across * down) + 1)
    }
    return try PDFBackend().render(pages, id: "drill \(drill.name) \(drill.id)").bytes
  }

  private func page(_ cells: [Cell], _ across: Int, _ number: Int) -> Label {
    var elements: [Label.Element] = [
      .text(
        Label.TextBlock(
          name: "title", frame: Label.Frame(x: 10, y: 6, width: 190, height: 7),
          content: "演练 DRILL \(drill.name) \(drill.title[drill.language]) \(number)",
          size: .millimeters(4), maximumLines: 1))
    ]
    for (index, cell) in cells.enumerated() {
      let x = 10 + Double(index % across) * 64
      let y = 16 + Double(index / across) * 34
      elements.append(
        .text(
          Label.TextBlock(
            name: "words\(index)", frame: Label.Frame(x: x, y: y, width: 60, height: 6),
            content: cell.words, size: .millimeters(3.2), minimumSize: .millimeters(2),
            maximumLines: 1)))
      elements.append(
        .symbol(
          Label.SymbolBlock(
            name: "code\(index)", frame: Label.Frame(x: x, y: y + 7, width: 60, height: 20),
            symbology: cell.code.hasPrefix("[") ? .gs1DataMatrix : .code128, content: cell.code,
            moduleDots: cell.code.hasPrefix("[") ? 6 : 3, minimumModuleDots: 2,
            captionSize: .millimeters(3))))
    }
    return Label(name: "drill", width: 210, height: 297, elements: elements)
  }

  private func cells(_ floor: DrillFloor) throws -> [Cell] {
    var cells = [
      Cell(words: "工牌 badge", code: DrillFloor.trainee), Cell(words: "拣货车 cart", code: "C01"),
      Cell(words: "工位 bench", code: "P01"),
    ]
    let isPicker = drill.job == .picker
    let totes = isPicker ? floor.world.stack.prefix(12) : floor.world.drop.prefix(12)
    cells += totes.map { Cell(words: "周转箱 tote", code: $0) }
    if drill.job == .seeder {
      cells += floor.world.stack.prefix(8).map { Cell(words: "空箱 empty tote", code: $0) }
      cells.append(Cell(words: "播种墙 wall", code: "W1"))
      cells += (1...6).map { Cell(words: "播种格 slot \($0)", code: "W1-0\($0)") }
    }
    cells += floor.world.cages.keys.sorted().map { Cell(words: "笼车 cage", code: $0) }
    if drill.job == .sorter {
      cells += floor.sortThings.filter { $0.kind == .parcel }.compactMap { parcel in
        parcel.code.map { Cell(words: "\(parcel.name.zh) \(parcel.name.en)", code: $0) }
      }
    }
    var bins = Set(drill.faults.compactMap(\.bin) + drill.notes.map(\.at))
    var skus = Set(drill.orders.flatMap { $0.lines.map(\.sku) } + drill.faults.compactMap(\.sku))
    try floor.store.read { facts in
      for progress in try facts.waveProgress() {
        for list in try facts.lists(of: progress.wave.code) {
          for line in try facts.pickLines(of: list.code) {
            if case .bin(let bin) = line.from.holder { bins.insert(bin.rawValue) }
          }
        }
      }
    }
    for bin in bins { skus.formUnion(floor.world.shelves[bin]?.piles.map(\.goods.sku) ?? []) }
    cells += bins.filter { floor.world.shelves[$0] != nil }.sorted()
      .map { Cell(words: "库位 bin", code: $0) }
    if drill.gs1 {
      let goods = Set(bins.flatMap { floor.world.shelves[$0]?.piles.map(\.goods) ?? [] })
      let coded = goods.compactMap { goods -> Cell? in
        guard let code = floor.code(of: goods), code.hasPrefix("(") else { return nil }
        skus.remove(goods.sku)
        let name = floor.product(goods.sku)?.name
        return Cell(
          words: "\(name?.zh ?? goods.sku) \(goods.lot) \(goods.expiry?.description ?? "")",
          code: code.replacing("(", with: "[").replacing(")", with: "]"))
      }
      cells += coded.sorted { $0.code < $1.code }
    }
    cells += skus.sorted().compactMap { sku in
      floor.product(sku).flatMap { product in
        product.packagings.first?.barcodes.first.map {
          Cell(words: "\(product.name.zh) \(product.name.en)", code: $0)
        }
      }
    }
    return cells
  }
}
