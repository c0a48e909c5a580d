/// A wave that meets a request, and how good any other could be.
public struct WaveChoice: Hashable, Sendable {
  /// The orders to release, indices into the request, ascending.
  public let orders: [Int]
  /// The aisles that supply them, indices into the request, ascending.
  public let aisles: [Int]
  /// Units of the orders.
  public let units: Int
  /// No wave has more units for each aisle than this.
  public let bound: WaveRatio
  /// How many moves of the search it took until this wave was found.
  public let foundAfterMoves: Int

  /// Units for each aisle.
  public var ratio: WaveRatio { WaveRatio(units: units, aisles: aisles.count) }
  /// Whether no better wave exists.
  public var proven: Bool { ratio == bound }
}

/// What came of looking for a wave.
public enum WaveOutcome: Hashable, Sendable {
  /// A wave that meets the request.
  case choice(WaveChoice)
  /// No wave meets the request, which is proven; the text says why in one sentence.
  case infeasible(String)
  /// No wave was found before the limit; there may be one, with a ratio up to the bound.
  case noneFound(bound: WaveRatio)
}
