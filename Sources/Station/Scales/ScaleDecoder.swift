/// Reads what scales send: a line, or a frame, a reading.
///
/// - `ST,GS,+ 1.234kg` (`US` not at rest, `OL` too much): A&D, CAS, Jadever and many more.
/// - `S S 1.234 kg` (`S D` not at rest, `S +` and `S -` out of range, `S I` not ready): Mettler SICS.
/// - `1.234 kg`, with ` ?` behind it while it moves: Ohaus and most others.
/// - STX `+001234` and how many of the digits are decimals, two check characters, ETX: the
///   continuous form of XK3190 indicators, in kg; a frame whose check is wrong is left out.
/// - `=432.100`: the same indicators' other form, digits in reverse, in kg.
///
/// Weights are in kg or g; others are named, because a parcel weighed in pounds would pass nowhere.
public struct ScaleDecoder: Sendable {
  /// Longer lines are noise.
  private static let longest = 64
  private static let (stx, etx): (UInt8, UInt8) = (2, 3)

  private var line: [UInt8] = []
  private var isNoise = false
  private var isFrame = false

  /// A decoder at the start of a line.
  public init() {}

  /// The readings whose lines end in these bytes; what is left is kept for the next ones.
  public mutating func readings(in bytes: some Sequence<UInt8>) -> [ScaleReading] {
    var found: [ScaleReading] = []
    for byte in bytes {
      switch byte {
      case Self.stx: (line, isNoise, isFrame) = ([], false, true)
      case Self.etx, 10, 13: found += ended(isFrame: isFrame && byte == Self.etx)
      // One line of this form begins where the last one ends.
      case UInt8(ascii: "="):
        found += ended(isFrame: false)
        line = [byte]
      default:
        line.append(byte)
        if line.count > Self.longest { (line, isNoise) = ([], true) }
      }
    }
    return found
  }

  private mutating func ended(isFrame: Bool) -> [ScaleReading] {
    defer { (line, isNoise, self.isFrame) = ([], false, false) }
    guard !isNoise else { return [.unreadable] }
    if isFrame, let reading = Self.frame(line) { return [reading] }
    return Self.reading(String(decoding: line, as: UTF8.self)).map { [$0] } ?? []
  }

  /// The reading of one line; nil where it is empty or says that nothing is ready yet.
  static func reading(_ line: String) -> ScaleReading? {
    var words = line.uppercased().split(whereSeparator: { $0 == "," || $0 == " " || $0 == ":" })
      .map(String.init)
    guard let first = words.first else { return nil }
    if first.hasPrefix("=") { return reversed(first) }
    var isStable = true
    if words.last == "?" {
      isStable = false
      words.removeLast()
    }
    switch first {
    case "ST": break
    case "US": isStable = false
    case "S", "SD":
      switch words.count > 1 ? words[1] : "" {
      case "S": break
      case "D": isStable = false
      case "I": return nil
      case "+": return words.count == 2 ? .overload : .unreadable
      case "-": return words.count == 2 ? .underload : .unreadable
      default: return .unreadable
      }
    case "OL", "+OL": return .overload
    case "-OL", "UL": return .underload
    default:
      guard first.first.map({ $0.isNumber || "+-.".contains($0) }) ?? false else {
        return .unreadable
      }
    }
    return weight(words.joined(), isStable)
  }

  /// The number before the unit at the end, as grams; halves are rounded away from zero.
  private static func weight(_ text: String, _ isStable: Bool) -> ScaleReading {
    let unit = String(text.reversed().prefix { $0.isLetter }.reversed())
    let number = text.dropLast(unit.count).reversed().prefix { $0.isNumber || $0 == "." }
    let rest = text.dropLast(unit.count + number.count)
    guard !number.isEmpty, let value = Double(String(number.reversed())), value < 10_000_000 else {
      return .unreadable
    }
    let factor: Double
    switch unit {
    case "KG": factor = 1000
    case "G": factor = 1
    case "": return .unreadable
    default: return .unit(unit.lowercased())
    }
    let sign: Double = rest.last == "-" ? -1 : 1
    return .weight(grams: Int((sign * value * factor).rounded()), isStable: isStable)
  }

  /// A weight whose digits come in reverse.
  private static func reversed(_ word: String) -> ScaleReading {
    var digits = String(word.dropFirst().reversed())
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    guard !digits.isEmpty, let value = Double(digits) else { return .unreadable }
    return .weight(
      grams: Int(((isNegative ? -value : value) * 1000).rounded()), isStable: true)
  }

  /// Sign, six digits, the number of decimals, and the exclusive or of those as two hex digits.
  private static func frame(_ bytes: [UInt8]) -> ScaleReading? {
    guard bytes.count == 10, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") else {
      return nil
    }
    let check = bytes[0..<8].reduce(0, ^)
    guard let sent = UInt8(String(decoding: bytes[8...9], as: UTF8.self), radix: 16), sent == check,
      let value = Double(String(decoding: bytes[1...6], as: UTF8.self)),
      let decimals = Int(String(decoding: bytes[7...7], as: UTF8.self)), decimals <= 4
    else { return .unreadable }
    let kilograms = (0..<decimals).reduce(value) { part, _ in part / 10 }
    let sign: Double = bytes[0] == UInt8(ascii: "-") ? -1 : 1
    // It says nothing of rest: equal readings in a row do.
    return .weight(grams: Int((sign * kilograms * 1000).rounded()), isStable: true)
  }
}
