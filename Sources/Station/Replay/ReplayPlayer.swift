public import Flows
public import Terminal
import Warehouse

/// A replay on a terminal: plays by itself at a speed, or step by step.
///
/// Space stops and goes on, n and p step, + and - change the speed, j and a time such as 14:05
/// jumps, Tab looks at one handheld after the other or at all, q ends.
@MainActor
public final class ReplayPlayer {
  private var tape: ReplayTape
  private let display: any Display
  private let language: Language
  private let utcOffset: Int
  private var speed: Double
  private var isPlaying: Bool
  private var focus: Code<Device>?
  private var page = 0
  private var jump: String?
  private var anchor: (real: Int64, at: Timestamp)

  /// Makes a player.
  public init(
    _ tape: ReplayTape, display: any Display, language: Language, speed: Double, isPlaying: Bool
  ) {
    self.tape = tape
    self.display = display
    self.language = language
    self.speed = speed
    self.isPlaying = isPlaying
    utcOffset = tape.replay.utcOffset
    anchor = (Poller.now, tape.at)
  }

  /// Plays until the person leaves.
  public func run() throws {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    var keys = KeyDecoder(delay: 25)
    try tape.forward()
    // Everybody stands somewhere when it begins.
    try tape.seek(to: tape.at)
    restart()
    paint()
    while true {
      var pressed: [Key] = []
      for wakeup in poller.wait(timeout: timeout(keys.deadline)) {
        switch wakeup {
        case .input(let bytes): pressed += keys.feed(bytes, at: Poller.now)
        case .signal(.resized), .signal(.resume): _ = display.resize()
        case .signal(.suspend): display.suspend()
        case .signal(.terminate), .signal(.hangup), .hangup: return
        case .extra: break
        }
      }
      pressed += keys.expire(at: Poller.now)
      for key in pressed {
        if try take(key) { return }
      }
      try play()
      paint()
    }
  }

  private func restart() { anchor = (Poller.now, tape.at) }

  private var due: Timestamp {
    anchor.at.adding(milliseconds: Int64(Double(Poller.now - anchor.real) * speed))
  }

  private func play() throws {
    guard isPlaying, jump == nil else { return }
    let due = due
    // No screen is left out unseen for long: a batch ends with a picture.
    var count = 0
    while let next = tape.nextAt, next <= due, count < 200 {
      try tape.forward()
      count += 1
    }
    if tape.nextAt == nil { isPlaying = false }
  }

  private func timeout(_ deadline: Int64?) -> Int64? {
    let key = deadline.map { max(0, $0 - Poller.now) }
    guard isPlaying, jump == nil, let next = tape.nextAt else { return key }
    let wait = Double(next.milliseconds - due.milliseconds) / speed
    return min(key ?? 500, Int64(max(0, min(wait, 500))))
  }

  /// Takes a key; whether it ends the replay.
  private func take(_ key: Key) throws -> Bool {
    if let typed = jump { return try take(key, jumpingTo: typed) }
    switch key {
    case .character("q"), .escape, .control("c"), .control("d"), .function(3): return true
    case .character(" "):
      isPlaying.toggle()
      restart()
    case .character("n"), .right:
      isPlaying = false
      while try tape.forward(), isElsewhere {}
    case .character("p"), .left:
      isPlaying = false
      repeat { try tape.back() } while isElsewhere && tape.index > 1
    case .character("+"), .character("="), .character("-"):
      speed = min(100_000, max(0.125, speed * (key == .character("-") ? 0.5 : 2)))
      restart()
    case .character("j"): jump = ""
    case .tab: focusNext()
    case .pageDown: page += 1
    case .pageUp: page = max(0, page - 1)
    case .control("l"): display.redraw()
    case .character, .function, .enter, .backspace, .delete, .up, .down, .home, .end, .control:
      break
    }
    return false
  }

  private func take(_ key: Key, jumpingTo typed: String) throws -> Bool {
    switch key {
    case .character(let character) where character.isNumber || character == ":":
      if typed.count < 8 { jump = typed + String(character) }
    case .backspace: jump = String(typed.dropLast())
    case .enter:
      jump = nil
      if let time = ReplayTime(typed)?.on(tape.at, utcOffset: utcOffset) {
        try tape.seek(to: time)
      }
      restart()
    case .escape: jump = nil
    case .control("c"), .control("d"): return true
    case .character, .function, .delete, .tab, .up, .down, .left, .right, .pageUp, .pageDown,
      .home, .end, .control:
      break
    }
    return false
  }

  /// Whether the last moment was another handheld's than the one looked at.
  private var isElsewhere: Bool { focus.map { tape.latest != $0 } ?? false }

  private func focusNext() {
    let devices = tape.shown.map(\.device)
    guard let focus, let index = devices.firstIndex(of: focus) else {
      focus = devices.first
      return
    }
    self.focus = index + 1 < devices.count ? devices[index + 1] : nil
  }

  private func paint() {
    let size = display.size
    var moments = tape.shown
    if let focus { moments = moments.filter { $0.device == focus } }
    let picture = ReplayPicture(size: size, language: language, charset: display.charset)
    display.show(picture.frame(moments, status: status(moments), page: page, by: tape.replay))
  }

  private func status(_ moments: [FloorReplay.Moment]) -> String {
    let clock = ReplayTime.clock(tape.at, utcOffset: utcOffset)
    if let jump { return Text(zh: " 跳到时刻 \(jump)_", en: " Jump to time \(jump)_")[language] }
    let state =
      isPlaying
      ? Text(zh: "播放", en: "plays")
      : tape.nextAt == nil ? Text(zh: "结束", en: "end") : Text(zh: "暂停", en: "stopped")
    let rate = speed >= 1 ? "x\(Int(speed))" : "x1/\(Int(1 / speed))"
    var words = [clock, rate, state[language]]
    if moments.count == 1, let moment = moments.first {
      words.append("\(moment.device) \(moment.session?.badge.rawValue ?? "-") #\(moment.number)")
      if moment.isReconstructed {
        words.append(Text(zh: "断电前未记录", en: "not recorded before power loss")[language])
      }
      switch moment.replica.doubt {
      case .older: words.append(Text(zh: "旧版日志, 可能不同", en: "older journal: may differ")[language])
      case .unreadable, .gap: words.append(Text(zh: "有缺, 可能不同", en: "gaps: may differ")[language])
      case nil: break
      }
    }
    words.append(
      Text(zh: "空格 n p + - j Tab q", en: "Space n p + - j Tab q")[language])
    return " " + words.joined(separator: "  ")
  }
}
