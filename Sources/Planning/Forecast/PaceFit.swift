/// A straight line through what was seen, held back towards what was believed before: ridge
/// regression (Hoerl and Kennard 1970) with the prior as its centre.
///
/// The normal equations are all that is kept, so that learning one more act is O(1).
public struct PaceFit: Hashable, Sendable {
  private var xx = [Double](repeating: 0, count: 9)
  private var xy = [Double](repeating: 0, count: 3)
  /// How many acts were seen.
  public private(set) var count = 0

  /// Makes a fit that has seen nothing.
  public init() {}

  /// How far a single act lies from the line, in seconds.
  private static let noise = 6.0

  /// Takes one act in.
  public mutating func learn(metres: Double, acts: Double, pieces: Double, seconds: Double) {
    let x = [metres, acts, pieces]
    for row in 0..<3 {
      for column in 0..<3 { xx[row * 3 + column] += x[row] * x[column] }
      xy[row] += x[row] * seconds
    }
    count += 1
  }

  /// The pace that what was seen and what was believed make together.
  ///
  /// - Parameters:
  ///   - prior: what was believed.
  ///   - spread: how far a pace may lie from it, as a share of it.
  public func pace(prior: Pace, spread: Double) -> Pace {
    let center = [prior.metre, prior.act, prior.piece]
    var matrix = xx
    var right = xy
    for index in 0..<3 {
      let deviation = max(0.05, spread * center[index])
      let weight = Self.noise * Self.noise / (deviation * deviation)
      matrix[index * 3 + index] += weight
      right[index] += weight * center[index]
    }
    let found = Self.solved(matrix, right)
    // Nothing takes less than a fifth of what was believed, however few acts say so.
    return Pace(
      metre: max(0.2 * prior.metre, found[0]), act: max(0.2 * prior.act, found[1]),
      piece: max(0.2 * prior.piece, found[2]))
  }

  /// The pace of one who does things like others, but walks and works by hand so many times as
  /// fast: what was seen tells these two factors, held back towards 1.
  ///
  /// - Parameters:
  ///   - floor: what everybody's work takes.
  ///   - spread: how far a factor may lie from 1.
  public func pace(like floor: Pace, spread: Double) -> Pace {
    // The sums of squares of the seconds the floor would have walked (w) and worked (h).
    let (m, a, p) = (floor.metre, floor.act, floor.piece)
    let weight = Self.noise * Self.noise / (spread * spread)
    let ww = m * m * xx[0] + weight
    let wh = m * (a * xx[1] + p * xx[2])
    let hh = a * a * xx[4] + 2 * a * p * xx[5] + p * p * xx[8] + weight
    let w = m * xy[0] + weight
    let h = a * xy[1] + p * xy[2] + weight
    let determinant = ww * hh - wh * wh
    let walking = max(0.3, (w * hh - h * wh) / determinant)
    let hands = max(0.3, (h * ww - w * wh) / determinant)
    return Pace(metre: m * walking, act: a * hands, piece: p * hands)
  }

  /// Gauss's elimination; the diagonal is heavy, so that no row has to be swapped.
  private static func solved(_ matrix: [Double], _ right: [Double]) -> [Double] {
    var a = matrix
    var b = right
    for pivot in 0..<3 {
      for row in (pivot + 1)..<3 where pivot < 2 {
        let factor = a[row * 3 + pivot] / a[pivot * 3 + pivot]
        for column in pivot..<3 { a[row * 3 + column] -= factor * a[pivot * 3 + column] }
        b[row] -= factor * b[pivot]
      }
    }
    var x = [0.0, 0.0, 0.0]
    for row in stride(from: 2, through: 0, by: -1) {
      var rest = b[row]
      for column in (row + 1)..<3 where row < 2 { rest -= a[row * 3 + column] * x[column] }
      x[row] = rest / a[row * 3 + row]
    }
    return x
  }
}

/// A mean held back towards what was believed before.
public struct HeldMean: Hashable, Sendable {
  private var sum: Double
  private var weight: Double

  /// Makes a mean that counts what was believed as so many values.
  public init(_ prior: Double, weight: Double) {
    sum = prior * weight
    self.weight = weight
  }

  /// Takes a value in.
  public mutating func learn(_ value: Double) {
    sum += value
    weight += 1
  }

  /// The mean.
  public var value: Double { sum / weight }
}
