import Foundation
import Glibc
import Synchronization
public import Warehouse

/// Listens to the scale of a bench on a thread of its own, so that nobody waits for it.
///
/// It begins when it is first asked, and goes to another address when it is asked for that. A line
/// that is cut is tried again every second.
public final class ScaleFeed: ScaleSource {
  private struct State {
    var address = ""
    var watch: ScaleWatch
    var revision = 0
    var isStopped = false
    var turn = 0
  }

  private let state: Mutex<State>

  /// Makes a feed that listens to nothing yet.
  public init() {
    state = Mutex(State(watch: ScaleWatch(at: Self.now, loads: 0)))
  }

  /// Changes whenever the scale shows something else.
  public var revision: Int { state.withLock { $0.revision } }

  /// What the scale at an address shows now.
  public func view(of bench: Code<Workstation>, at address: String, readings: Int) -> ScaleView {
    listen(to: address, readings: readings)
    return state.withLock { $0.watch.view }
  }

  /// Begins to listen to a scale, unless it does.
  public func listen(to address: String, readings: Int) {
    let turn: Int? = state.withLock { state in
      guard state.address != address, !state.isStopped else { return nil }
      state.address = address
      // Loads go on over a restart of the program: the clock is ahead of every count before.
      state.watch = ScaleWatch(
        readings: readings, at: Self.now, loads: Int(Date().timeIntervalSince1970 * 10))
      state.turn += 1
      return state.turn
    }
    guard let turn else { return }
    guard let place = ScaleAddress(address) else {
      return state.withLock { $0.watch.unplug() }
    }
    let thread = Thread { [weak self] in
      Self.run(place, turn) { self }
    }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Stops to listen.
  public func stop() { state.withLock { $0.isStopped = true } }

  private static func run(_ place: ScaleAddress, _ turn: Int, _ feed: () -> ScaleFeed?) {
    var line: Int32?
    var decoder = ScaleDecoder()
    defer { if let line { close(line) } }
    while let feed = feed(), feed.goesOn(turn) {
      guard let open = line else {
        line = place.open()
        decoder = ScaleDecoder()
        feed.change { watch in line == nil ? watch.unplug() : watch.plug(at: now) }
        if line == nil { usleep(1_000_000) }
        continue
      }
      switch ScaleAddress.read(open, within: 200) {
      case .bytes(let bytes):
        for reading in decoder.readings(in: bytes) {
          feed.change { $0.take(reading, at: now) }
        }
      case .nothing: feed.change { $0.look(at: now) }
      case .cut:
        close(open)
        line = nil
        feed.change { $0.unplug() }
        usleep(300_000)
      }
    }
  }

  private func goesOn(_ turn: Int) -> Bool {
    state.withLock { !$0.isStopped && $0.turn == turn }
  }

  private func change(_ body: (inout ScaleWatch) -> Void) {
    state.withLock { state in
      let before = state.watch.view
      body(&state.watch)
      if state.watch.view != before { state.revision += 1 }
    }
  }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
