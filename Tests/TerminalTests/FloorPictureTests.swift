import Flows
import Terminal
import Testing
import Warehouse

/// The whole floor on every terminal: 20 to 50 aisles at 80x24 and 120x40.
@Suite struct FloorPictureTests {
  private func map(_ aisles: Int, people: [Int], heat: [(Int, Int)], troubles: [Int]) -> FloorMap {
    func point(_ aisle: Int, _ y: Int = 6000) -> FloorPoint { FloorPoint(x: aisle * 3000, y: y) }
    return FloorMap(
      caption: Text("House"),
      layout: FloorLayout(
        aisles: (0..<aisles).map { .init(code: $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)", x: $0 * 3000) },
        crossAisles: [0, 20_000, 40_000]),
      walk: [], stops: [], person: nil, start: point(0, 0), drop: point(1, 0),
      overlay: FloorOverlay(
        heat: heat.map { FloorOverlay.Spot(at: point($0.0, 30_000), count: $0.1) },
        people: people.map { point($0) }, troubles: troubles.map { point($0, 12_000) }))
  }

  @Test(
    arguments: [20, 35, 50],
    [Size(columns: 80, rows: 22), Size(columns: 120, rows: 38)])
  func everyAisleIsSeen(aisles: Int, size: Size) {
    let text = map(
      aisles, people: [0, aisles - 1, 3, 3], heat: [(aisles - 1, 10), (5, 1)],
      troubles: [aisles / 2]
    ).text(size: size, language: .en, charset: .ascii)
    let lines = text.split(separator: "\n")
    #expect(text.count { $0 == "@" } == 2)
    #expect(lines.dropFirst(2).contains { $0.contains("2") })
    #expect(text.contains("!"))
    #expect(text.contains("#"))
    #expect(lines.dropFirst(2).contains { $0.contains(".") })
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    #expect(isASCII)
    let fits = lines.allSatisfy { $0.count <= size.columns }
    #expect(fits)
    #expect(lines.count == size.rows)
    #expect(!lines[1].contains(">"), "all aisles have room")
    let cross = lines.dropFirst(2).dropLast().filter { $0.contains("------") }
    #expect(cross.count == 3, "\(text)")
  }

  @Test func theLegendSaysWhatEachShadeStandsFor() {
    let overlay = FloorOverlay(
      heat: [1, 4, 9, 20].map { .init(at: FloorPoint(x: 0, y: 0), count: $0) }, people: [],
      troubles: [])
    #expect(overlay.legend == ". 1-4  o 5-8  x 9-12  * 13-16  # 17-20")
    #expect(overlay.shade(4) == 0)
    #expect(overlay.shade(5) == 1)
    #expect(overlay.shade(20) == 4)
    #expect(FloorOverlay(heat: [], people: [], troubles: []).legend.isEmpty)
  }
}
