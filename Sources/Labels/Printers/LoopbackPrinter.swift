import Dispatch
import Glibc
import Synchronization

/// A label printer on 127.0.0.1 that keeps what it gets: for tests, drills and emulation.
///
/// It takes one connection at a time, like the real ones, and cuts the bytes into documents at each
/// `^XZ`. A fault makes it behave badly from the next connection on. When a sender sees the
/// connection closed in order, all its documents are in `documents`.
public final class LoopbackPrinter: Sendable {
  /// How it behaves badly.
  public enum Fault: Sendable, Equatable {
    /// It does not.
    case none
    /// Nothing listens on the port.
    case refuse
    /// It takes the connection and reads nothing.
    case stall
    /// It reads this many bytes of a connection, then resets it.
    case cut(afterBytes: Int)
  }

  /// What it got from one connection up to an `^XZ`, or the rest when the connection ended.
  public struct Document: Sendable, Equatable {
    /// The bytes, without white space before them.
    public var bytes: [UInt8]
    /// Whether they end in `^XZ`.
    public var isComplete: Bool
  }

  private struct State {
    var wanted = Fault.none
    var applied: Fault?
    var documents: [Document] = []
    var isStopped = false
  }

  /// The port it listens on.
  public let port: UInt16
  private let state = Mutex(State())
  /// Writing a byte here ends any wait of the printer's thread.
  private let wakeRead: Int32
  private let wakeWrite: Int32

  /// Starts to listen on 127.0.0.1, on a free port unless one is given.
  public init(port: UInt16 = 0) throws(PrinterError) {
    guard let listener = Listener.open(port: port) else {
      throw PrinterError(
        .unreachable,
        "cannot listen on 127.0.0.1:\(port): \(String(cString: strerror(errno)))")
    }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      close(listener.descriptor)
      throw PrinterError(.unreachable, "no pipe: \(String(cString: strerror(errno)))")
    }
    self.port = listener.port
    self.wakeRead = ends[0]
    self.wakeWrite = ends[1]
    // The thread keeps this object alive until stop().
    DispatchQueue(label: "loopback-printer").async { self.run(listener.descriptor) }
  }

  deinit {
    close(wakeRead)
    close(wakeWrite)
  }

  /// What it got so far, oldest first.
  public var documents: [Document] { state.withLock { $0.documents } }

  /// Sets how it behaves, and returns when it does; an open connection is closed.
  public func set(_ fault: Fault) {
    state.withLock {
      $0.wanted = fault
      $0.applied = nil
    }
    wake()
    while state.withLock({ $0.applied != fault && !$0.isStopped }) { usleep(200) }
  }

  /// Stops listening for good; calling it again does nothing.
  public func stop() {
    state.withLock { $0.isStopped = true }
    wake()
  }

  private func wake() {
    var byte: UInt8 = 0
    _ = write(wakeWrite, &byte, 1)
  }

  /// The printer's thread.
  private func run(_ first: Int32) {
    var listener: Int32? = first
    defer { if let listener { close(listener) } }
    while true {
      let (fault, isStopped) = state.withLock { ($0.wanted, $0.isStopped) }
      if isStopped { return }
      if fault == .refuse, let open = listener {
        close(open)
        listener = nil
      } else if fault != .refuse, listener == nil {
        listener = Listener.open(port: port)?.descriptor
      }
      state.withLock { if $0.wanted == fault { $0.applied = fault } }
      guard waitUnlessWoken(for: listener), let listener else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      serve(connection, fault)
      close(connection)
    }
  }

  /// Waits until a descriptor is readable; false when woken instead.
  private func waitUnlessWoken(for descriptor: Int32?) -> Bool {
    // A negative descriptor is skipped by poll.
    var entries = [
      pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&entries, 2, -1) < 0 && errno == EINTR {}
    if entries[0].revents != 0 {
      var byte: UInt8 = 0
      _ = read(wakeRead, &byte, 1)
      return false
    }
    return true
  }

  private func serve(_ connection: Int32, _ fault: Fault) {
    var limit = Int.max
    switch fault {
    case .none, .refuse: break
    case .stall:
      _ = waitUnlessWoken(for: nil)
      return
    case .cut(let bytes): limit = bytes
    }
    var splitter = DocumentSplitter()
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var total = 0
    while total < limit, waitUnlessWoken(for: connection) {
      let count = read(connection, &buffer, min(buffer.count, limit - total))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      total += count
      keep(splitter.feed(buffer[..<count]))
    }
    keep(splitter.rest.map { [$0] } ?? [])
    if total >= limit {
      // Linger of zero seconds: close() sends a reset, as a printer losing power might.
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger,
        socklen_t(MemoryLayout.size(ofValue: linger)))
    }
  }

  private func keep(_ documents: [Document]) {
    state.withLock { $0.documents += documents }
  }
}

/// A listening socket on 127.0.0.1.
struct Listener {
  var descriptor: Int32
  var port: UInt16

  static func open(port: UInt16) -> Listener? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    // A small buffer, as a printer has: a sender soon notices that nobody reads.
    var room: Int32 = 16_384
    setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard bound else {
      close(descriptor)
      return nil
    }
    return Listener(descriptor: descriptor, port: UInt16(bigEndian: address.sin_port))
  }
}
