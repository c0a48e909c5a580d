import Glibc

/// The line to a scale: `tcp:HOST:PORT`, or `serial:DEVICE@BAUD` with 8 data bits, no parity.
public struct ScaleAddress: Hashable, Sendable, CustomStringConvertible {
  /// What kind of line it is.
  enum Kind: Hashable {
    case tcp(host: String, port: UInt16)
    case serial(device: String, baud: Int)
  }

  let kind: Kind
  /// The address as it is written.
  public let description: String

  private static let bauds: [Int: speed_t] = [
    1200: speed_t(B1200), 2400: speed_t(B2400), 4800: speed_t(B4800), 9600: speed_t(B9600),
    19_200: speed_t(B19200), 38_400: speed_t(B38400), 57_600: speed_t(B57600),
    115_200: speed_t(B115200),
  ]

  /// Reads an address; nil for what is none.
  public init?(_ text: String) {
    description = text
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, parts[0] == "tcp", !parts[1].isEmpty, let port = UInt16(parts[2]), port > 0
    {
      kind = .tcp(host: parts[1], port: port)
    } else if parts.count == 2, parts[0] == "serial", parts[1].hasPrefix("/") {
      let ends = parts[1].split(separator: "@", omittingEmptySubsequences: false).map(String.init)
      guard ends.count <= 2, let baud = ends.count == 2 ? Int(ends[1]) : 9600,
        Self.bauds[baud] != nil
      else { return nil }
      kind = .serial(device: ends[0], baud: baud)
    } else {
      return nil
    }
  }

  /// What is expected of an address.
  public static let usage = "tcp:HOST:PORT or serial:/dev/DEVICE@BAUD"

  /// Opens the line; nil when nobody answers within a second.
  func open() -> Int32? {
    switch kind {
    case .tcp(let host, let port): Self.connect(host, port)
    case .serial(let device, let baud): Self.open(device, Self.bauds[baud] ?? speed_t(B9600))
    }
  }

  private static func connect(_ host: String, _ port: UInt16) -> Int32? {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &list) == 0, let info = list?.pointee else {
      return nil
    }
    defer { freeaddrinfo(list) }
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let line = socket(info.ai_family, kind, 0)
    guard line >= 0 else { return nil }
    if Glibc.connect(line, info.ai_addr, info.ai_addrlen) == 0 { return line }
    var wait = pollfd(fd: line, events: Int16(POLLOUT), revents: 0)
    var trouble: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard errno == EINPROGRESS, poll(&wait, 1, 1000) == 1,
      getsockopt(line, SOL_SOCKET, SO_ERROR, &trouble, &size) == 0, trouble == 0
    else {
      close(line)
      return nil
    }
    return line
  }

  private static func open(_ device: String, _ speed: speed_t) -> Int32? {
    let line = Glibc.open(device, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard line >= 0 else { return nil }
    var settings = termios()
    guard tcgetattr(line, &settings) == 0 else {
      close(line)
      return nil
    }
    cfmakeraw(&settings)
    settings.c_cflag |= tcflag_t(CLOCAL | CREAD)
    cfsetispeed(&settings, speed)
    cfsetospeed(&settings, speed)
    guard tcsetattr(line, TCSANOW, &settings) == 0 else {
      close(line)
      return nil
    }
    return line
  }

  /// What a line gives within some milliseconds.
  enum Heard {
    case bytes([UInt8])
    case nothing
    case cut
  }

  static func read(_ line: Int32, within milliseconds: Int32) -> Heard {
    var wait = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) == 1 else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(line, &buffer, buffer.count)
    if count > 0 { return .bytes(Array(buffer[..<count])) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .cut
  }
}

extension ScaleAddress {
  /// What came in one go, and the readings that ended in it.
  public struct Arrival {
    /// The bytes; none when nothing came for a while.
    public var bytes: [UInt8]
    /// The readings.
    public var readings: [ScaleReading]
  }

  /// Listens until told to stop or the line is cut; whether anybody answered at all.
  public func listen(until isOver: () -> Bool, _ told: (Arrival) -> Void) -> Bool {
    guard let line = open() else { return false }
    defer { close(line) }
    var decoder = ScaleDecoder()
    while !isOver() {
      switch Self.read(line, within: 200) {
      case .bytes(let bytes): told(Arrival(bytes: bytes, readings: decoder.readings(in: bytes)))
      case .nothing: told(Arrival(bytes: [], readings: []))
      case .cut: return true
      }
    }
    return true
  }
}
