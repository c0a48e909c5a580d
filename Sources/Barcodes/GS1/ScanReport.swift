/// What `pickway scan parse` prints: one JSON object for one line.
///
/// A line that reads well gives, in this order and only where there is something to say:
///
/// - `ok`: true
/// - `symbology`: the identifier, such as `]C1`
/// - `form`: `elements`, `bracketed`, `link`, `item` or `plain`
/// - `elements`: `[{"ai","value"}]` in the order they came, without the item number of a symbol
/// - `data`: the elements as one string with `^` for FNC1, or the item number, as scanned
/// - `text`: what a symbol says that carries no GS1 data
/// - `gtin`, `contentGTIN` (14 digits), `sscc` (18 digits)
/// - `lot`, `serial`, `variant`, `order`, `origin`
/// - `expiry`, `bestBefore`, `sellBy`, `production`, `packaging`: `YYYY-MM-DD`
/// - `expiryTime`: `HH:MM`
/// - `count`: a whole number
/// - `weightGrams`, `grossWeightGrams`: exact numbers
/// - `measures`: `[{"ai","quantity","logistic","value","unit"}]`, the value as an exact number
/// - `price`, `amount`: `{"ai","value","currency"}`
/// - `link`: the Digital Link URI of the elements, where asked for and where they have a key
///
/// Any other line gives `ok` false, `error` (a sentence), `code` (a short name), `ai` where it is
/// known, `at` and `length`: characters of the line, the first being 0.
public struct ScanReport: Hashable, Sendable {
  /// How lines are read.
  public var parser: GS1Parser
  /// The year near which two-digit years are taken.
  public var year: Int
  /// The language of sentences.
  public var language: Language
  /// Where Digital Link URIs begin; nil if none are wanted.
  public var stem: String?

  /// A language of sentences.
  public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"
  }

  /// Makes a report near `year`.
  public init(
    parser: GS1Parser = GS1Parser(), year: Int, language: Language = .english, stem: String? = nil
  ) {
    self.parser = parser
    self.year = year
    self.language = language
    self.stem = stem
  }

  /// The object for a line, without its end of line.
  public func json(_ line: String) -> String {
    json(Array(line.utf8))
  }

  /// The object for a line of any bytes, without its end of line.
  public func json(_ line: [UInt8]) -> String {
    String(decoding: bytes(line), as: UTF8.self)
  }

  /// The object for a line in UTF-8; one carriage return at the end of the line is dropped.
  public func bytes(_ line: [UInt8]) -> [UInt8] {
    let line = line.last == Byte.carriageReturn ? Array(line.dropLast()) : line
    var writer = JSONWriter()
    do {
      let message = try parser.parse(line)
      writer.member("ok", true)
      write(message, to: &writer)
    } catch {
      writer.member("ok", false)
      write(error, to: &writer)
    }
    writer.close(UInt8(ascii: "}"))
    return writer.bytes
  }

  /// The object for one value of one component check: `ok`, or `error`, `code`, `at`, `length`.
  public func bytes(component check: ComponentCheck, _ value: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    if let finding = check.finding(in: value) {
      writer.member("ok", false)
      write(
        GS1Problem(.component(finding.fault), at: finding.offset, count: finding.count),
        to: &writer)
    } else {
      writer.member("ok", true)
    }
    writer.close(UInt8(ascii: "}"))
    return writer.bytes
  }
}
