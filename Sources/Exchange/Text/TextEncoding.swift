/// How the characters of a file are written.
public enum TextEncoding: String, Hashable, Codable, Sendable {
  /// By the byte order mark; without one UTF-8, or GB18030 where the bytes are not UTF-8.
  case automatic
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// GB18030, which holds all of GBK and GB 2312.
  case gb18030
  /// UTF-16, low byte first.
  case utf16LittleEndian
  /// UTF-16, high byte first.
  case utf16BigEndian

  /// The name by which iconv(3) knows it; nil for UTF-8, which needs none.
  var systemName: String? {
    switch self {
    case .automatic, .utf8: nil
    case .gb18030: "GB18030"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }

  /// The encoding a byte order mark announces, and the length of the mark.
  static func announced(by start: some Collection<UInt8>) -> (encoding: Self, length: Int)? {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-8 or GB18030, by a stretch of text that is not all ASCII.
  ///
  /// One damaged character does not turn a UTF-8 file into GB18030: text in GB18030 hardly ever has
  /// more than one accidental UTF-8 character for three that are none, so four times as many valid
  /// ones as faults mean UTF-8. A character cut off by the end of the stretch is not counted.
  static func detected(in window: some Collection<UInt8>) -> Self {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = window.makeIterator()
    var valid = 0
    var faults = 0
    var isLastFault = false
    parsing: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        if scalar.count > 1 { valid += 1 }
        isLastFault = false
      case .error:
        faults += 1
        isLastFault = true
      case .emptyInput:
        break parsing
      }
    }
    if isLastFault, valid > 0 { faults -= 1 }
    return faults == 0 || valid >= 4 * faults ? .utf8 : .gb18030
  }
}
