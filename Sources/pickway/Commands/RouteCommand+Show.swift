import ArgumentParser
import Flows
import Formats
import Foundation
import Routing
import Terminal
import Warehouse

extension RouteCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw the shortest walk in the terminal, or as SVG.",
      discussion: "Takes a route problem with stops on a layout of aisles, or a pick list.")

    @OptionGroup var source: WalkSource
    @Option(help: "Write an SVG picture to this file instead.") var svg: String?
    @Option(help: "Columns of the picture; 80.") var columns = 80
    @Option(help: "Rows of the picture; 24.") var rows = 24
    @Option(help: "en or zh.") var lang = "en"
    @Flag(help: "Draw with plain characters.") var ascii = false

    func run() throws {
      guard let language = Language(rawValue: lang) else {
        throw Failure(.usage, "--lang \(lang): expected en or zh")
      }
      guard columns >= 20, rows >= 8 else {
        throw Failure(.usage, "\(columns)x\(rows): expected a picture of at least 20x8")
      }
      let shown = try source.load()
      let tour = try ShortestWalk().solve(shown.request)
      let drawing = WalkDrawing(tour: tour, of: shown.request, aisles: shown.aisles)
      if let svg {
        do {
          try Data(drawing.svg.utf8).write(to: URL(fileURLWithPath: svg), options: .atomic)
        } catch {
          throw Failure(.cannotCreate, "\(svg): \(error.localizedDescription)")
        }
        return print("\(svg): \(metres(tour.length)) m")
      }
      let points = tour.path.map { Warehouse.FloorPoint(x: $0.x, y: $0.y) }
      guard let first = points.first, let last = points.last else {
        return print("nothing to walk")
      }
      var drawn: [Warehouse.FloorPoint] = []
      for stop in drawing.stops.map({ Warehouse.FloorPoint(x: $0.x, y: $0.y) })
      where drawn.last != stop { drawn.append(stop) }
      let map = FloorMap(
        caption: caption(tour, shown),
        layout: FloorLayout(
          aisles: zip(shown.aisles, shown.request.layout.aisles).map {
            FloorLayout.Aisle(code: $0, x: $1)
          }, crossAisles: shown.request.layout.crossAisles),
        walk: points,
        stops: drawn.enumerated().map {
          FloorMap.Stop(at: $1, number: $0 + 1, done: false, next: $0 == 0)
        }, person: nil, start: first, drop: last)
      print(
        map.text(
          size: Size(columns: columns, rows: rows), language: language,
          charset: ascii ? .ascii : .unicode))
    }

    private func caption(_ tour: Tour, _ shown: WalkSource.Walked) -> Text {
      let length = metres(tour.length)
      let byCode = metres(shown.length(by: .binCode))
      return tour.proven
        ? Text(
          zh: "最短路径 已证明 \(length)m (按库位号走 \(byCode)m)",
          en: "shortest, proven \(length)m (by bin code \(byCode)m)")
        : Text(
          zh: "路径 \(length)m, 下界 \(metres(tour.lowerBound))m (按库位号走 \(byCode)m)",
          en: "walk \(length)m, bound \(metres(tour.lowerBound))m (by bin code \(byCode)m)")
    }

    private func metres(_ millimetres: Int) -> String {
      let tenths = (millimetres + 50) / 100
      return "\(tenths / 10).\(tenths % 10)"
    }
  }
}
