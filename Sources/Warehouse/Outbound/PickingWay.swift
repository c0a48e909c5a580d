/// How a pick list is picked, and where its pieces go.
public enum PickingWay: String, Hashable, Codable, Sendable, CaseIterable {
  /// Discrete picking 摘果: one order, one walk, one tote.
  case discrete
  /// Cluster picking 边拣边分: a tote for each order on the cart.
  case cluster
  /// Batch picking 合拣: the pieces of many orders in one tote, sorted at a put wall.
  case batch
  /// Zone picking 分区: one zone's part of a cart of orders; the totes are passed on.
  case zone
  /// Hot orders 爆款: single pieces of one product in one tote, given to orders at the bench.
  case bulk

  /// Whether the pieces of all orders lie together in a tote.
  public var gathers: Bool {
    switch self {
    case .batch, .bulk: true
    case .discrete, .cluster, .zone: false
    }
  }
}

/// Which way the orders of a wave are picked.
public enum WavePolicy: String, Hashable, Codable, Sendable, CaseIterable {
  /// Carts of orders.
  case cluster
  /// One order a list.
  case discrete
  /// Together, then seeded at a put wall.
  case batch
  /// Carts of orders, zone by zone.
  case zone
  /// Orders of one single piece in bulk, product by product; others as carts.
  case bulk
  /// Products that many single-piece orders want in bulk; other orders as carts.
  case auto
}
