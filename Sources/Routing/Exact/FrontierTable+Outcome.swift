extension FrontierTable {
  /// The class after a block between two vertices was dealt with; -1 where that leads nowhere.
  @inline(__always)
  func applying(_ outcome: BlockOutcome, _ block: Int, to number: Int) -> Int {
    let base = block * classCount
    guard outcome.connects else {
      let reached = meeting(outcome.low, block, number)
      return reached < 0 ? reached : meeting(outcome.high, block + 1, reached)
    }
    if outcome.low == 1 && outcome.high == 1 { return Int(traverse[base + number]) }
    let joined = Int(join[base + number])
    if joined < 0 || outcome.low == outcome.high { return joined }
    return Int(flip[(outcome.low == 1 ? base : base + classCount) + joined])
  }

  @inline(__always)
  private func meeting(_ times: Int, _ vertex: Int, _ number: Int) -> Int {
    if times == 0 { return number }
    return Int((times == 1 ? flip : touch)[vertex * classCount + number])
  }
}
