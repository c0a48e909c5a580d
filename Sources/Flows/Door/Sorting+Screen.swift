import Warehouse

extension Sorting {
  /// The prompt for a parcel, or a cage to stand at.
  public static let scanParcel = Text(zh: "扫运单或笼车", en: "Waybill or cage")
  /// The prompt for the cage of a parcel.
  public static let scanCage = Text(zh: "扫笼车放入", en: "Scan its cage")
  /// The prompt for the next parcel of a cage.
  public static let scanNext = Text(zh: "扫运单入笼", en: "Scan waybill")
  /// The prompt for a parcel to be taken out.
  public static let scanOut = Text(zh: "扫要出笼的运单", en: "Waybill to remove")

  /// What the person sees now.
  public var screen: Screen {
    var screen = Screen(
      title: Text(zh: "按快递分拨", en: "Carrier sort"), message: message,
      prompt: .scan(Self.scanParcel), keys: [.back, .takeOut, .handOver, .lookup])
    switch state {
    case .parcel:
      screen.body = Self.rows(loads)
    case .cage(let view):
      let open = view.cages.filter { $0.figures.manifest == nil }
      screen.body =
        [.fact(Fact(Text(view.name), weight: .headline))]
        + open.map { .fact(Fact(Text($0.cage.code.rawValue), weight: .headline, rank: 1)) }
        + [.gap, .fact(Fact(Text(view.waybill), rank: 4))]
      if let inside = view.inside {
        screen.body.append(
          .fact(Fact(Text(zh: "已在 \(inside)", en: "Is in \(inside)"), weight: .strong)))
      } else if open.isEmpty {
        screen.body.append(
          .fact(Fact(Text(zh: "笼车都已封", en: "All cages closed"), weight: .strong)))
      }
      screen.prompt = .scan(Self.scanCage)
      screen.keys = [.back, .lookup]
    case .inside(let load):
      screen.body = [
        .fact(Fact(Text(load.cage.code.rawValue), weight: .headline)),
        .fact(Fact(Text(load.carrier), weight: .strong)),
        .fact(Fact(load.figures.text, weight: .strong)),
      ]
      screen.prompt = .scan(Self.scanNext)
      screen.keys = [.back, .lookup]
    case .out:
      screen.body = [.fact(Fact(Text(zh: "出笼", en: "Take out"), weight: .headline))]
      screen.prompt = .scan(Self.scanOut)
      screen.keys = [.back, .lookup]
    }
    return screen
  }

  /// A row for each cage: its code, its count and weight; a closed one says so.
  static func rows(_ loads: [CageLoad]) -> [Screen.Body] {
    guard !loads.isEmpty else {
      return [.fact(Fact(Text(zh: "还没有笼车", en: "There are no cages")))]
    }
    return [
      .table(
        Table(
          columns: [
            Table.Column(Text(zh: "笼车", en: "Cage")),
            Table.Column(Text(zh: "快递", en: "Carrier"), rank: 2),
            Table.Column(Text(zh: "件", en: "Pcs"), trailing: true),
            Table.Column(Text(zh: "重量", en: "Weight"), trailing: true, rank: 1),
            Table.Column(Text(zh: "月台", en: "Dock"), rank: 3),
            Table.Column(Text(zh: "交接单", en: "Manifest"), rank: 2),
          ],
          rows: loads.map { load in
            Table.Row([
              Text(load.cage.code.rawValue), Text(load.carrier), Text("\(load.figures.parcels)"),
              Text(CageFigures.kilograms(load.figures.grams)),
              Text(load.cage.dock?.rawValue ?? ""), Text(load.figures.manifest?.rawValue ?? ""),
            ])
          }, empty: Text("")))
    ]
  }
}
