import Glibc

/// Sends documents to a printer's raw port, as label printers offer on 9100.
///
/// One connection a document. After the last byte the sending side is closed, and the printer is
/// given `closeTimeout` to read everything and close its own: that, with every byte acknowledged, is
/// the best proof a raw port can give.
public struct RawPrinter: Printer {
  /// The name or address of the printer.
  public var host: String
  /// The port.
  public var port: UInt16
  /// How long a connection may take, over all addresses of the host.
  public var connectTimeout: Duration
  /// How long the printer may take no byte at all.
  public var writeTimeout: Duration
  /// How long to wait for the printer to close after the last byte.
  public var closeTimeout: Duration

  /// Creates a printer at a host and port.
  public init(
    host: String, port: UInt16 = PrinterAddress.standardPort,
    connectTimeout: Duration = .seconds(3),
    writeTimeout: Duration = .seconds(10), closeTimeout: Duration = .seconds(2)
  ) {
    self.host = host
    self.port = port
    self.connectTimeout = connectTimeout
    self.writeTimeout = writeTimeout
    self.closeTimeout = closeTimeout
  }

  private var name: String { PrinterAddress.tcp(host: host, port: port).description }

  /// Connects, sends every byte, waits for the printer to close.
  public func send(_ document: PrintDocument) throws(PrinterError) -> PrintProof {
    let socket = try connect()
    defer { socket.close() }
    try write(document.bytes, to: socket)
    return try finish(document.bytes.count, on: socket)
  }

  func connect() throws(PrinterError) -> TCPSocket {
    guard let addresses = TCPSocket.addresses(host: host, port: port) else {
      throw PrinterError(.hostUnknown, "printer \(name): no address for this host name")
    }
    let deadline = ContinuousClock.now + connectTimeout
    var failure = PrinterError(.unreachable, "printer \(name): no address for this host name")
    for address in addresses {
      switch TCPSocket.connect(to: address, before: deadline) {
      case .success(let socket): return socket
      case .failure(let trouble): failure = error(trouble, "could not connect", .nothing)
      }
    }
    throw failure
  }

  func write(_ bytes: [UInt8], to socket: TCPSocket) throws(PrinterError) {
    var sent = 0
    while sent < bytes.count {
      switch socket.write(bytes[sent...], before: .now + writeTimeout) {
      case .success(let count): sent += count
      case .failure(let trouble):
        let delivery: PrinterError.Delivery =
          sent == 0 ? .nothing : .unknown(bytes: sent, total: bytes.count)
        throw error(trouble, "stopped taking data", delivery)
      }
    }
  }

  private func finish(_ total: Int, on socket: TCPSocket) throws(PrinterError) -> PrintProof {
    socket.finishWriting()
    switch socket.waitForClose(before: .now + closeTimeout) {
    case .success: return .handedOver(bytes: total, closed: true)
    case .failure(let trouble):
      // Silence with everything acknowledged: the printer has the bytes, it just keeps the line.
      if trouble == .timedOut, socket.unacknowledgedBytes == 0 {
        return .handedOver(bytes: total, closed: false)
      }
      throw error(trouble, "did not take the end", .unknown(bytes: total, total: total))
    }
  }

  func error(
    _ trouble: TCPSocket.Trouble, _ what: String, _ delivery: PrinterError.Delivery
  ) -> PrinterError {
    switch trouble {
    case .timedOut: PrinterError(.timedOut, delivery: delivery, "printer \(name) \(what) in time")
    case .system(ECONNREFUSED):
      PrinterError(.refused, delivery: delivery, "printer \(name): nothing listens there")
    case .system(ECONNRESET), .system(EPIPE):
      PrinterError(
        .brokenOff, delivery: delivery, "printer \(name) \(what): the connection was cut")
    case .system(let code):
      PrinterError(
        delivery == .nothing ? .unreachable : .brokenOff, delivery: delivery,
        "printer \(name) \(what): \(String(cString: strerror(code)))")
    }
  }
}
