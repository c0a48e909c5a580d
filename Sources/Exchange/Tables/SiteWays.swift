import Planning
import Routing
import Warehouse

/// Whether what a site file names can be walked to, where its layout has stretches with rules.
struct SiteWays {
  private let layout: AisleLayout
  private let start: Routing.Place
  private let drop: Routing.Place

  /// Nil where the layout is no floor, which is reported elsewhere.
  init?(_ floor: FloorLayout, from start: Warehouse.FloorPoint, to drop: Warehouse.FloorPoint) {
    guard let layout = try? AisleLayout(floor), let from = layout.place(start),
      let to = layout.place(drop)
    else { return nil }
    self.layout = layout
    self.start = from
    self.drop = to
  }

  /// Why no walk from the start leads by a place to the drop; nil where one does.
  ///
  /// Without an aisle only start and drop are held against each other.
  func fault(aisle: Int?, y: Int) -> Expectation? {
    do {
      let stops = aisle.map { [Routing.Place.aisle($0, y: y)] } ?? []
      _ = try TourRequest(layout: layout, start: start, ends: [drop], stops: stops)
      if stops.isEmpty { _ = try layout.distance(start, drop) }
      return nil
    } catch {
      return aisle == nil
        ? Expectation(en: "a walk from start to drop past all segments", zh: "起点到终点可通行")
        : Expectation(en: "a bin that can be walked to past all segments", zh: "可通行到达的库位")
    }
  }
}
