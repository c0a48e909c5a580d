import Warehouse

extension HandingOver {
  /// The prompt for a cage or a manifest.
  public static let scanCage = Text(zh: "扫笼车或交接单", en: "Cage or manifest")
  /// The prompt for the driver's badge or plate.
  public static let scanDriver = Text(zh: "司机工牌或车牌", en: "Driver badge/plate")

  static func left(_ count: Int) -> Text {
    Text(zh: "落下 \(count) 件", en: "\(count) left behind")
  }

  /// What the person sees now.
  public var screen: Screen {
    var screen = Screen(
      title: Text(zh: "交接", en: "Hand over"), message: message,
      prompt: .scan(Self.scanCage), keys: [.back, .lookup])
    switch state {
    case .cage:
      screen.body = Sorting.rows(loads)
    case .pickup(let view):
      let own = view.cages.first { $0.cage.code == view.cage }
      screen.body =
        [
          .fact(Fact(Text(view.name), weight: .headline)),
          .fact(
            Fact(
              own?.figures.text ?? Text("-"), trailing: Text(view.cage.rawValue), weight: .strong,
              rank: 0)),
        ] + late(view.late)
      screen.prompt = close(view)
    case .driver(let view):
      let manifest = view.manifest
      screen.body =
        [
          .fact(
            Fact(
              Text(manifest.code.rawValue), trailing: Text(manifest.carrier.rawValue),
              weight: .headline)),
          .fact(
            Fact(
              CageFigures(parcels: manifest.parcels, grams: manifest.grams).text,
              weight: .strong)),
          .fact(Fact(Text(view.name), rank: 3)),
        ] + late(view.late)
      screen.prompt = .scan(Self.scanDriver)
      screen.keys = [.back, .reopen, .lookup]
    case .reopening(let view):
      screen.body = [.fact(Fact(Text(view.manifest.code.rawValue), weight: .headline))]
      screen.prompt = .choose(
        Text(zh: "撤回重开笼车?", en: "Open cages again?"),
        [
          Choice("reopen", Text(zh: "撤回", en: "Open again")),
          Choice("back", Text(zh: "不撤", en: "Leave it")),
        ])
      screen.keys = [.back]
    }
    return screen
  }

  private func close(_ view: PickupView) -> Prompt {
    guard view.cages.count > 1 else {
      return .confirm(Text(zh: "Enter 封笼", en: "Enter: close it"))
    }
    let all = view.cages.reduce(0) { $0 + $1.figures.parcels }
    let one = view.cages.first { $0.cage.code == view.cage }?.figures.parcels ?? 0
    return .choose(
      Text(zh: "封哪些笼?", en: "Close which?"),
      [
        Choice(
          "one", Text(zh: "只封 \(view.cage)", en: "Only \(view.cage)"), trailing: Text("\(one)")),
        Choice(
          "all", Text(zh: "全部 \(view.cages.count) 笼", en: "All \(view.cages.count) cages"),
          trailing: Text("\(all)")),
      ])
  }

  /// What is left behind, by waybill number and where it is.
  private func late(_ view: LateView) -> [Screen.Body] {
    guard view.count > 0 else { return [] }
    return [
      .fact(Fact(Self.left(view.count), weight: .strong, rank: 1)),
      .table(
        Table(
          columns: [
            Table.Column(Text(zh: "运单", en: "Waybill")),
            Table.Column(Text(zh: "在哪", en: "Where"), rank: 1),
          ],
          rows: view.lines.map { line in
            Table.Row([
              Text(line.waybill),
              line.cage.map { Text($0.rawValue) } ?? Text(zh: "未分拨", en: "not sorted"),
            ])
          }, empty: Text(""))),
    ]
  }
}
