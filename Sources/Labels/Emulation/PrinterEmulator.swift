import Dispatch
import Glibc
import Synchronization

/// A label printer on 127.0.0.1 that answers for itself, counts its paper and fails on demand.
///
/// It speaks ZPL or TSPL, serves one connection at a time like the real ones, and tells of each label
/// that comes out. What it does is in ``PrinterControl``; what a real printer cannot be brought to on a
/// desk (power lost with a label in memory, a connection cut after some bytes) is what it is for.
public final class PrinterEmulator: Sendable {
  private struct State {
    var model: PrinterModel
    var labels: [EmulatedLabel] = []
    var isOn = true
    var isStopped = false
    /// Whether its thread has seen what was last wanted.
    var isSettled = true
    /// Power comes back then, in milliseconds.
    var wakesAt: Int?
    var losesFor: Int?
    var dropsAfter: Int?
  }

  /// The port it listens on.
  public let port: UInt16
  private let state: Mutex<State>
  private let told: @Sendable (EmulatedLabel) -> Void
  /// Writing a byte here ends any wait of the printer's thread.
  private let wakeRead: Int32
  private let wakeWrite: Int32

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - format: the language, ZPL or TSPL.
  ///   - port: the port; 0 takes a free one.
  ///   - odometer: labels it printed in its life so far.
  ///   - controls: what is done to it before anything comes.
  ///   - told: called on the printer's thread for each label that came out.
  public init(
    format: LabelFormat = .zpl, port: UInt16 = 0, odometer: Int = 0,
    controls: [PrinterControl] = [], told: @escaping @Sendable (EmulatedLabel) -> Void = { _ in }
  ) throws(PrinterError) {
    guard let listener = Listener.open(port: port) else {
      throw PrinterError(
        .unreachable, "cannot listen on 127.0.0.1:\(port): \(String(cString: strerror(errno)))")
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      close(listener.descriptor)
      throw PrinterError(.unreachable, "no pipe: \(String(cString: strerror(errno)))")
    }
    self.port = listener.port
    self.told = told
    wakeRead = ends[0]
    wakeWrite = ends[1]
    var first = State(model: PrinterModel(format: format, odometer: odometer))
    for control in controls { Self.apply(control, to: &first) }
    state = Mutex(first)
    // The thread keeps this object alive until stop().
    DispatchQueue(label: "emulated-printer").async { self.run(listener.descriptor) }
  }

  deinit {
    close(wakeRead)
    close(wakeWrite)
  }

  /// The labels that came out so far, oldest first.
  public var labels: [EmulatedLabel] { state.withLock { $0.labels } }

  /// The labels printed in its life.
  public var odometer: Int { state.withLock { $0.model.odometer } }

  /// Does something to the printer, and returns when it has happened.
  public func apply(_ control: PrinterControl) {
    state.withLock {
      Self.apply(control, to: &$0)
      $0.isSettled = false
    }
    wake()
    while state.withLock({ !$0.isSettled && !$0.isStopped }) { usleep(200) }
  }

  /// Ends it for good; calling it again does nothing.
  public func stop() {
    state.withLock { $0.isStopped = true }
    wake()
  }

  private static func apply(_ control: PrinterControl, to state: inout State) {
    switch control {
    case .paper(let count):
      state.model.paper = count
      state.model.endsInNext = false
    case .paperEnds: state.model.endsInNext = true
    case .head(let isOpen): state.model.isHeadOpen = isOpen
    case .ribbon(let isOut): state.model.isRibbonOut = isOut
    case .pause(let isPaused): state.model.isPaused = isPaused
    case .jam(let isJammed): state.model.isJammed = isJammed
    case .speed(let speed): state.model.speed = speed
    case .mute(let isMute): state.model.isMute = isMute
    case .lose(let milliseconds): state.losesFor = milliseconds
    case .drop(let bytes): state.dropsAfter = bytes
    case .power(let isOn):
      state.isOn = isOn
      state.wakesAt = nil
      if !isOn { state.model.losePower() }
    }
  }

  private func wake() {
    var byte: UInt8 = 0
    _ = write(wakeWrite, &byte, 1)
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  // MARK: - The printer's thread

  private func run(_ first: Int32) {
    var listener: Int32? = first
    var line: Int32?
    defer {
      if let line { close(line) }
      if let listener { close(listener) }
    }
    while true {
      let (isOn, isStopped) = state.withLock { state in
        if let wakes = state.wakesAt, wakes <= Self.now {
          state.wakesAt = nil
          state.isOn = true
        }
        return (state.isOn, state.isStopped)
      }
      if isStopped { return }
      if !isOn {
        if let open = line { Self.reset(open) }
        if let open = listener { close(open) }
        line = nil
        listener = nil
      } else if listener == nil {
        listener = Listener.open(port: port)?.descriptor
      }
      print()
      state.withLock { $0.isSettled = true }
      switch wait(line ?? listener) {
      case .nothing: continue
      case .ready:
        if let open = line {
          if !serve(open) {
            close(open)
            line = nil
          }
        } else if let listener {
          let accepted = accept(listener, nil, nil)
          if accepted >= 0 {
            _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
            _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
            var yes: Int32 = 1
            setsockopt(
              accepted, Int32(IPPROTO_TCP), TCP_NODELAY, &yes,
              socklen_t(MemoryLayout<Int32>.size))
            line = accepted
          }
        }
      }
    }
  }

  private enum Awaited {
    case nothing, ready
  }

  /// Waits for bytes, for a word from outside, or for the next label to be out.
  private func wait(_ descriptor: Int32?) -> Awaited {
    let due = state.withLock { state in
      [state.model.due, state.wakesAt].compactMap { $0 }.min()
    }
    let timeout = due.map { Int32(clamping: max(0, $0 - Self.now)) } ?? -1
    var entries = [
      pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is skipped by poll.
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&entries, 2, timeout) > 0 else { return .nothing }
    if entries[0].revents != 0 {
      var byte: UInt8 = 0
      _ = read(wakeRead, &byte, 1)
      return .nothing
    }
    return .ready
  }

  /// Reads what is there; false when the connection is over.
  private func serve(_ line: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let limit = state.withLock { $0.dropsAfter } ?? buffer.count
    let count = recv(line, &buffer, min(buffer.count, max(1, limit)), 0)
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    if count == 0 { return false }
    let (answer, isDropped, isLost) = state.withLock { state -> ([UInt8], Bool, Bool) in
      let answer = state.model.receive(buffer[..<count])
      var isDropped = false
      // Questions are no label: only bytes that stay in memory count.
      if let left = state.dropsAfter, !state.model.input.isEmpty || !state.model.waiting.isEmpty {
        state.dropsAfter = left > count ? left - count : nil
        isDropped = left <= count
      }
      let isLost = state.losesFor != nil && !state.model.waiting.isEmpty
      if isLost, let milliseconds = state.losesFor {
        state.losesFor = nil
        state.model.losePower()
        state.isOn = false
        state.wakesAt = Self.now + milliseconds
      }
      return (answer, isDropped, isLost)
    }
    if isLost { return true }
    // The answer comes after what was asked about has happened.
    print()
    if isDropped {
      Self.reset(line, andClose: false)
      return false
    }
    if !answer.isEmpty { Self.send(answer, to: line) }
    return true
  }

  private static func send(_ bytes: [UInt8], to line: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN {
        var entry = pollfd(fd: line, events: Int16(POLLOUT), revents: 0)
        guard poll(&entry, 1, 1000) > 0 else { return }
        continue
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What is printed by now comes out.
  private func print() {
    let labels = state.withLock { state in
      let labels = state.isOn ? state.model.advance(to: Self.now) : []
      state.labels += labels
      return labels
    }
    labels.forEach(told)
  }

  /// Linger of zero seconds: close() sends a reset, as a printer losing power does.
  private static func reset(_ line: Int32, andClose: Bool = true) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      line, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    if andClose { close(line) }
  }
}
