import Flows

/// A job of the menu, as trips call it.
public enum Job: String, Hashable, Sendable, CaseIterable {
  /// Cluster picking.
  case picking
  /// Packing.
  case packing
  /// The wave board.
  case board
  /// The lookup.
  case lookup
  /// Work inside the house.
  case house

  /// What the menu calls it.
  var label: Text {
    switch self {
    case .picking: Text(zh: "边拣边分", en: "Cluster pick")
    case .packing: Text(zh: "复核打包", en: "Packing")
    case .board: Text(zh: "波次看板", en: "Wave board")
    case .lookup: Text(zh: "查询", en: "Look up")
    case .house: Text(zh: "库内作业", en: "House work")
    }
  }
}
