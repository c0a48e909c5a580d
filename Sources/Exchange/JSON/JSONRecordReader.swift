/// Reads records out of JSON: an array of objects, an object that holds such an array under the
/// name of `options.collection`, or objects one behind the other as in JSON Lines.
///
/// The file is read a token at a time, so that an array may be of any length. An object with a flaw
/// (a name twice, too deep, too long, an unreadable text) is a problem and is left out. Where the
/// text is no JSON at all, an array cannot be read any further; JSON Lines go on with the next
/// line.
public final class JSONRecordReader: RecordReader {
  /// Where in the file the reader stands.
  enum Phase {
    /// Nothing was read.
    case start
    /// Between the objects of an array.
    case array(isFirst: Bool, isWrapped: Bool)
    /// Behind the array, in the object around it.
    case wrapper
    /// Between objects that stand by themselves.
    case objects
    /// Nothing more will come.
    case done
  }

  /// The file by its name.
  public let file: String
  let options: ReadingOptions
  var tokenizer: JSONTokenizer
  var phase = Phase.start
  /// Where the record being read began, in bytes of the stream.
  var recordStart = 0
  /// The brace of the next object, if it was read already.
  private var opened: JSONToken?
  /// Whether the record being read has been found bad.
  var isFlawed = false

  /// Reads `source`, for which the name of the list and the encoding may be given.
  public convenience init(_ source: any ByteSource, options: ReadingOptions = ReadingOptions()) {
    self.init(TextStream(source, encoding: options.encoding), options)
  }

  init(_ stream: TextStream, _ options: ReadingOptions) {
    file = stream.name
    self.options = options
    tokenizer = JSONTokenizer(stream)
  }

  /// Always true: every object is asked for its own fields.
  public func hasFields(
    _ names: [FieldName], _ problems: inout ImportProblems
  ) throws(ExchangeError) -> Bool {
    true
  }

  /// Gives the next good object and reports the bad ones before it; nil at the end.
  public func next(_ problems: inout ImportProblems) throws(ExchangeError) -> Record? {
    while true {
      do {
        if case .done = phase { return nil }
        isFlawed = false
        recordStart = tokenizer.consumed
        if let record = try step(&problems) { return record }
      } catch {
        switch error {
        case .trouble(let trouble):
          throw trouble
        case .syntax(let place, let found, let expected):
          problems.add(
            ImportProblem(file: file, place: place, value: found, expected: expected))
          try recover(from: place, found: found)
        }
      }
    }
  }

  /// Behind an error only lines of their own can be read on.
  private func recover(from place: Place, found: String?) throws(ExchangeError) {
    guard case .objects = phase else {
      phase = .done
      return
    }
    if found == "{", place.column == 1 {
      // The line before was cut short; this one is whole for all we know.
      opened = JSONToken(kind: .beginObject, place: place)
      return
    }
    do { try tokenizer.skipLine() } catch {
      if case .trouble(let trouble) = error { throw trouble }
    }
  }

  /// Moves on by one element or one change of phase.
  private func step(_ problems: inout ImportProblems) throws(JSONFailure) -> Record? {
    switch phase {
    case .start: return try begin(&problems)
    case .array(let isFirst, let isWrapped):
      return try element(isFirst: isFirst, isWrapped: isWrapped, &problems)
    case .wrapper:
      try finishWrapper(&problems)
      return nil
    case .objects:
      let token: JSONToken
      if let opened { token = opened } else { token = try tokenizer.next() }
      opened = nil
      if token.kind == .end {
        phase = .done
        return nil
      }
      return try object(from: token, &problems)
    case .done: return nil
    }
  }

  private func begin(_ problems: inout ImportProblems) throws(JSONFailure) -> Record? {
    let token = try tokenizer.next()
    switch token.kind {
    case .beginArray:
      phase = .array(isFirst: true, isWrapped: false)
      return nil
    case .beginObject:
      phase = .objects
      return try object(from: token, mayWrap: true, &problems)
    case .endObject, .endArray, .colon, .comma, .text, .number, .bool, .null, .end:
      throw .syntax(
        token.place, found: token.shown,
        Expectation(en: "a list of objects or an object", zh: "对象列表或对象"))
    }
  }

  private func element(
    isFirst: Bool, isWrapped: Bool, _ problems: inout ImportProblems
  ) throws(JSONFailure) -> Record? {
    var token = try tokenizer.next()
    if token.kind == .endArray {
      phase = isWrapped ? .wrapper : .done
      if !isWrapped { try expectEnd() }
      return nil
    }
    if !isFirst {
      guard token.kind == .comma else {
        throw .syntax(token.place, found: token.shown, Expectation(en: ", or ]", zh: ", 或 ]"))
      }
      token = try tokenizer.next()
    }
    phase = .array(isFirst: false, isWrapped: isWrapped)
    return try object(from: token, &problems)
  }

  private func finishWrapper(_ problems: inout ImportProblems) throws(JSONFailure) {
    let token = try tokenizer.next()
    switch token.kind {
    case .comma:
      _ = try memberName()
      _ = try value(from: try tokenizer.next(), depth: 1, path: "", &problems)
    case .endObject:
      phase = .done
      try expectEnd()
    case .beginObject, .beginArray, .endArray, .colon, .text, .number, .bool, .null, .end:
      throw .syntax(token.place, found: token.shown, Expectation(en: ", or }", zh: ", 或 }"))
    }
  }

  private func expectEnd() throws(JSONFailure) {
    let token = try tokenizer.next()
    guard token.kind == .end else {
      throw .syntax(
        token.place, found: token.shown, Expectation(en: "the end of the file", zh: "文件结束"))
    }
  }
}
