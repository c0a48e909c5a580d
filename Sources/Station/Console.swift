import Barcodes
import Dispatch
import Flows
import Foundation
import Glibc
public import Storage
public import Terminal
public import Warehouse

/// A handheld on a real terminal: one thread, one loop, one wait.
///
/// Bytes are read, decoded and handed over in batches; the glass is repainted once a batch. A
/// hang-up ends the loop at once, SIGTERM after the effect in flight: what was done is recorded
/// already. Labels are printed beside it.
@MainActor
public final class Console {
  private let handheld: Handheld
  private let store: any Store
  private let display: any Display
  private let printing: PrintLoop?
  private let now: @Sendable () -> Timestamp
  private let fixedSize: Size?
  private var glass: Glass
  private var decoder: InputDecoder
  private var head = 0
  /// When the last input came, in milliseconds of the monotonic clock.
  private var touched: Int64 = 0
  private let standing: Tones

  /// How often others' work is looked for, in milliseconds.
  private static let beat: Int64 = 500
  /// After how long without input a word from the supervisor may interrupt, in milliseconds.
  private static let calm: Int64 = 3_000
  /// After how long without input what is typed is kept and the store is tended, in milliseconds.
  private static let pause: Int64 = 300
  /// When what is typed is kept.
  private var keepDue: Int64?

  /// Makes a console.
  ///
  /// - Parameters:
  ///   - handheld: the handheld.
  ///   - store: its store.
  ///   - display: where it is shown.
  ///   - glass: its size, language and charset; the size follows the display unless `fixedSize`.
  ///   - fixedSize: whether the size stays as it is.
  ///   - decoder: how bytes become inputs.
  ///   - printing: prints labels beside the loop; nil leaves them to others.
  ///   - now: the time.
  public init(
    handheld: Handheld, store: any Store, display: any Display, glass: Glass, fixedSize: Bool,
    decoder: InputDecoder, printing: PrintLoop?, now: @escaping @Sendable () -> Timestamp
  ) {
    self.handheld = handheld
    self.store = store
    self.display = display
    self.glass = glass
    self.fixedSize = fixedSize ? glass.size : nil
    self.decoder = decoder
    self.printing = printing
    self.now = now
    standing = display.tones
  }

  /// Runs until the person leaves (Ctrl-C, Ctrl-D), the terminal goes, or SIGTERM comes.
  ///
  /// - Parameter early: bytes that were typed before the loop began.
  public func run(early: [UInt8] = []) throws {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    head = try store.head()
    handheld.willWork = { [unowned self] in try MainActor.assumeIsolated { try self.paint() } }
    try paint()
    touched = Poller.now
    var inputs = feed(early)
    while true {
      var ended = false
      var stale = false
      for wakeup in poller.wait(timeout: inputs.isEmpty ? timeout : 0) {
        switch wakeup {
        case .input(let bytes):
          touched = Poller.now
          inputs += feed(bytes)
        case .signal(.resized), .signal(.resume): stale = true
        case .signal(.suspend): stale = suspend() || stale
        case .signal(.terminate), .signal(.hangup), .hangup: ended = true
        case .extra: break
        }
      }
      inputs += decoder.expire(at: Poller.now)
      if inputs.isEmpty, let due = tendDue, Poller.now >= due {
        tendDue = nil
        store.tend()
      }
      if inputs.isEmpty, isIdle {
        touched = Poller.now
        inputs = [.idle]
      }
      if let quit = inputs.firstIndex(where: Self.leaves) {
        inputs.removeSubrange(quit...)
        ended = true
      }
      if inputs.contains(.key(.control("l"))) {
        display.redraw()
        inputs.removeAll { $0 == .key(.control("l")) }
      }
      if inputs.contains(.key(.control("z"))) {
        inputs.removeAll { $0 == .key(.control("z")) }
        stale = suspend() || stale
      }
      var changed = try took(&inputs, poller) || follow() || listen()
      if let due = keepDue, Poller.now >= due {
        keepDue = nil
        changed = handheld.keep() || changed
      }
      if ended { return try handheld.rest() }
      display.ringIfDue()
      if stale { _ = display.resize() }
      if changed || stale || minutePassed() { try paint() }
    }
  }

  private func took(_ inputs: inout [Input], _ poller: Poller) throws -> Bool {
    guard !inputs.isEmpty else { return false }
    let echo = try handheld.handle(inputs)
    inputs = []
    keepDue = Poller.now + Self.pause
    if echo.committed { printing?.wake() }
    if echo.dropped {
      // What was scanned before the refusal could be seen waits in the terminal's buffer.
      for case .input(let bytes) in poller.wait(timeout: 0) {
        let waiting = feed(bytes)
        handheld.drop(waiting)
        inputs += waiting.filter { if case .key = $0 { true } else { false } }
      }
    }
    display.tones = handheld.conversation.tones ?? standing
    try paint()
    for sound in echo.sounds { display.sound(sound) }
    tendDue = Poller.now + Self.pause
    return false
  }

  /// Lets a live screen follow what others did.
  ///
  /// Following costs at most a thirtieth of the time: what took long is not looked at again soon.
  private func follow() throws -> Bool {
    guard handheld.conversation.isLive, Poller.now >= nextFollow else { return false }
    // A store that cannot be read is looked at all the same: the look says so.
    let latest = (try? store.head()) ?? -1
    let begun = Poller.now
    let shown = handheld.scaleRevision
    guard latest != head || shown != scaleSeen || begun >= staleAt else { return false }
    head = latest
    scaleSeen = shown
    let echo = try handheld.handle([.changed])
    // What lies on the scale may close a parcel.
    if echo.committed { printing?.wake() }
    for sound in echo.sounds { display.sound(sound) }
    nextFollow = Poller.now + 30 * (Poller.now - begun)
    // What is told of the time to come ages even where nothing happens.
    staleAt = nextFollow + 20_000
    return true
  }

  /// Shows a word from the supervisor to somebody who waits at a step and does nothing.
  private func listen() throws -> Bool {
    guard Poller.now >= max(touched, heard) + Self.calm else { return false }
    heard = Poller.now
    let told = handheld.conversation.told
    let echo = try handheld.hear()
    for sound in echo.sounds { display.sound(sound) }
    return told != handheld.conversation.told
  }

  /// When a word from the supervisor was looked for last.
  private var heard: Int64 = 0

  /// When the store may be tended: nobody has scanned for a moment, and a burst is not held up.
  private var tendDue: Int64?

  private var nextFollow: Int64 = 0
  private var staleAt: Int64 = 0
  private var scaleSeen = 0

  private var shownMinute: Int64 = 0

  private func minutePassed() -> Bool { now().milliseconds / 60_000 != shownMinute }

  private func paint() throws {
    let at = now()
    shownMinute = at.milliseconds / 60_000
    if fixedSize == nil { glass.size = display.size }
    display.conceal(handheld.conversation.isSecret)
    display.show(try glass.frame(of: handheld, at: at))
  }

  private var timeout: Int64 {
    let deadlines = [decoder.deadline, display.bellDue, idleDue, keepDue, tendDue].compactMap { $0 }
    let due = deadlines.min().map { max(0, $0 - Poller.now) } ?? Self.beat
    return min(due, handheld.conversation.isLive ? Self.beat : 10 * Self.beat)
  }

  /// Gives the terminal to the shell this was started from, if there is one to take it.
  ///
  /// As a login shell or a forced command the process is in its session's first group: nobody
  /// would bring it back, and nobody gets out.
  private func suspend() -> Bool {
    guard getpgrp() != getsid(0) else { return false }
    display.suspend()
    return true
  }

  private func feed(_ bytes: [UInt8]) -> [Input] {
    let isChoice = if case .choose = handheld.prompt { true } else { false }
    return decoder.feed(
      bytes, at: Poller.now, isSecret: handheld.conversation.isSecret, isChoice: isChoice)
  }

  /// When the handheld locks, as the site wants it; nil when it is locked, or never.
  private var idleDue: Int64? {
    guard let minutes = handheld.idleLock, !handheld.conversation.isLocked else { return nil }
    return touched + Int64(minutes) * 60_000
  }

  private var isIdle: Bool { idleDue.map { Poller.now >= $0 } ?? false }

  private static func leaves(_ input: Input) -> Bool {
    input == .key(.control("c")) || input == .key(.control("d"))
  }
}
