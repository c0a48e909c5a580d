import Barcodes
import Dispatch
import Flows
import Foundation
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

  /// How often others' work is looked for, in milliseconds.
  private static let beat: Int64 = 500

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
  }

  /// Runs until the person leaves (Ctrl-C, Ctrl-D), the terminal goes, or SIGTERM comes.
  ///
  /// - Parameter early: bytes that were typed before the loop began.
  public func run(early: [UInt8] = []) throws {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    head = try store.head()
    try paint()
    var inputs = decoder.feed(early, at: Poller.now)
    while true {
      var ended = false
      var stale = false
      for wakeup in poller.wait(timeout: inputs.isEmpty ? timeout : 0) {
        switch wakeup {
        case .input(let bytes): inputs += decoder.feed(bytes, at: Poller.now)
        case .signal(.resized), .signal(.resume): stale = true
        case .signal(.suspend): display.suspend()
        case .signal(.terminate), .signal(.hangup), .hangup: ended = true
        case .extra: break
        }
      }
      inputs += decoder.expire(at: Poller.now)
      if let quit = inputs.firstIndex(where: Self.leaves) {
        inputs.removeSubrange(quit...)
        ended = true
      }
      if inputs.contains(.key(.control("l"))) {
        display.redraw()
        inputs.removeAll { $0 == .key(.control("l")) }
      }
      let changed = try took(&inputs, poller) || follow()
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
    if echo.committed { printing?.wake() }
    if echo.dropped {
      // What was scanned before the refusal could be seen waits in the terminal's buffer.
      for case .input(let bytes) in poller.wait(timeout: 0) {
        let waiting = decoder.feed(bytes, at: Poller.now)
        handheld.drop(waiting)
        inputs += waiting.filter { if case .key = $0 { true } else { false } }
      }
    }
    try paint()
    for sound in echo.sounds { display.sound(sound) }
    return false
  }

  /// Lets a live screen follow what others did.
  private func follow() throws -> Bool {
    guard handheld.conversation.isLive else { return false }
    let latest = try store.head()
    guard latest != head else { return false }
    head = latest
    for sound in try handheld.handle([.changed]).sounds { display.sound(sound) }
    return true
  }

  private var shownMinute: Int64 = 0

  private func minutePassed() -> Bool { now().milliseconds / 60_000 != shownMinute }

  private func paint() throws {
    let at = now()
    shownMinute = at.milliseconds / 60_000
    if fixedSize == nil { glass.size = display.size }
    display.show(try glass.frame(of: handheld, at: at))
  }

  private var timeout: Int64 {
    let deadlines = [decoder.deadline, display.bellDue].compactMap { $0 }
    let due = deadlines.min().map { max(0, $0 - Poller.now) } ?? Self.beat
    return min(due, handheld.conversation.isLive ? Self.beat : 10 * Self.beat)
  }

  private static func leaves(_ input: Input) -> Bool {
    input == .key(.control("c")) || input == .key(.control("d"))
  }
}
