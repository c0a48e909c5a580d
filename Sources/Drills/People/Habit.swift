/// How a scripted person works.
public enum Habit: String, Hashable, Codable, Sendable, CaseIterable {
  /// Looks, compares, scans, answers every exception rightly.
  case expert
  /// Types the item's code from the screen in place of scanning the goods.
  case noItemScan = "no-item-scan"
  /// Takes the first pieces of the product, whatever their lot and date.
  case ignoresExpiry = "ignores-expiry"
  /// Takes a wrong tote one time in 20.
  case wrongTote = "wrong-tote"
  /// Goes to bins by their number, not as the list says.
  case binOrder = "bin-order"
  /// Takes what comes first, does not look, gives up easily.
  case careless
  /// Rests after every act.
  case slow
}
