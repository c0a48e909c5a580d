public import Warehouse

/// What a scale shows, from its readings and the times they came at.
///
/// A weight is another load when the pan was empty before it: so nobody can weigh the parcel that
/// was left on it. Pure: readings and milliseconds come in.
public struct ScaleWatch: Sendable {
  /// So many grams and fewer are an empty pan.
  public static let empty = 2
  /// Without a reading for so long a scale is silent, in milliseconds.
  public static let silence: Int64 = 2000
  /// Without rest for so long it is unstable.
  public static let unrest: Int64 = 3000

  /// What it shows.
  public private(set) var view: ScaleView
  private let readings: Int
  private var resting: RestingWeight
  private var load: Int
  private var isLoaded = false
  private var heard: Int64
  private var moves: Int64?

  /// Begins at a moment; loads are counted on from a number that no earlier watch had.
  public init(readings: Int = 3, at milliseconds: Int64, loads: Int) {
    self.readings = readings
    resting = RestingWeight(readings: readings)
    load = loads
    heard = milliseconds
    view = .moving
  }

  /// Takes a reading that came at a moment.
  public mutating func take(_ reading: ScaleReading, at milliseconds: Int64) {
    heard = milliseconds
    let weight = resting.take(reading)
    switch reading {
    case .weight(let grams, _):
      if grams > Self.empty, !isLoaded { isLoaded = true; load += 1 }
      guard let weight else {
        let since = moves ?? milliseconds
        moves = since
        // A weight that rested stands until the pan has really moved.
        let isUnstable = milliseconds - since >= Self.unrest
        view = isUnstable ? .fault(.unstable) : .moving
        return
      }
      moves = nil
      if weight < -Self.empty {
        isLoaded = false
        view = .fault(.negative)
      } else if weight <= Self.empty {
        isLoaded = false
        view = .empty
      } else {
        view = .resting(grams: weight, load: load)
      }
    case .overload: view = .fault(.overload)
    case .underload:
      isLoaded = false
      view = .fault(.negative)
    case .unit: view = .fault(.unit)
    case .unreadable: view = .fault(.unreadable)
    }
  }

  /// Looks at the clock: a scale that says nothing is silent.
  public mutating func look(at milliseconds: Int64) {
    if milliseconds - heard >= Self.silence {
      view = .fault(.silent)
      resting = RestingWeight(readings: readings)
      moves = nil
    }
  }

  /// The line to the scale is cut, or never was there.
  public mutating func unplug() {
    view = .fault(.unplugged)
    resting = RestingWeight(readings: readings)
    isLoaded = false
    moves = nil
  }

  /// The line is there again: what comes on it says more.
  public mutating func plug(at milliseconds: Int64) { heard = milliseconds }
}
