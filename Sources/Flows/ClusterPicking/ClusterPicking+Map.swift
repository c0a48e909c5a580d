import Warehouse

extension ClusterPicking {
  struct Stop: Hashable {
    var bin: Code<Bin>
    var at: FloorPoint
    var open: Bool
  }

  /// The stops of the list in walking order: lines at one bin in a row are one stop.
  func stops(_ view: ListView) -> [Stop] {
    var stops: [Stop] = []
    for line in view.lines {
      guard let bin = view.bin(of: line) else { continue }
      if let last = stops.indices.last, stops[last].bin == bin.code {
        if line.open > 0 { stops[last].open = true }
      } else {
        stops.append(
          Stop(bin: bin.code, at: view.site.layout.point(of: bin), open: line.open > 0))
      }
    }
    return stops
  }

  func openStops(_ view: ListView) -> [Stop] {
    stops(view).filter(\.open)
  }

  /// Where the person is: the bin scanned last, or the start.
  func person(_ view: ListView) -> FloorPoint {
    if let here, let bin = view.bins.first(where: { $0.code == here }) {
      return view.site.layout.point(of: bin)
    }
    return stops(view).last { !$0.open }?.at ?? view.site.start
  }

  /// Millimetres still to walk, over the open stops to the drop.
  func ahead(_ view: ListView) -> Int {
    view.site.layout.length(
      through: [person(view)] + openStops(view).map(\.at) + [view.site.drop])
  }

  func map(_ view: ListView) -> FloorMap {
    let points = [person(view)] + openStops(view).map(\.at) + [view.site.drop]
    var walk: [FloorPoint] = []
    for (from, to) in zip(points, points.dropFirst()) {
      let leg = view.site.layout.path(from: from, to: to)
      walk += walk.isEmpty ? leg : Array(leg.dropFirst())
    }
    let known = view.list.walk
    let proof =
      known.proven ? Text(zh: "最短路径 已证明", en: "shortest, proven") : Text(zh: "路径", en: "walk")
    let first = openStops(view).first
    return FloorMap(
      caption: Text(
        zh: "\(proof.zh) \(metres(known.length)) (按库位号走 \(metres(known.byCode)))",
        en: "\(proof.en) \(metres(known.length)) (by bin code \(metres(known.byCode)))"),
      layout: view.site.layout, walk: walk,
      stops: stops(view).enumerated().map { index, stop in
        FloorMap.Stop(
          at: stop.at, number: index + 1, done: !stop.open,
          next: stop.open && stop.bin == first?.bin)
      }, person: view.list.state == .picking ? person(view) : nil, start: view.site.start,
      drop: view.site.drop)
  }
}
