extension Statement {
  static let places = [
    site, replaceSite, zone, bin, workstation, workstations, printer, printers, removePrinter,
    cartons, removeCarton, cart, carts, removeCart, carrier, carriers, numberRange,
  ]

  static let site = Table.site.select("ORDER BY code LIMIT 1")
  /// A store has one site: a file that names another one replaces it.
  static let replaceSite = Statement("DELETE FROM site WHERE code <> $1")
  static let zone = Table.zone.select("WHERE code = $1")
  static let bin = Table.bin.select("WHERE code = $1")
  static let workstation = Table.workstation.select("WHERE code = $1")
  static let workstations = Table.workstation.select("ORDER BY code")
  static let printer = Table.printer.select("WHERE code = $1")
  static let printers = Table.printer.select("ORDER BY code")
  static let removePrinter = Statement("DELETE FROM printer WHERE code = $1")
  static let cartons = Table.carton.select("ORDER BY code")
  static let removeCarton = Statement("DELETE FROM carton WHERE code = $1")
  static let cart = Table.cart.select("WHERE code = $1")
  static let carts = Table.cart.select("ORDER BY code")
  static let removeCart = Statement("DELETE FROM cart WHERE code = $1")
  static let carrier = Table.carrier.select("WHERE code = $1")
  static let carriers = Table.carrier.select("ORDER BY code")
  static let numberRange = Table.numberRange.select("WHERE carrier = $1")
}
