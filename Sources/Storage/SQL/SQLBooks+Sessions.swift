import Warehouse

extension SQLBooks {
  func standing(of badge: Code<Operator>) throws -> Standing? {
    try transaction.record(.standing, [.code(badge)])
  }
}
