extension CSVReader {
  /// One row as it stands in the file, its quotes resolved.
  struct Row {
    var line: Int
    var fields: [(text: String, line: Int)]

    var isBlank: Bool { fields.allSatisfy { FieldValue.text($0.text).isBlank } }
  }

  /// The next row that is whole and not blank; reports the broken ones before it.
  func nextRow(_ problems: inout ImportProblems) throws(ExchangeError) -> Row? {
    while true {
      if stream.unread == 0 {
        guard try stream.fill() else { return nil }
      }
      switch scan() {
      case .row(let next, let nextLine):
        let row = takeRow(next: next, nextLine: nextLine)
        if !row.isBlank { return row }
      case .incomplete(let isQuoted):
        if stream.unread <= options.maxRecordBytes {
          // At the end a scan of all that is left is never incomplete.
          _ = try stream.fill()
        } else if isQuoted {
          reportQuote(&problems, closing: true)
          try skipLine()
        } else {
          let expected = Expectation(
            en: "a row of at most \(options.maxRecordBytes) bytes",
            zh: "不超过 \(options.maxRecordBytes) 字节的行")
          report(line: line, expected: expected, &problems)
          try skipLine()
        }
      case .unclosedQuote:
        reportQuote(&problems, closing: true)
        try skipLine()
      case .textAfterQuote:
        reportQuote(&problems, closing: false)
        try skipLine()
      }
    }
  }

  /// Scans the row at the head of the buffer.
  func scan() -> CSVRowScanner.Outcome {
    stream.buffer.withUnsafeBufferPointer {
      scanner.scan($0, from: stream.head, line: line, isLast: stream.isAtEnd)
    }
  }

  /// Takes the row just scanned out of the buffer.
  func takeRow(next: Int, nextLine: Int) -> Row {
    let row = Row(line: line, fields: scanner.fields.map { (text(of: $0), $0.line) })
    stream.drop(next - stream.head)
    line = nextLine
    return row
  }

  private func text(of field: CSVRowScanner.RawField) -> String {
    let bytes = stream.buffer[field.range]
    guard field.hasDoubledQuotes else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func reportQuote(_ problems: inout ImportProblems, closing: Bool) {
    guard let field = scanner.fields.last else { return }
    let number = scanner.fields.count
    let name = header.flatMap { number <= $0.count ? $0[number - 1].name : nil }
    // The first line of it is enough to find it by.
    let bytes = stream.buffer[field.range].prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
    problems.add(
      ImportProblem(
        file: file, place: Place(line: field.line, column: number, unit: .fields),
        field: name ?? "", value: String(decoding: bytes, as: UTF8.self),
        expected: closing
          ? Expectation(en: "a closing quote", zh: "有右引号")
          : Expectation(
            en: "a delimiter or the end of the line after the closing quote",
            zh: "右引号后为分隔符或行尾")))
  }

  func report(line: Int, expected: Expectation, _ problems: inout ImportProblems) {
    problems.add(
      ImportProblem(
        file: file, place: Place(line: line, column: nil, unit: .fields), expected: expected))
  }

  /// Passes over the rest of the physical line at the head of the buffer, however long it is.
  func skipLine() throws(ExchangeError) {
    line += 1
    while true {
      let bytes = stream.buffer[stream.head...]
      if let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        stream.drop(end - stream.head)
        if stream.unread == 1 { _ = try stream.fill() }
        let isPair = stream.buffer[stream.head...].starts(with: [0x0D, 0x0A])
        return stream.drop(isPair ? 2 : 1)
      }
      stream.drop(stream.unread)
      guard try stream.fill() else { return }
    }
  }
}
