/// Where a printer is, as people write it.
///
/// `spool:/var/spool/labels` is a folder; `tcp:192.168.1.50`, `tcp:zebra-1:9101` and
/// `tcp:[fe80::1]:9100` are printers that take raw bytes, on port 9100 when none is given.
public enum PrinterAddress: Sendable, Equatable {
  /// A folder that documents are put into.
  case spool(path: String)
  /// A host and port that take raw bytes.
  case tcp(host: String, port: UInt16)
  /// A queue of CUPS, or a printer that speaks IPP.
  case ipp(host: String, port: UInt16, path: String)

  /// The port label printers listen on.
  public static let standardPort: UInt16 = 9100
  /// The port of IPP.
  public static let ippPort: UInt16 = 631

  /// Reads an address; the error says what was expected.
  public init(_ text: String) throws(PrinterError) {
    if text.hasPrefix("spool:") {
      let path = String(text.dropFirst("spool:".count))
      guard path.hasPrefix("/") else { throw Self.error(text, "a folder from the root") }
      self = .spool(path: path)
    } else if text.hasPrefix("tcp:") {
      self = try Self.tcp(text, rest: text.dropFirst("tcp:".count))
    } else if text.hasPrefix("ipp://") {
      self = try Self.ipp(text, rest: text.dropFirst("ipp://".count))
    } else {
      throw Self.error(text, "spool:/folder, tcp:host[:port] or ipp://host[:port]/queue")
    }
  }

  private static func ipp(_ text: String, rest: Substring) throws(PrinterError) -> PrinterAddress {
    guard let slash = rest.firstIndex(of: "/") else {
      throw error(text, "a queue after the host, such as ipp://localhost/printers/zebra")
    }
    let path = String(rest[slash...])
    guard path.count > 1, path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw error(text, "a queue such as /printers/zebra, in printable ASCII")
    }
    guard
      case .tcp(let host, let port) = try tcp(
        text, rest: rest[..<slash], standard: Self.ippPort)
    else { throw error(text, "a host") }
    return .ipp(host: host, port: port, path: path)
  }

  private static func tcp(
    _ text: String, rest: Substring, standard: UInt16 = Self.standardPort
  ) throws(PrinterError) -> PrinterAddress {
    let host: Substring
    let tail: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else {
        throw error(text, "a closing ] after the IPv6 address")
      }
      host = rest[rest.index(after: rest.startIndex)..<end]
      tail = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      host = rest[..<end]
      tail = rest[end...]
      if tail.dropFirst().contains(":") {
        throw error(text, "an IPv6 address in brackets, such as tcp:[::1]:9100")
      }
    }
    guard !host.isEmpty, !host.contains(where: \.isWhitespace) else {
      throw error(text, "a host name or address after tcp:")
    }
    if tail.isEmpty { return .tcp(host: String(host), port: standard) }
    guard tail.hasPrefix(":"), let port = UInt16(tail.dropFirst()), port > 0 else {
      throw error(text, "a port from 1 to 65535 after the host")
    }
    return .tcp(host: String(host), port: port)
  }

  private static func error(_ text: String, _ expected: String) -> PrinterError {
    PrinterError(
      .badAddress, "printer address '\(LabelText.clean(text))': expected \(expected)")
  }

  /// The printer at this address, with the usual patience.
  public func printer() -> any Printer {
    switch self {
    case .spool(let path): SpoolPrinter(folder: path)
    case .tcp(let host, let port): RawPrinter(host: host, port: port)
    case .ipp(let host, let port, let path): IPPPrinter(host: host, port: port, path: path)
    }
  }

  /// The printer at this address as one that can be asked, for documents of a format.
  public func provingPrinter(_ format: LabelFormat) -> any ProvingPrinter {
    switch self {
    case .spool(let path): SpoolPrinter(folder: path)
    case .tcp(let host, let port):
      TalkingPrinter(host: host, port: port, format: format)
        ?? RawPrinter(host: host, port: port) as any ProvingPrinter
    case .ipp(let host, let port, let path): IPPPrinter(host: host, port: port, path: path)
    }
  }
}

extension PrinterAddress: CustomStringConvertible {
  /// The address as it is written, the port always given.
  public var description: String {
    switch self {
    case .spool(let path): "spool:\(path)"
    case .tcp(let host, let port):
      host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
    case .ipp(let host, let port, let path):
      host.contains(":") ? "ipp://[\(host)]:\(port)\(path)" : "ipp://\(host):\(port)\(path)"
    }
  }
}
