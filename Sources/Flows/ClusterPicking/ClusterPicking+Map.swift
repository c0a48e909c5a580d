import Warehouse

extension ClusterPicking {
  struct Stop: Hashable {
    var bin: Code<Bin>
    var at: FloorPoint
    /// How far along the walk it is reached, in millimetres.
    var reached: Int
    var open: Bool
  }

  /// The stops of the list in walking order: lines at one bin in a row are one stop.
  func stops(_ view: ListView) -> [Stop] {
    var stops: [Stop] = []
    let bins = Dictionary(view.bins.map { ($0.code, $0) }) { first, _ in first }
    for line in view.lines {
      guard case .bin(let code) = line.from.holder, let bin = bins[code] else { continue }
      if let last = stops.indices.last, stops[last].bin == bin.code {
        if line.open > 0 { stops[last].open = true }
      } else {
        stops.append(
          Stop(
            bin: bin.code, at: view.site.layout.point(of: bin), reached: line.reached,
            open: line.open > 0))
      }
    }
    return stops
  }

  func openStops(_ view: ListView) -> [Stop] {
    stops(view).filter(\.open)
  }

  /// The bin the person stands at: the one scanned last, else that of the last closed stop.
  func standing(_ view: ListView) -> Code<Bin>? {
    here ?? stops(view).last { !$0.open }?.bin
  }

  /// Where the person is: at a bin, or at the start.
  func person(_ view: ListView) -> FloorPoint {
    let code = standing(view)
    return view.bins.first { $0.code == code }.map(view.site.layout.point) ?? view.site.start
  }

  /// How far along the list's walk the person is, in millimetres.
  func walked(_ view: ListView) -> Int {
    let standing = here.map { Holder.bin($0) }
    return view.lines.filter { line in
      line.sequence > view.list.walk.after && (line.open == 0 || line.from.holder == standing)
    }.map(\.reached).max() ?? 0
  }

  /// Millimetres still to walk, over the open stops to the drop.
  func ahead(_ view: ListView) -> Int {
    max(0, view.list.walk.length - walked(view))
  }

  func map(_ view: ListView) -> FloorMap {
    let known = view.list.walk
    let proof =
      known.proven ? Text(zh: "最短路径 已证明", en: "shortest, proven") : Text(zh: "路径", en: "walk")
    let first = openStops(view).first
    return FloorMap(
      caption: Text(
        zh: "\(proof.zh) \(metres(known.length)) (按库位号走 \(metres(known.byCode)))",
        en: "\(proof.en) \(metres(known.length)) (by bin code \(metres(known.byCode)))"),
      layout: view.site.layout, walk: known.path(after: walked(view)),
      stops: stops(view).enumerated().map { index, stop in
        FloorMap.Stop(
          at: stop.at, number: index + 1, done: !stop.open,
          next: stop.open && stop.bin == first?.bin)
      }, person: view.list.state == .picking ? person(view) : nil, start: view.site.start,
      drop: view.site.drop)
  }
}
