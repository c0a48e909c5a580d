/// How a scanner types: what it sends around the data and how fast.
///
/// A scanner with a prefix nobody types, or one that sends the AIM identifier, is told from a
/// person for certain even over a slow radio link. Without either, only its speed tells it.
public struct ScannerProfile: Hashable, Codable, Sendable {
  /// A byte that ends a scan; CR LF counts as one, whichever of the two is listed.
  public enum Suffix: String, Hashable, Codable, Sendable, CaseIterable {
    /// CR, 0x0D.
    case carriageReturn
    /// LF, 0x0A.
    case lineFeed
    /// TAB, 0x09.
    case tab

    var byte: UInt8 {
      switch self {
      case .carriageReturn: Byte.carriageReturn
      case .lineFeed: Byte.lineFeed
      case .tab: Byte.tab
      }
    }
  }

  /// The bytes before every scan, such as STX; none by default, and never beginning with ESC.
  public var prefix: [UInt8] = []
  /// What may end a scan; if empty, a pause of `maxGapMilliseconds` ends it.
  public var suffixes: Set<Suffix> = Set(Suffix.allCases)
  /// Whether only data behind an AIM identifier is a scan.
  public var requiresAIM = false
  /// Whether a fast burst without the prefix is a scan too; nil means only if there is no prefix.
  public var acceptsBursts: Bool?
  /// The bytes the scanner types for GS, such as `{GS}`; empty if it sends GS itself.
  public var gsSubstitute: [UInt8] = []
  /// The keyboard the terminal has while the scanner types on a US one.
  public var layout = KeyboardLayout.us
  /// The fewest characters that make a burst a scan; behind a prefix or AIM identifier one is
  /// enough.
  public var minLength = 3
  /// The most bytes of one scan; a QR Code holds up to 7,089.
  public var maxLength = 8_192

  /// The gap in ms between two characters at which a burst ends, kept within 30...55.
  public var maxGapMilliseconds: Int {
    get { burstGap }
    set { burstGap = min(max(newValue, 30), 55) }
  }

  /// The gap in ms at which a scan begun by a prefix is given up, kept within 100...5,000.
  public var framedGapMilliseconds: Int {
    get { framedGap }
    set { framedGap = min(max(newValue, 100), 5_000) }
  }

  private var burstGap = 50
  private var framedGap = 1_000

  /// Makes the profile of a scanner that sends the data and then CR, LF or TAB.
  public init() {}

  /// Makes the profile of a scanner that sends `prefix` before every scan.
  public init(prefix: [UInt8]) {
    self.prefix = prefix
  }

  /// Whether a burst without prefix may be a scan.
  var takesBursts: Bool { acceptsBursts ?? prefix.isEmpty }

  func isSuffix(_ byte: UInt8) -> Bool {
    // CR alone ends it too where LF is listed: the LF behind it is then part of the same suffix.
    suffixes.contains { $0.byte == byte }
      || byte == Byte.carriageReturn && suffixes.contains(.lineFeed)
  }
}
