/// Waits until a scale has come to rest: so many equal stable readings, one after the other.
public struct RestingWeight: Sendable {
  private let wanted: Int
  private var last: Int?
  private var count = 0

  /// Waits for so many equal readings; at least 1.
  public init(readings: Int = 3) { wanted = max(1, readings) }

  /// Takes a reading; the weight in grams once it rests, 0 and below included.
  public mutating func take(_ reading: ScaleReading) -> Int? {
    guard case .weight(let grams, true) = reading else {
      (last, count) = (nil, 0)
      return nil
    }
    count = grams == last ? count + 1 : 1
    last = grams
    return count >= wanted ? grams : nil
  }
}
