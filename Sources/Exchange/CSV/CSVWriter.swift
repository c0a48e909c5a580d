/// Writes CSV (RFC 4180) row by row: quotes where needed, lines ended by CR LF.
///
/// Text from outside may begin with a character that makes a spreadsheet run it as a formula
/// (OWASP, CSV Injection). Such a text gets an apostrophe in front, which spreadsheets take for
/// "this is text"; numbers written as numbers never do. Call `finish` at the end: rows are gathered
/// first.
public struct CSVWriter<Sink: ByteSink> {
  /// Where the bytes go.
  public private(set) var sink: Sink
  private let delimiter: UInt8
  private let neutralizesFormulas: Bool
  private var buffer: [UInt8] = []

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - sink: Where the bytes go.
  ///   - delimiter: What separates the cells, an ASCII character.
  ///   - byteOrderMark: Whether to begin with a mark, by which Excel knows UTF-8.
  ///   - neutralizesFormulas: Whether texts that look like formulas are made plain text.
  public init(
    _ sink: Sink, delimiter: Unicode.Scalar = ",", byteOrderMark: Bool = true,
    neutralizesFormulas: Bool = true
  ) {
    self.sink = sink
    self.delimiter = delimiter.isASCII ? UInt8(delimiter.value) : UInt8(ascii: ",")
    self.neutralizesFormulas = neutralizesFormulas
    if byteOrderMark { buffer = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds one row.
  public mutating func write(_ cells: [CSVCell]) throws(ExchangeError) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      switch cell {
      case .text(let text): append(text, isAlone: cells.count == 1)
      case .integer(let number): buffer += String(number).utf8
      case .units(let units, let scale): buffer += Record.decimal(units, scale: scale).utf8
      case .empty: if cells.count == 1 { buffer += "\"\"".utf8 }
      }
    }
    buffer += [0x0D, 0x0A]
    if buffer.count >= TextStream.chunk { try finish() }
  }

  /// Hands all that was gathered to the sink.
  public mutating func finish() throws(ExchangeError) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ raw: String, isAlone: Bool) {
    let text = neutralizesFormulas && Self.looksLikeFormula(raw) ? "'" + raw : raw
    let needsQuotes =
      text.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20 || text.isEmpty && isAlone
    guard needsQuotes else {
      buffer += text.utf8
      return
    }
    buffer.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }

  /// Whether the text begins like a formula, or with a blank that hides one; fullwidth forms count.
  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
