/// What a printer says of itself.
public struct PrinterStatus: Sendable, Hashable, Codable {
  /// What keeps it from printing; none: it is ready.
  public var faults: [PrinterFault]
  /// Whether paper is moving.
  public var isPrinting: Bool
  /// How many labels wait in its memory.
  public var waiting: Int
  /// Whether it has the beginning of a label whose end has not come.
  public var isPartial: Bool
  /// How many labels came out of it since it was made; nil when it does not count.
  public var odometer: Int?

  /// Makes a status.
  public init(
    faults: [PrinterFault] = [], isPrinting: Bool = false, waiting: Int = 0,
    isPartial: Bool = false, odometer: Int? = nil
  ) {
    self.faults = faults
    self.isPrinting = isPrinting
    self.waiting = waiting
    self.isPartial = isPartial
    self.odometer = odometer
  }

  /// Whether nothing is in its memory or on its way out.
  public var isIdle: Bool { waiting == 0 && !isPrinting && !isPartial }
}
