import Warehouse

extension SQLBooks {
  func serial(_ number: String, of sku: Code<Product>) throws -> SerialNumber? {
    try transaction.record(.serial, [.code(sku), .text(number)])
  }

  func serials(_ number: String) throws -> [SerialNumber] {
    try transaction.records(.serials, [.text(number)])
  }

  func serials(in holder: Holder) throws -> [SerialNumber] {
    try transaction.records(.serialsIn, [.text(holder.kind), .text(holder.code)])
  }

  func unit(_ code: Code<HandlingUnit>) throws -> HandlingUnit? {
    try transaction.record(.unit, [.code(code)])
  }

  func units(in bin: Code<Bin>) throws -> [HandlingUnit] {
    try transaction.records(.unitsIn, [.code(bin)])
  }

  func units(of list: Code<PickList>) throws -> [HandlingUnit] {
    try transaction.records(.unitsOf, [.code(list)])
  }
}
