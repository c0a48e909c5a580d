import Planning
import Warehouse

/// What one person did, as far as the journal was read.
struct PersonTally: Sendable {
  var since: Timestamp
  var last: Timestamp
  var isPacking: Bool?
  var list: Code<PickList>?
  var order: Code<Order>?
  /// The wave of the order on the bench.
  var bench: Code<Wave>?
  var lines = 0
  var pieces = 0
  var orders = 0
  var shorts = 0
  var refused = 0
  /// Milliseconds without an act for longer than five minutes.
  var idle: Int64 = 0
  var hasLeft = false

  init(since: Timestamp) {
    self.since = since
    last = since
  }

  /// Takes an act, or that it was refused: as a mistake, or for what others or the stock got wrong.
  mutating func take(_ act: FloorAct, refused isRefused: Bool, mistaken isMistake: Bool) {
    let silence = act.at.milliseconds - last.milliseconds
    if silence > 300_000 { idle += silence - 60_000 }
    last = act.at
    hasLeft = false
    guard !isRefused else {
      refused += isMistake ? 1 : 0
      return
    }
    switch act.kind {
    case .sign, .newWalk: break
    case .leave: hasLeft = true
    case .take(let code, _):
      isPacking = false
      list = code
    case .bind: isPacking = false
    case .pick(let code, _, let count, let closed):
      isPacking = false
      list = code
      pieces += count
      lines += closed
    case .short: shorts += 1
    case .finish: list = nil
    case .seed(let count):
      isPacking = true
      pieces += count
    case .open(let number):
      isPacking = true
      order = number
    case .verify(let count): pieces += count
    case .close:
      isPacking = true
      order = nil
      orders += 1
    }
  }
}
