public import Flows
import Foundation
public import Storage
public import Terminal
public import Warehouse

/// The one line a shadow leaves in the journal: which handheld was watched, and from where.
public enum ShadowAudit {
  /// Writes the line.
  public static func write(
    _ device: Code<Device>, by: String, to store: any Store, seed: String, at: Timestamp
  ) throws {
    let payload = ReplayRecorder.text(["by": by, "of": device.rawValue])
    _ = try store.commit(
      Commit(
        id: "shadow-\(seed)", command: .note,
        events: [JournalEvent(kind: "shadow", payload: payload, at: at, code: device.rawValue)],
        at: at))
  }
}

/// Frames of replicas as their handhelds show them, with names from the store.
public struct ShadowFrames: Sendable {
  private let replay: FloorReplay

  /// Frames for a store.
  public init(_ store: any Store) throws {
    replay = try FloorReplay(store)
  }

  /// The cells of a replica at a moment.
  public func frame(of replica: Replica, at: Timestamp) -> Frame? {
    replay.frame(of: replica, at: at)
  }
}

/// A shadow on a terminal: the handheld's screen as it changes, over a line that says whose it is.
///
/// Esc or q ends.
@MainActor
public final class ShadowWatch {
  private var feed: ShadowFeed
  private let frames: ShadowFrames
  private let display: any Display
  private let language: Language
  private let now: @Sendable () -> Timestamp
  private let utcOffset: Int

  /// How often the journal's end is looked at, in milliseconds.
  private static let beat: Int64 = 250

  /// Makes a shadow.
  public init(
    _ feed: ShadowFeed, frames: ShadowFrames, display: any Display, language: Language,
    now: @escaping @Sendable () -> Timestamp, utcOffset: Int
  ) {
    self.feed = feed
    self.frames = frames
    self.display = display
    self.language = language
    self.now = now
    self.utcOffset = utcOffset
  }

  /// Watches until the person leaves.
  public func run() throws {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    var keys = KeyDecoder(delay: 25)
    while true {
      paint()
      var pressed: [Key] = []
      let wait = keys.deadline.map { max(0, $0 - Poller.now) } ?? Self.beat
      for wakeup in poller.wait(timeout: min(wait, Self.beat)) {
        switch wakeup {
        case .input(let bytes): pressed += keys.feed(bytes, at: Poller.now)
        case .signal(.resized), .signal(.resume): _ = display.resize()
        case .signal(.suspend): display.suspend()
        case .signal(.terminate), .signal(.hangup), .hangup: return
        case .extra: break
        }
      }
      pressed += keys.expire(at: Poller.now)
      if pressed.contains(where: Self.ends) { return }
      _ = try feed.poll()
    }
  }

  private static func ends(_ key: Key) -> Bool {
    [.escape, .character("q"), .control("c"), .control("d"), .function(3)].contains(key)
  }

  private func paint() {
    let size = display.size
    var frame = Frame(size: size)
    if let shown = frames.frame(of: feed.replica, at: now()) {
      frame.copy(shown.drawn(with: display.charset), row: 0, column: 0)
    }
    let replica = feed.replica
    let badge = replica.conversation?.session?.badge.rawValue ?? "-"
    let words = Text(
      zh: " 监看 \(replica.device) \(badge) 只读  Esc 结束",
      en: " Shadow of \(replica.device) \(badge), read-only  Esc ends")
    let row = size.rows - 1
    frame.fill(Area(row: row, column: 0, rows: 1, columns: size.columns), with: " ", .reverse)
    frame.put(words[language], row: row, column: 0, columns: size.columns, .reverse)
    frame.cursor = nil
    display.show(frame)
  }
}
