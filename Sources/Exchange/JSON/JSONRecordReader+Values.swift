extension JSONRecordReader {
  /// How deep objects and lists may be nested.
  private static let deepest = 16
  /// The most fields of one object.
  private static let mostFields = 1_000

  /// Reads one record of its own; nil if it is flawed, no object, or wraps the list of records.
  func object(
    from token: JSONToken, mayWrap: Bool = false, _ problems: inout ImportProblems
  ) throws(JSONFailure) -> Record? {
    guard token.kind == .beginObject else {
      flaw(token.place, found: token.shown, Expectation(en: "an object", zh: "对象"), &problems)
      _ = try value(from: token, depth: 1, path: "", &problems)
      return nil
    }
    let record = try members(from: token, depth: 1, path: "", mayWrap: mayWrap, &problems)
    return isFlawed ? nil : record
  }

  /// Reads the members of an object behind its brace; nil if one of them is the list of records.
  private func members(
    from token: JSONToken, depth: Int, path: String, mayWrap: Bool,
    _ problems: inout ImportProblems
  ) throws(JSONFailure) -> Record? {
    var fields: [Field] = []
    var name = try tokenizer.next()
    if name.kind != .endObject {
      while true {
        let label = try memberName(name)
        let key = FieldName.key(label)
        let first = try tokenizer.next()
        if mayWrap, first.kind == .beginArray, options.collection?.keys.contains(key) == true {
          phase = .array(isFirst: true, isWrapped: true)
          return nil
        }
        let inner = path.isEmpty ? label : "\(path).\(label)"
        let value = try value(from: first, depth: depth, path: inner, &problems)
        if let fault = name.flaw {
          flaw(name.place, found: label, fault, &problems)
        }
        if fields.contains(where: { $0.key == key }) {
          flaw(
            first.place, field: inner, Expectation(en: "each name only once", zh: "名称不重复"),
            &problems)
        } else if fields.count == Self.mostFields, !isFlawed {
          let expected = Expectation(
            en: "at most \(Self.mostFields) fields", zh: "至多 \(Self.mostFields) 个字段")
          flaw(token.place, expected, &problems)
        } else if !isFlawed {
          fields.append(
            Field(name: Cleaned.trimmed(label), key: key, value: value, place: first.place))
        }
        let mark = try tokenizer.next()
        if mark.kind == .endObject { break }
        guard mark.kind == .comma else {
          throw .syntax(mark.place, found: mark.shown, Expectation(en: ", or }", zh: ", 或 }"))
        }
        name = try tokenizer.next()
      }
    }
    return Record(file: file, place: token.place, path: path, fields: isFlawed ? [] : fields)
  }

  /// Reads the name of a member and the colon behind it.
  func memberName(_ given: JSONToken? = nil) throws(JSONFailure) -> String {
    let token: JSONToken
    if let given { token = given } else { token = try tokenizer.next() }
    guard case .text(let name) = token.kind else {
      throw .syntax(
        token.place, found: token.shown, Expectation(en: "a name in quotes", zh: "带引号的名称"))
    }
    let colon = try tokenizer.next()
    guard colon.kind == .colon else {
      throw .syntax(colon.place, found: colon.shown, Expectation(en: "a colon", zh: "冒号"))
    }
    return name
  }

  /// Reads one value of any kind; what belongs to a flawed record is read but not kept.
  func value(
    from token: JSONToken, depth: Int, path: String, _ problems: inout ImportProblems
  ) throws(JSONFailure) -> FieldValue {
    if let fault = token.flaw, !isFlawed {
      flaw(token.place, field: path, found: token.shown, fault, &problems)
    }
    if tokenizer.consumed - recordStart > options.maxRecordBytes, !isFlawed {
      let expected = Expectation(
        en: "an object of at most \(options.maxRecordBytes) bytes",
        zh: "不超过 \(options.maxRecordBytes) 字节的对象")
      flaw(token.place, field: path, expected, &problems)
    }
    switch token.kind {
    case .text(let text): return isFlawed ? .null : .text(text)
    case .number(let text): return .number(text)
    case .bool(let bool): return .bool(bool)
    case .null: return .null
    case .beginObject, .beginArray:
      guard depth < Self.deepest else {
        let expected = Expectation(
          en: "at most \(Self.deepest) levels", zh: "至多 \(Self.deepest) 层嵌套")
        flaw(token.place, field: path, expected, &problems)
        try skipNested()
        return .null
      }
      if token.kind == .beginArray {
        return .list(try elements(depth: depth + 1, path: path, &problems))
      }
      let record = try members(
        from: token, depth: depth + 1, path: path, mayWrap: false, &problems)
      return record.map { .record($0) } ?? .null
    case .endObject, .endArray, .colon, .comma, .end:
      throw .syntax(
        token.place, found: token.shown, Expectation(en: "a JSON value", zh: "JSON 值"))
    }
  }

  private func elements(
    depth: Int, path: String, _ problems: inout ImportProblems
  ) throws(JSONFailure) -> [FieldValue] {
    var values: [FieldValue] = []
    var token = try tokenizer.next()
    guard token.kind != .endArray else { return [] }
    var number = 1
    while true {
      let inner = "\(path)[\(number)]"
      let value = try value(from: token, depth: depth, path: inner, &problems)
      if !isFlawed { values.append(value) }
      number += 1
      let mark = try tokenizer.next()
      if mark.kind == .endArray { return values }
      guard mark.kind == .comma else {
        throw .syntax(mark.place, found: mark.shown, Expectation(en: ", or ]", zh: ", 或 ]"))
      }
      token = try tokenizer.next()
    }
  }

  /// Passes over the rest of an object or list without keeping anything of it.
  private func skipNested() throws(JSONFailure) {
    var open = 1
    while open > 0 {
      let token = try tokenizer.next()
      switch token.kind {
      case .beginObject, .beginArray: open += 1
      case .endObject, .endArray: open -= 1
      case .end:
        throw .syntax(
          token.place, found: nil, Expectation(en: "a closing } or ]", zh: "有配对的 } 或 ]"))
      case .colon, .comma, .text, .number, .bool, .null: break
      }
    }
  }

  /// Reports a flaw and gives the record being read up.
  private func flaw(
    _ place: Place, field: String? = nil, found: String? = nil, _ expected: Expectation,
    _ problems: inout ImportProblems
  ) {
    isFlawed = true
    problems.add(
      ImportProblem(file: file, place: place, field: field, value: found, expected: expected))
  }
}
