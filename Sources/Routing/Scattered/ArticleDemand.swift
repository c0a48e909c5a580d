/// How many pieces of one article are wanted, and which stock may be mixed for it.
public struct ArticleDemand: Hashable, Sendable {
  /// How the groups of an article's stock (lots, best-before dates) may be used.
  public enum Rule: Hashable, Sendable {
    /// Any stock will do.
    case anyGroup
    /// First expired, first out: a group is used up before any of a higher number is touched.
    case ascendingGroups
    /// All pieces come from one group, such as one lot.
    case oneGroup
  }

  /// The pieces wanted; none is fine.
  public let quantity: Int
  /// Which groups may be mixed.
  public let rule: Rule

  /// A demand; the request that takes it up checks it.
  public init(quantity: Int, rule: Rule = .anyGroup) {
    self.quantity = quantity
    self.rule = rule
  }
}
