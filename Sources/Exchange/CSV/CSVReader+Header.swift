extension CSVReader {
  private static let delimiters: [UInt8] = [",", ";", "\t"].map { UInt8(ascii: $0) }

  /// Reads the header once; empty, and a problem, if it is unusable.
  func readHeader(
    _ problems: inout ImportProblems
  ) throws(ExchangeError) -> [(name: String, key: String)] {
    if let header { return header }
    header = []
    try skipBlankLines()
    headerLine = line
    while stream.unread < 7, try stream.fill() {}
    if stream.buffer[stream.head...].starts(with: Array("PK\u{03}\u{04}".utf8)) {
      reportBinary(&problems)
      return []
    }
    try chooseDelimiter()
    let faults = problems.count
    guard let row = try nextRow(&problems), problems.count == faults else {
      if problems.count == faults {
        let expected = Expectation(en: "a header row", zh: "有表头行")
        report(line: line, expected: expected, &problems)
      }
      return []
    }
    headerLine = row.line
    guard !row.fields.contains(where: { $0.text.utf8.contains(0) }) else {
      reportBinary(&problems)
      return []
    }
    return adopt(row, &problems)
  }

  private func reportBinary(_ problems: inout ImportProblems) {
    let expected = Expectation(
      en: "CSV text; save a workbook as CSV first", zh: "CSV 文本；工作簿请先另存为 CSV")
    report(line: headerLine, expected: expected, &problems)
  }

  private func adopt(
    _ row: Row, _ problems: inout ImportProblems
  ) -> [(name: String, key: String)] {
    var columns: [(name: String, key: String)] = []
    var fields: [Field] = []
    var seen: Set<String> = []
    var isUsable = true
    for (index, field) in row.fields.enumerated() {
      let key = FieldName.key(field.text)
      let place = Place(line: field.line, column: index + 1, unit: .fields)
      let name = Cleaned.trimmed(field.text)
      columns.append((name, key))
      fields.append(Field(name: name, key: key, value: .text(field.text), place: place))
      if !key.isEmpty, !seen.insert(key).inserted {
        isUsable = false
        let expected = Expectation(en: "each column name only once", zh: "列名不重复")
        problems.add(
          ImportProblem(file: file, place: place, field: name, expected: expected))
      }
    }
    guard checkText(fields, &problems), isUsable else { return [] }
    header = columns
    return columns
  }

  /// Blank lines before the header are none of the table.
  private func skipBlankLines() throws(ExchangeError) {
    while true {
      if stream.unread == 0 {
        guard try stream.fill() else { return }
      }
      let byte = stream.buffer[stream.head]
      guard byte == 0x0A || byte == 0x0D else { return }
      try skipLine()
    }
  }

  /// Takes the delimiter that makes the most columns of the header, or the one a `sep=` line names.
  private func chooseDelimiter() throws(ExchangeError) {
    let start = Array(stream.buffer[stream.head...].prefix(7))
    if start.count >= 5, start.starts(with: Array("sep=".utf8)),
      start.count == 5 || start[5] == 0x0A || start[5] == 0x0D
    {
      scanner = CSVRowScanner(delimiter: start[4])
      try skipLine()
      headerLine = line
    } else if let delimiter = options.delimiter, delimiter.isASCII {
      scanner = CSVRowScanner(delimiter: UInt8(delimiter.value))
    } else {
      // One column says nothing: a comma is then as good as any.
      var best = (count: 1, delimiter: UInt8(ascii: ","))
      for delimiter in Self.delimiters {
        let count = try headerCount(delimiter)
        if count > best.count { best = (count, delimiter) }
      }
      scanner = CSVRowScanner(delimiter: best.delimiter)
    }
  }

  private func headerCount(_ delimiter: UInt8) throws(ExchangeError) -> Int {
    scanner = CSVRowScanner(delimiter: delimiter)
    while true {
      switch scan() {
      case .row: return scanner.fields.count
      case .unclosedQuote, .textAfterQuote: return 0
      case .incomplete:
        guard stream.unread <= options.maxRecordBytes else { return 0 }
        _ = try stream.fill()
      }
    }
  }
}
