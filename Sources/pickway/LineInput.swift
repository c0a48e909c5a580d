import Foundation

/// Lines of bytes from standard input or a file, read in pieces: a file of any length takes little
/// memory, and a program that feeds line by line is answered line by line.
struct LineInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Opens a file, or standard input for nil or `-`.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      descriptor = 0
      return
    }
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw Failure(.noInput, "\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Whether nothing more is at hand without waiting for it.
  var isDry: Bool { start >= buffer.count }

  /// The next line without its end; nil behind the last one.
  mutating func next() throws -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      searched = buffer.count - start
      buffer.removeFirst(start)
      start = 0
      try fill()
    }
  }

  /// Everything that is left.
  mutating func rest() throws -> [UInt8] {
    while !isAtEnd { try fill() }
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  private mutating func fill() throws {
    let count = 1 << 16
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    let got = buffer.withUnsafeMutableBytes { bytes in
      read(descriptor, bytes.baseAddress.map { $0 + old }, count)
    }
    buffer.removeLast(count - max(0, got))
    if got < 0, errno != EINTR {
      throw Failure(.io, "cannot read: \(String(cString: strerror(errno)))")
    }
    if got == 0 { isAtEnd = true }
  }
}

/// Bytes for standard output, sent in large pieces.
struct LineOutput {
  private var buffer: [UInt8] = []

  /// Adds a line.
  mutating func add(_ line: [UInt8]) {
    buffer += line
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 16 { flush() }
  }

  /// Sends what was gathered; who reads no more ends the program quietly.
  mutating func flush() {
    var sent = 0
    while sent < buffer.count {
      let count = buffer[sent...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { Foundation.exit(0) }
      sent += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
