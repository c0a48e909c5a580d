/// Reads CSV with a header row as records, a chunk of the file at a time.
///
/// The header gives the names, trimmed. Empty lines and rows of nothing but delimiters are passed
/// over. A row that is bad in itself (too many or too few fields, a quote that never closes, bytes
/// in no known encoding) is a problem and is left out; behind a broken quote reading goes on with
/// the very next line, so that one stray quote does not eat the rest of the file.
public final class CSVReader: RecordReader {
  /// The file by its name.
  public let file: String
  let stream: TextStream
  let options: ReadingOptions
  var scanner = CSVRowScanner(delimiter: UInt8(ascii: ","))
  /// The line the unread text begins on.
  var line = 1
  /// The columns once the header was read; none if it is unusable.
  var header: [(name: String, key: String)]?

  /// Reads `source`, for which the delimiter and the encoding may be given.
  public convenience init(_ source: any ByteSource, options: ReadingOptions = ReadingOptions()) {
    self.init(TextStream(source, encoding: options.encoding), options)
  }

  init(_ stream: TextStream, _ options: ReadingOptions) {
    file = stream.name
    self.stream = stream
    self.options = options
  }

  /// The names of the columns; empty if there is no usable header.
  public func columns(_ problems: inout ImportProblems) throws(ExchangeError) -> [String] {
    try readHeader(&problems).map(\.name)
  }

  /// Whether the header names the fields; reports each that it does not.
  public func hasFields(
    _ names: [FieldName], _ problems: inout ImportProblems
  ) throws(ExchangeError) -> Bool {
    let header = try readHeader(&problems)
    guard !header.isEmpty else { return false }
    let keys = Set(header.map(\.key))
    let missing = names.filter { keys.isDisjoint(with: $0.keys) }
    for name in missing {
      let expected = Expectation(
        en: "a column named \(name.name) in the header", zh: "表头中有名为 \(name.name) 的列")
      problems.add(
        ImportProblem(
          file: file, place: Place(line: headerLine, column: nil, unit: .fields),
          expected: expected))
    }
    return missing.isEmpty
  }

  /// Gives the next good row and reports the bad ones before it; nil at the end.
  public func next(_ problems: inout ImportProblems) throws(ExchangeError) -> Record? {
    let header = try readHeader(&problems)
    guard !header.isEmpty else { return nil }
    while let row = try nextRow(&problems) {
      guard row.fields.count == header.count else {
        let noun = header.count == 1 ? "field" : "fields"
        let expected = Expectation(
          en: "\(header.count) \(noun) as in the header, found \(row.fields.count)",
          zh: "与表头一致的 \(header.count) 个字段，实有 \(row.fields.count) 个")
        problems.add(
          ImportProblem(
            file: file, place: Place(line: row.line, column: nil, unit: .fields),
            expected: expected))
        continue
      }
      var fields: [Field] = []
      fields.reserveCapacity(header.count)
      for (index, (column, field)) in zip(header, row.fields).enumerated() {
        let place = Place(line: field.line, column: index + 1, unit: .fields)
        fields.append(
          Field(name: column.name, key: column.key, value: .text(field.text), place: place))
      }
      guard checkText(fields, &problems) else { continue }
      let place = Place(line: row.line, column: nil, unit: .fields)
      return Record(file: file, place: place, path: "", fields: fields)
    }
    return nil
  }

  /// The line of the header once it was read.
  var headerLine = 1

  /// Reports the fields in which bytes could not be decoded, now or when the file was made.
  func checkText(_ fields: [Field], _ problems: inout ImportProblems) -> Bool {
    var isGood = true
    for field in fields {
      guard case .text(let text) = field.value, Cleaned.isDamaged(text) else {
        continue
      }
      isGood = false
      problems.add(
        ImportProblem(
          file: file, place: field.place, field: field.name, value: text,
          expected: .text(in: stream.encoding)))
    }
    return isGood
  }
}

extension Expectation {
  /// Text in the encoding that was found to be the file's.
  static func text(in encoding: TextEncoding) -> Expectation {
    switch encoding {
    case .automatic, .utf8:
      Expectation(en: "text in UTF-8", zh: "UTF-8 编码的文字")
    case .gb18030:
      Expectation(en: "text in UTF-8 or GB18030", zh: "UTF-8 或 GB18030 编码的文字")
    case .utf16LittleEndian, .utf16BigEndian:
      Expectation(en: "text in UTF-16", zh: "UTF-16 编码的文字")
    }
  }
}
