import Warehouse

extension MemoryBooks {
  func standing(of badge: Code<Operator>) throws -> Standing? { standings[badge] }
}
