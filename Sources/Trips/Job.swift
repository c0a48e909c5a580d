import Flows

/// A job of the menu, as trips call it.
public enum Job: String, Hashable, Sendable, CaseIterable {
  /// Picking.
  case picking
  /// Packing.
  case packing
  /// The wave board.
  case board
  /// The lookup.
  case lookup
  /// Seeding at a put wall.
  case seeding
  /// Work inside the house.
  case house
  /// Carrier sort and handover.
  case sorting
  /// Labels.
  case labels
  /// The map, the history of things, other handhelds' screens.
  case floor

  /// What the menu calls it.
  var label: Text {
    switch self {
    case .picking: Text(zh: "拣货", en: "Picking")
    case .packing: Text(zh: "复核打包", en: "Packing")
    case .board: Text(zh: "波次看板", en: "Wave board")
    case .lookup: Text(zh: "查询", en: "Look up")
    case .seeding: Text(zh: "播种", en: "Seeding")
    case .house: Text(zh: "库内作业", en: "House work")
    case .sorting: Text(zh: "按快递分拨", en: "Carrier sort")
    case .labels: Text(zh: "面单", en: "Labels")
    case .floor: Text(zh: "现场", en: "Floor")
    }
  }
}
