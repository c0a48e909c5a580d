/// A box that carries pieces through the house: one order's, or those of many that were picked
/// together.
public struct Tote: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Tote>
  /// The order whose pieces it carries; nil when it is free.
  public var order: Code<Order>?
  /// The list whose orders' pieces lie in it together; nil unless they were picked so.
  public var list: Code<PickList>?
  /// The bench its cart was dropped at; nil when anybody may take it.
  public var bench: Code<Workstation>?

  /// Makes a tote.
  public init(
    code: Code<Tote>, order: Code<Order>? = nil, list: Code<PickList>? = nil,
    bench: Code<Workstation>? = nil
  ) {
    self.bench = bench
    self.code = code
    self.order = order
    self.list = list
  }
}

/// What totes are wheeled on.
public struct Cart: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Cart>
  /// How many totes it takes.
  public var slots: Int

  /// Makes a cart.
  public init(code: Code<Cart>, slots: Int) {
    self.code = code
    self.slots = slots
  }
}

/// A kind of carton parcels are packed in.
public struct CartonType: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<CartonType>
  /// Its inside in millimetres.
  public var inside: Dimensions
  /// Its own weight in grams.
  public var grams: Int
  /// The most grams of goods it carries; nil for no limit of its own.
  public var mostGrams: Int?

  /// Makes a kind of carton.
  public init(
    code: Code<CartonType>, inside: Dimensions, grams: Int, mostGrams: Int? = nil
  ) {
    self.code = code
    self.inside = inside
    self.grams = grams
    self.mostGrams = mostGrams
  }
}

/// A bench where parcels are packed.
public struct Workstation: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Workstation>
  /// The printer its labels come from.
  public var printer: Code<LabelPrinter>?
  /// The printer they come from while that one cannot print.
  public var fallback: Code<LabelPrinter>?

  /// Makes a bench.
  public init(
    code: Code<Workstation>, printer: Code<LabelPrinter>? = nil,
    fallback: Code<LabelPrinter>? = nil
  ) {
    self.code = code
    self.printer = printer
    self.fallback = fallback
  }
}

/// A printer of labels, and how it is reached.
public struct LabelPrinter: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<LabelPrinter>
  /// How it is reached: `spool:FOLDER`, `tcp:HOST:PORT` or `ipp://HOST:PORT/QUEUE`.
  public var address: String
  /// What it understands: `zpl`, `tspl`, `pdf` or `png`.
  public var format: String

  /// Makes a printer.
  public init(code: Code<LabelPrinter>, address: String, format: String = "zpl") {
    self.code = code
    self.address = address
    self.format = format
  }
}
