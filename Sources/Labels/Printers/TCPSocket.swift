import Glibc

/// A TCP connection whose every wait has a deadline.
struct TCPSocket {
  /// What can stop a connection.
  enum Trouble: Error, Equatable {
    case timedOut
    /// An error number of the system.
    case system(Int32)
  }

  /// An address as the resolver gives it.
  struct Address {
    var family: Int32
    var bytes: [UInt8]
  }

  let descriptor: Int32

  /// The addresses of a host, nil when there are none.
  ///
  /// The resolver has its own time-outs.
  static func addresses(host: String, port: UInt16) -> [Address]? {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return nil }
    defer { freeaddrinfo(list) }
    var addresses: [Address] = []
    var next = list
    while let info = next?.pointee {
      let bytes = UnsafeRawBufferPointer(start: info.ai_addr, count: Int(info.ai_addrlen))
      addresses.append(Address(family: info.ai_family, bytes: Array(bytes)))
      next = info.ai_next
    }
    return addresses.isEmpty ? nil : addresses
  }

  /// Connects to one address.
  static func connect(
    to address: Address, before deadline: ContinuousClock.Instant
  ) -> Result<TCPSocket, Trouble> {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { return .failure(.system(errno)) }
    let socket = TCPSocket(descriptor: descriptor)
    // A question of a few bytes does not wait for the acknowledgement of the label before it.
    var yes: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    let result = address.bytes.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) {
        Glibc.connect(descriptor, $0.baseAddress, socklen_t(bytes.count))
      }
    }
    if result == 0 { return .success(socket) }
    var trouble = Trouble.system(errno)
    if errno == EINPROGRESS {
      if !socket.wait(for: POLLOUT, before: deadline) {
        trouble = .timedOut
      } else if let code = socket.pendingError {
        trouble = .system(code)
      } else {
        return .success(socket)
      }
    }
    socket.close()
    return .failure(trouble)
  }

  /// Writes as much as the socket takes at once, waiting until it takes something.
  func write(
    _ bytes: ArraySlice<UInt8>, before deadline: ContinuousClock.Instant
  ) -> Result<Int, Trouble> {
    while true {
      let count = bytes.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { return .success(count) }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        guard wait(for: POLLOUT, before: deadline) else { return .failure(.timedOut) }
      default: return .failure(.system(errno))
      }
    }
  }

  /// Says that nothing more will come.
  func finishWriting() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Reads and drops what comes until the other side has closed and everything is acknowledged.
  func waitForClose(before deadline: ContinuousClock.Instant) -> Result<Void, Trouble> {
    var buffer = [UInt8](repeating: 0, count: 1024)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { continue }
      if count == 0 {
        if let code = pendingError { return .failure(.system(code)) }
        if unacknowledgedBytes == 0 { return .success(()) }
        // Closed before it had everything: a reset is on its way, and end of file stays readable.
        guard ContinuousClock.now < deadline else { return .failure(.timedOut) }
        usleep(1000)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        guard wait(for: POLLIN, before: deadline) else { return .failure(.timedOut) }
      default: return .failure(.system(errno))
      }
    }
  }

  /// Reads what is there, waiting until something is; empty when the other side has closed.
  func read(before deadline: ContinuousClock.Instant) -> Result<[UInt8], Trouble> {
    var buffer = [UInt8](repeating: 0, count: 1024)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count >= 0 { return .success(Array(buffer.prefix(count))) }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        guard wait(for: POLLIN, before: deadline) else { return .failure(.timedOut) }
      default: return .failure(.system(errno))
      }
    }
  }

  /// Bytes sent that the other side's network stack has not acknowledged.
  var unacknowledgedBytes: Int {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
  }

  /// Gives the connection back.
  func close() {
    _ = Glibc.close(descriptor)
  }

  private var pendingError: Int32? {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 else { return errno }
    return code == 0 ? nil : code
  }

  /// Waits until the socket is ready or has failed; false when the time is over.
  private func wait(for events: Int32, before deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard left > 0 else { return false }
      var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let count = poll(&entry, 1, Int32(min(left.rounded(.up), 1_000_000)))
      if count > 0 { return true }
      if count < 0 && errno != EINTR { return true }  // the next call says what is wrong
    }
  }
}
