import Flows
import Storage
import Warehouse

extension DrillFloor {
  /// The score of what was done so far, in whole numbers from whole numbers.
  public func score() throws -> ScoreCard {
    let escapes = try escapes()
    let undone = try undone()
    let missed = try drill.faults.filter { try !isAnswered($0) }
    let falseShorts = tally.shorts.filter { !$0.isTrue }.count
    let seconds = Int(elapsed / 1000)
    let shortest = tally.steps - tally.deviation
    let speed = max(1, site.walkingSpeed)
    let par = drill.par ?? tally.standard + shortest / speed
    let faults = drill.faults.count

    func part(_ id: String, _ zh: String, _ en: String, _ points: Int, _ of: Int, _ detail: Text)
      -> ScoreCard.Part
    {
      ScoreCard.Part(
        id: id, name: Text(zh: zh, en: en), points: max(0, min(of, points)), of: of, detail: detail)
    }
    let slow = seconds <= par ? 0 : (seconds - par) * 20 / max(1, par)
    // A little beside the shortest path is nobody's fault: 5 parts in 100 are free.
    let stray =
      tally.deviation * 20 <= shortest ? 0 : tally.deviation * 20 / max(1, shortest)
    let parts = [
      part(
        "shipped", "错发", "Wrong units", escapes == 0 ? 40 : 0, 40,
        Text(zh: "会错发 \(escapes) 件", en: "\(escapes) would have shipped")),
      part(
        "exceptions", "异常", "Exceptions",
        (faults == 0 ? 20 : 20 * (faults - missed.count) / faults) - 5 * falseShorts, 20,
        Text(
          zh: "\(faults - missed.count)/\(faults) 对, 误报缺 \(falseShorts)",
          en: "\(faults - missed.count) of \(faults) right, \(falseShorts) false shorts")),
      part(
        "scans", "误扫", "Wrong scans", 10 - 2 * tally.wrongScans, 10,
        Text(zh: "被拦 \(tally.wrongScans) 次", en: "\(tally.wrongScans) refused")),
      part(
        "recovery", "补救", "Recoveries", escapes == 0 && undone == 0 ? 5 : 0, 5,
        Text(
          zh: "撤 \(tally.takenBack), 没做完 \(undone)",
          en: "\(tally.takenBack) undone picks, \(undone) left")),
      part(
        "time", "时间", "Time", 10 - slow, 10,
        Text(zh: "\(seconds)秒, 标准 \(par)秒", en: "\(seconds) s, par \(par) s")),
      part(
        "metres", "路程", "Metres", 10 - stray, 10,
        Text(
          zh: "\(tally.steps / 1000)米, 最短 \(shortest / 1000)米",
          en: "\(tally.steps / 1000) m, shortest \(shortest / 1000) m")),
      part(
        "keys", "按键", "Keys", 5 - tally.needless, 5,
        Text(zh: "多余 \(tally.needless)", en: "\(tally.needless) needless")),
    ]
    var cap: Int?
    if escapes > 0 { cap = max(20, 65 - 5 * escapes) }
    if undone > 0 { cap = min(cap ?? 100, 50) }
    let sum = parts.reduce(0) { $0 + $1.points }
    return ScoreCard(
      drill: drill.id, name: drill.name, total: min(sum, cap ?? 100), parts: parts, cap: cap,
      weaknesses: weaknesses(
        escapes: escapes, undone: undone, missed: missed.count, falseShorts: falseShorts,
        slow: slow, stray: stray),
      escapes: escapes, undone: undone, seconds: seconds, par: par, metres: tally.steps / 1000,
      shortest: shortest / 1000, missed: missed.map(\.kind.rawValue), branch: recording.branch)
  }

  private func weaknesses(
    escapes: Int, undone: Int, missed: Int, falseShorts: Int, slow: Int, stray: Int
  ) -> [ScoreCard.Weakness] {
    var found: [ScoreCard.Weakness] = []
    if tally.typedItems > 0 { found.append(.doesNotScanItems) }
    if tally.wrongDates > 0 { found.append(.ignoresDates) }
    if tally.wrongTotes > 0 || tally.wrongTotePuts > 0 { found.append(.wrongTotes) }
    if stray > 0 { found.append(.walksByNumber) }
    let isMixedUp = world.parcels.contains { $0.label != nil && $0.label != $0.code }
    if tally.wrongGoods > 0 || (escapes > 0 && !isMixedUp && tally.wrongDates == 0) {
      found.append(.doesNotLook)
    }
    if isMixedUp || world.parcels.contains(where: { $0.isClosed && $0.label == nil }) {
      found.append(.wrongLabels)
    }
    if falseShorts > 0 { found.append(.shortsTooSoon) }
    if missed > 0 { found.append(.missesFaults) }
    if undone > 0 { found.append(.leavesUndone) }
    if slow > 0 { found.append(.slow) }
    if tally.needless > 0 { found.append(.needlessKeys) }
    return found
  }
}
