/// Reads what was scanned or typed into elements, after the GS1 General Specifications and the
/// GS1 Barcode Syntax Dictionary, release 2026-01-27.
///
/// One pass over the bytes; nothing is kept between calls.
public struct GS1Parser: Hashable, Sendable {
  /// What is allowed beyond the standard.
  public var permits: Permissions
  /// Which rules between elements are checked.
  public var rules: Rules

  /// Makes a parser; without arguments it is as strict as the standard.
  public init(permits: Permissions = [], rules: Rules = .all) {
    self.permits = permits
    self.rules = rules
  }

  /// The most elements a message may have.
  static let elementLimit = 64

  /// Reads a line a person or a program wrote.
  ///
  /// It is a scan with or without its symbology identifier, bracketed elements, or a link. FNC1
  /// may be GS, `^`, `{GS}` or the four characters `\x1d`: GS1 data have none of these otherwise.
  public func parse(_ line: String) throws(GS1Problem) -> GS1Message {
    try parse(Array(line.utf8))
  }

  /// Reads a line as bytes of any encoding; offsets in problems count characters of UTF-8.
  public func parse(_ line: [UInt8]) throws(GS1Problem) -> GS1Message {
    try parse(line, substitutes: true)
  }

  /// Reads a scan as it came from the scanner: FNC1 is GS and nothing else.
  public func parse(_ scan: Scan) throws(GS1Problem) -> GS1Message {
    try parse(
      Array((scan.symbology?.description ?? "").utf8) + Array(scan.text.utf8), substitutes: false)
  }

  func parse(_ line: [UInt8], substitutes: Bool) throws(GS1Problem) -> GS1Message {
    do {
      return try read(line, substitutes: substitutes)
    } catch {
      // Only a line that fails pays for finding the place in it.
      let start = GS1Source.lineOffset(error.offset, in: line, substitutes: substitutes)
      let end = GS1Source.lineOffset(
        error.offset + error.count, in: line, substitutes: substitutes)
      throw error.moved(to: start, count: end - start)
    }
  }

  private func read(_ line: [UInt8], substitutes: Bool) throws(GS1Problem) -> GS1Message {
    let form = try GS1Source.form(of: line, substitutes: substitutes)
    switch form {
    case .elements(let symbology, let start):
      let source = substitutes ? GS1Source.decoded(line) : line
      let reader = try elements(in: source, from: start)
      return try checked(
        GS1Message(
          symbology: symbology, form: .elements, bytes: reader.bytes, slots: reader.slots))
    case .item(let symbology, let start, let length):
      let source = substitutes ? GS1Source.decoded(line) : line
      return try item(in: source, from: start, length: length, symbology: symbology)
    case .bracketed:
      let reader = try bracketedElements(in: line)
      return try checked(
        GS1Message(
          symbology: nil, form: .bracketed, bytes: reader.bytes, slots: reader.slots))
    case .link(let symbology, let start):
      let reader = try linkElements(in: line, from: start)
      return try checked(
        GS1Message(
          symbology: symbology, form: .link, bytes: reader.bytes, link: Array(line[start...]),
          slots: reader.slots))
    case .plain(let symbology, let start):
      guard let text = String(validating: line[start...], as: UTF8.self) else {
        throw GS1Problem(.encoding, at: start, count: line.count - start)
      }
      return GS1Message(symbology: symbology, form: .plain, bytes: Array(text.utf8))
    }
  }
}
