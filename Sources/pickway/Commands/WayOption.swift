public import ArgumentParser
public import Warehouse

extension WavePolicy: ExpressibleByArgument {}
extension Training: ExpressibleByArgument {}

/// How orders are to be picked, as commands ask for it.
enum WayOption {
  static let help = ArgumentHelp(
    "How orders are picked.",
    discussion: """
      cluster: a cart of orders, each with a tote; discrete: one order a list; batch: together, \
      then seeded at a put wall; zone: a cart passed from zone to zone; bulk: single-piece orders \
      product by product, others by cluster; auto: bulk only for what many orders want.
      """)
}
