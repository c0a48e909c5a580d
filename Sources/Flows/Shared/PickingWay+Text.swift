import Warehouse

extension PickingWay {
  /// The way in a word.
  var text: Text {
    switch self {
    case .discrete: Text(zh: "摘果", en: "discrete")
    case .cluster: Text(zh: "边拣边分", en: "cluster")
    case .batch: Text(zh: "合拣", en: "batch")
    case .zone: Text(zh: "分区拣货", en: "zone")
    case .bulk: Text(zh: "爆款", en: "bulk")
    }
  }
}
