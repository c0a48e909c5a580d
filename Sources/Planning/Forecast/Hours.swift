import Glibc
import Warehouse

/// When somebody is not at work in one replica, in seconds from now.
///
/// Breaks are as late as people go on them and come back; absences are drawn as those that were seen.
struct Hours {
  private var pauses: [(from: Double, to: Double)] = []

  /// How far absences are drawn.
  private static let horizon = 6 * 3_600.0
  /// From how long a silence in the middle of work on somebody is away.
  private static let silence = 90.0

  init(
    of worker: FloorWork.Worker, isBusy: Bool, in prepared: Prepared,
    _ random: inout ForecastRandom
  ) {
    let work = prepared.work
    let (lag, overrun) = (
      2 * work.sundry.breakLag * random.unit(), 2 * work.sundry.breakOverrun * random.unit()
    )
    let seen = -worker.since
    for pause in prepared.breaks where pause.to + overrun > 0 && seen < pause.to {
      // One who did something in the break has not gone yet.
      pauses.append((max(pause.from + lag, seen), pause.to + overrun))
    }
    let isOnBreak = pauses.contains { $0.from <= 0 }
    let absences = work.absences
    guard absences.perSecond > 0 else { return }
    if isBusy, !isOnBreak, worker.since > Self.silence {
      // Away now: as long as those who were away longer than this.
      let longer = absences.lengths.filter { $0 > worker.since - 30 }
      let length = longer.isEmpty ? worker.since + 120 : longer[random.below(longer.count)]
      pauses.append((seen, max(5, length - worker.since + 30)))
    }
    var at = 0.0
    while true {
      at -= log(random.unit()) / absences.perSecond
      guard at < Self.horizon else { break }
      let length = absences.lengths[random.below(absences.lengths.count)]
      pauses.append((at, at + length))
      at += length
    }
    pauses.sort { $0.from < $1.from }
  }

  /// When work can begin that comes at a moment.
  func begin(from start: Double) -> Double {
    var at = start
    for pause in pauses where pause.to > at {
      guard pause.from <= at else { break }
      at = pause.to
    }
    return at
  }

  /// When work that takes so long is done.
  func end(of seconds: Double, from start: Double) -> Double {
    var at = start
    var left = seconds
    for pause in pauses where pause.to > at {
      guard pause.from < at + left else { break }
      left -= max(0, pause.from - at)
      at = pause.to
    }
    return at + left
  }
}
