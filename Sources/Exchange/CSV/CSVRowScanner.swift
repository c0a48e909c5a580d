/// Finds the fields of one row of CSV (RFC 4180) in a buffer of UTF-8.
///
/// Beyond the RFC it takes any delimiter, LF and CR as line ends, spaces around quotes, and a quote
/// inside an unquoted field as itself. It keeps no state between rows: a row that is not all there
/// is scanned again once there is more.
struct CSVRowScanner {
  /// The extent of one field, its quotes left out.
  struct RawField {
    var range: Range<Int>
    var hasDoubledQuotes: Bool
    var line: Int
  }

  /// What came of a scan.
  enum Outcome {
    /// A whole row; the next begins at this offset and on this line.
    case row(next: Int, line: Int)
    /// The buffer ends within the row.
    case incomplete(isQuoted: Bool)
    /// The quote of the last of `fields` is never closed.
    case unclosedQuote
    /// Something other than a delimiter follows the closing quote of the last of `fields`.
    case textAfterQuote
  }

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  let delimiter: UInt8
  private(set) var fields: [RawField] = []

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// Scans one row from `start`, which is on `line`; `isLast` if nothing comes behind the buffer.
  mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int, isLast: Bool
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    var line = line
    var index = start
    while true {
      let first = Self.skipSpaces(bytes, from: index)
      if first == bytes.count, !isLast { return .incomplete(isQuoted: false) }
      if first < bytes.count, bytes[first] == Self.quote {
        var field = RawField(range: first + 1..<bytes.count, hasDoubledQuotes: false, line: line)
        guard let close = Self.closingQuote(bytes, &field, line: &line) else {
          fields.append(field)
          return isLast ? .unclosedQuote : .incomplete(isQuoted: true)
        }
        field.range = first + 1..<close
        fields.append(field)
        index = Self.skipSpaces(bytes, from: close + 1)
        if index == bytes.count, !isLast { return .incomplete(isQuoted: false) }
      } else {
        let begin = index
        while index < bytes.count, !endsField(bytes[index]) { index += 1 }
        if index == bytes.count, !isLast { return .incomplete(isQuoted: false) }
        fields.append(RawField(range: begin..<index, hasDoubledQuotes: false, line: line))
      }
      if index < bytes.count, bytes[index] == delimiter {
        index += 1
        continue
      }
      guard let next = Self.lineEnd(bytes, at: index, isLast: isLast) else {
        let isCut = bytes[index] == Self.carriageReturn
        return isCut ? .incomplete(isQuoted: false) : .textAfterQuote
      }
      return .row(next: next, line: line + 1)
    }
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private static func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == space { index += 1 }
    return index
  }

  /// The closing quote, counting the lines passed; nil if there is none yet.
  private static func closingQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ field: inout RawField, line: inout Int
  ) -> Int? {
    var index = field.range.lowerBound
    while index < bytes.count {
      let byte = bytes[index]
      let follower = index + 1 < bytes.count ? bytes[index + 1] : nil
      if byte == quote {
        // At the end of the buffer it may be half of a doubled one: the caller then asks for more.
        guard follower == quote else { return index }
        field.hasDoubledQuotes = true
        index += 1
      } else if byte == lineFeed || byte == carriageReturn && follower != lineFeed {
        line += 1
      }
      index += 1
    }
    return nil
  }

  /// Where the line after `index` begins; nil if no line ends there, or a CR may be half of CR LF.
  static func lineEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isLast: Bool
  ) -> Int? {
    guard index < bytes.count else { return index }
    if bytes[index] == lineFeed { return index + 1 }
    guard bytes[index] == carriageReturn else { return nil }
    guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
    return bytes[index + 1] == lineFeed ? index + 2 : index + 1
  }
}
