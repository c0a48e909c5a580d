import Warehouse

extension FloorBoard {
  /// What the person sees now.
  public var screen: Screen {
    Screen(
      title: Text(zh: "库区地图", en: "Floor map"), body: facts.map { .fact($0) }, message: message,
      prompt: .scan(Text(zh: "扫码查询", en: "Scan to look up")),
      keys: [.back, KeyHint(.function(6), Text(zh: "热度", en: "Heat")), .lookup],
      panes: map.map { [.map($0)] } ?? [], shape: .board)
  }

  /// What the map tells, in words: people, crowded aisles, troubles, the hottest places.
  public var facts: [Fact] {
    guard let view else { return [Fact(Text(zh: "没有仓库", en: "No site yet"))] }
    var facts = [
      Fact(
        Text(zh: "拣货 @", en: "Picking @"),
        trailing: Text(zh: "\(view.people.count)人", en: "\(view.people.count)"), weight: .strong)
    ]
    let crowded = crowded(view)
    facts.append(
      Fact(
        Text(zh: "拥挤巷道", en: "Crowded aisles"),
        trailing: Text(
          crowded.isEmpty
            ? "-" : crowded.prefix(4).map { "\($0.code):\($0.people)" }.joined(separator: " "))))
    let bins = Set(view.troubles.map(\.bin.rawValue)).sorted()
    facts.append(
      Fact(
        Text(zh: "待处理 !", en: "Exceptions !"),
        trailing: Text(
          bins.isEmpty
            ? "-" : "\(bins.count): " + bins.prefix(3).joined(separator: " "))))
    guard heat != .none else { return facts }
    facts.append(
      Fact(
        heat == .picks ? Text(zh: "拣货行", en: "Lines picked") : Text(zh: "缺拣行", en: "Lines short"),
        trailing: Text(overlay(view).legend.isEmpty ? "-" : overlay(view).legend)))
    return facts
  }

  /// The picture; nil before there is a site.
  public var map: FloorMap? {
    guard let view else { return nil }
    let name = Text(view.site.name)
    let caption =
      switch heat {
      case .none: name
      case .picks: Text(zh: "\(name.zh) 拣货热度", en: "\(name.en): picks")
      case .shorts: Text(zh: "\(name.zh) 缺拣热度", en: "\(name.en): shorts")
      }
    return FloorMap(
      caption: caption, layout: view.site.layout, walk: [], stops: [], person: nil,
      start: view.site.start, drop: view.site.drop, overlay: overlay(view))
  }

  private func overlay(_ view: FloorView) -> FloorOverlay {
    let aisles = view.site.layout.aisles
    let spots = work.compactMap { place -> FloorOverlay.Spot? in
      let count =
        switch heat {
        case .none: 0
        case .picks: place.picks
        case .shorts: place.shorts
        }
      guard count > 0, aisles.indices.contains(place.aisle) else { return nil }
      return FloorOverlay.Spot(at: FloorPoint(x: aisles[place.aisle].x, y: place.y), count: count)
    }
    return FloorOverlay(
      heat: spots, people: view.people.map(\.at), troubles: view.troubles.map(\.at))
  }

  /// The aisles with two people or more, the fullest first.
  private func crowded(_ view: FloorView) -> [(code: String, people: Int)] {
    var counts: [Int: Int] = [:]
    for person in view.people where person.bin != nil { counts[person.at.x, default: 0] += 1 }
    return view.site.layout.aisles.compactMap { aisle in
      let people = counts[aisle.x] ?? 0
      return people > 1 ? (code: aisle.code, people: people) : nil
    }.sorted { ($1.people, $0.code) < ($0.people, $1.code) }
  }
}
