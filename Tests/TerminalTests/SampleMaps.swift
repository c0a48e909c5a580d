import Flows
import Warehouse

/// Floors with walks on them.
enum SampleMaps {
  /// Aisles of 30 m in two blocks, and a walk through four of them.
  static func map(aisles: Int) -> FloorMap {
    let pitch = 3_000
    let layout = FloorLayout(
      aisles: (0..<aisles).map {
        .init(code: $0 < 9 ? "0\($0 + 1)" : "\($0 + 1)", x: 2_000 + $0 * pitch)
      }, crossAisles: [1_000, 16_000, 32_000])
    func at(_ aisle: Int, _ y: Int, side: Int = 0) -> FloorPoint {
      FloorPoint(x: 2_000 + aisle * pitch + side * 600, y: y)
    }
    let a = min(3, aisles - 1)
    let b = min(5, aisles - 1)
    let c = aisles > 20 ? 22 : min(6, aisles - 1)
    let stops: [FloorMap.Stop] = [
      .init(at: at(0, 5_000, side: 1), number: 1, done: true, next: false),
      .init(at: at(0, 12_000, side: 1), number: 2, done: true, next: false),
      .init(at: at(a, 11_500, side: 1), number: 3, done: true, next: false),
      .init(at: at(a, 4_000, side: -1), number: 4, done: false, next: true),
      .init(at: at(b, 6_000, side: 1), number: 5, done: false, next: false),
      .init(at: at(b, 20_000, side: 1), number: 6, done: false, next: false),
      .init(at: at(b, 27_000, side: -1), number: 7, done: false, next: false),
      .init(at: at(c, 24_000, side: 1), number: 8, done: false, next: false),
      .init(at: at(c, 8_000, side: 1), number: 12, done: false, next: false),
    ]
    let walk = [
      at(a, 9_000), at(a, 1_000), at(b, 1_000), at(b, 32_000), at(c, 32_000), at(c, 1_000),
      at(aisles - 1, 1_000), FloorPoint(x: 2_000 + (aisles - 1) * pitch + 2_000, y: 1_000),
    ]
    return FloorMap(
      caption: Text(
        zh: "巷道图  最短路径 已证明 218m (按库位号走 305m)", en: "Aisles, proven shortest 218m (by bin 305m)"),
      layout: layout, walk: walk, stops: stops, person: at(a, 9_000),
      start: FloorPoint(x: 0, y: 1_000),
      drop: FloorPoint(x: 2_000 + (aisles - 1) * pitch + 2_000, y: 1_000))
  }
}
