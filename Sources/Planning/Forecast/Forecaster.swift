public import Warehouse

/// Says when each wave will be labelled by working what is left many times over.
///
/// Each replica is a simulation of discrete events with paces drawn around those learned: people who
/// pick take the lists in their order as they get free; what they set down is packed in the order
/// it comes by those who pack. Equal work and seed give equal forecasts.
/// O(replicas x (lists x pickers + orders x packers)).
public struct Forecaster: Sendable {
  /// How often the work is done.
  public var replicas: Int
  private let seed: UInt64

  /// Makes a forecaster.
  public init(replicas: Int = 60, seed: UInt64 = 1) {
    self.replicas = max(1, replicas)
    self.seed = seed
  }

  /// The forecast of every wave with work left, in the order of `work.waves`.
  public func forecast(_ work: FloorWork) -> [WaveForecast] {
    var finishes = [[Double]](repeating: [], count: work.waves.count)
    var picked = finishes
    let prepared = Prepared(work)
    var random = ForecastRandom(seed: seed)
    // A large floor evens chance out by itself.
    for _ in 0..<min(replicas, max(24, 60_000 / max(1, prepared.orders.count))) {
      let ends = prepared.replica(&random)
      for wave in finishes.indices {
        finishes[wave].append(ends.labelled[wave])
        picked[wave].append(ends.picked[wave])
      }
    }
    return work.waves.indices.map { told(work.waves[$0], finishes[$0], picked[$0], work) }
  }

  private func told(
    _ wave: FloorWork.WaveWork, _ finishes: [Double], _ picked: [Double], _ work: FloorWork
  ) -> WaveForecast {
    let sorted = finishes.sorted()
    func at(_ share: Double, of sorted: [Double]) -> Timestamp {
      let seconds = sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
      return work.now.adding(
        milliseconds: seconds.isFinite ? Int64(seconds * 1000) : 86_400_000)
    }
    let left = Double(wave.cutOff.milliseconds - work.now.milliseconds) / 1000
    let late = sorted.filter { $0 > left }.count * 100 / sorted.count
    let middle = at(0.5, of: sorted)
    let setDown = picked.sorted()
    let risk: WaveForecast.Risk =
      if sorted.last?.isFinite != true {
        .unstaffed
      } else if left <= 0 {
        .missed
      } else if late >= Self.lateFrom {
        .late
      } else if late > Self.safeTo {
        .tight
      } else {
        .safe
      }
    return WaveForecast(
      wave: wave.code, picked: setDown.last == 0 ? nil : at(0.5, of: setDown),
      early: at(0.1, of: sorted), middle: middle, late: at(0.9, of: sorted), lateChance: late,
      slack: Int((Double(wave.cutOff.milliseconds - middle.milliseconds) / 60_000).rounded(.down)),
      risk: risk)
  }

  /// From how many late finishes of a hundred on a wave is called late.
  static let lateFrom = 40
  /// Up to how many a wave is called safe.
  static let safeTo = 15
}

/// SplitMix64 and normal numbers from it (Box and Muller 1958).
struct ForecastRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
  }

  /// A whole number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int { min(bound - 1, Int(unit() * Double(bound))) }

  /// About normal: the sum of four uniform numbers has the mean 2 and the variance 1/3.
  mutating func normal() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 1.732_050_8
  }
}
