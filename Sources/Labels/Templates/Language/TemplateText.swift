/// Text with fields in it, such as `{receiver.name|mask-name}  {receiver.phone}`.
///
/// A field stands in braces, with functions after bars; `{{` and `}}` are braces themselves.
struct TemplateText: Sendable, Equatable {
  /// A part of the text.
  enum Part: Sendable, Equatable {
    case literal(String)
    case field(String, [TemplateFunction])
  }

  private(set) var parts: [Part] = []

  /// The names of its fields.
  var fieldNames: [String] {
    parts.compactMap { part in
      guard case .field(let name, _) = part else { return nil }
      return name
    }
  }

  /// Why a text is no template text, and after how many characters.
  struct Failure: Error {
    var offset: Int
    var sentence: String
  }

  /// Reads the written form.
  init(_ text: String) throws(Failure) {
    var rest = Substring(text)
    var literal = ""
    func flush(_ parts: inout [Part]) {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
    }
    while let character = rest.first {
      let offset = text.count - rest.count
      rest = rest.dropFirst()
      if character == "{" || character == "}", rest.first == character {
        literal.append(character)
        rest = rest.dropFirst()
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          throw Failure(offset: offset, sentence: "'{' without '}'; a brace itself is '{{'")
        }
        flush(&parts)
        parts.append(try Self.field(rest[..<end], offset: offset))
        rest = rest[rest.index(after: end)...]
      } else if character == "}" {
        throw Failure(offset: offset, sentence: "'}' without '{'; a brace itself is '}}'")
      } else {
        literal.append(character)
      }
    }
    flush(&parts)
  }

  private static func field(_ text: Substring, offset: Int) throws(Failure) -> Part {
    var functions: [TemplateFunction] = []
    let pieces = text.splitOutsideQuotes(at: "|")
    let name = pieces[0].trimmed
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isASCIIDigit || ".-_".contains($0) })
    else {
      throw Failure(
        offset: offset, sentence: "'{\(text)}': expected a field such as {receiver.name}")
    }
    for piece in pieces.dropFirst() {
      let words = piece.trimmed.splitOutsideQuotes(at: " ").filter { !$0.isEmpty }.map(\.unquoted)
      guard let function = TemplateFunction(words) else {
        throw Failure(
          offset: offset,
          sentence: "'\(piece.trimmed)': expected a function such as \(TemplateFunction.forms)")
      }
      functions.append(function)
    }
    return .field(String(name), functions)
  }
}

extension Substring {
  /// Its parts between separators that do not stand in double quotes.
  fileprivate func splitOutsideQuotes(at separator: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var isQuoted = false
    for index in indices {
      if self[index] == "\"" { isQuoted.toggle() }
      if self[index] == separator, !isQuoted {
        parts.append(self[start..<index])
        start = self.index(after: index)
      }
    }
    return parts + [self[start...]]
  }

  fileprivate var trimmed: Substring {
    let start = firstIndex { $0 != " " } ?? endIndex
    let end = lastIndex { $0 != " " }.map(index(after:)) ?? endIndex
    return start < end ? self[start..<end] : ""
  }

  fileprivate var unquoted: String {
    count >= 2 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : String(self)
  }
}
