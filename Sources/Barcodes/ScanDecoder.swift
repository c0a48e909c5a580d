/// Tells the scans of a keyboard-wedge scanner from typed keys in one stream of bytes.
///
/// It is pure: bytes and their times go in, scans and typed bytes come out, in the order they came.
/// No byte is ever lost: what turns out not to be a scan is given back as `.bytes`.
///
/// - A configured prefix or an AIM identifier `]cm` opens a scan for certain; the suffix ends it,
///   and between the characters may be pauses up to `framedGapMilliseconds`, as over a radio link.
/// - Without either, `minLength` characters or more with every gap shorter than
///   `maxGapMilliseconds`, suffix included, are a scan; anything else is typed.
/// - Text is UTF-8. A burst in another encoding is typed; in a framed scan what cannot be read
///   becomes U+FFFD.
/// - A key that could begin a scan (a printable character) is therefore held for at most
///   `maxGapMilliseconds` after the last character; Enter, Tab, Backspace, control and escape
///   sequences on their own are not held at all, and nothing is where every scan has a prefix.
/// - The suffix of a scan never comes out as a key, nor does the LF behind its CR.
/// - A bracketed paste (`ESC[200~` ... `ESC[201~`) of one line in the shape of a scan is a scan.
///   Its two brackets come out as bytes all the same: a key decoder sees an empty paste.
///
/// `at` is when the byte arrived. A caller that was busy meanwhile passes the earliest time the
/// byte can have arrived (when it last saw the input empty), and feeds what is there before it lets
/// anything expire: otherwise its own pause would tear a scan apart. Time that goes back counts as
/// standing still.
public struct ScanDecoder: Sendable {
  /// How the scanner types.
  public let profile: ScannerProfile

  var state = State.idle
  /// The bytes that may yet become a scan; given back if they do not.
  var held: [UInt8] = []
  /// The escape sequence or the end of the paste passing by.
  var passing: [UInt8] = []
  /// When the last byte came.
  var last: Instant

  /// Makes a decoder for one terminal; `start` is not later than the first byte.
  public init(profile: ScannerProfile = ScannerProfile(), start: Instant = .start) {
    self.profile = profile
    last = start
  }

  /// Takes one byte and gives what is settled by it.
  public mutating func feed(_ byte: UInt8, at time: Instant) -> [ScannedInput] {
    var output = expire(at: time)
    step(byte, &output)
    last = max(last, time)
    return output
  }

  /// Takes bytes that arrived together and gives what is settled by them.
  public mutating func feed(_ bytes: some Sequence<UInt8>, at time: Instant) -> [ScannedInput] {
    var output: [ScannedInput] = []
    for byte in bytes {
      output.append(joining: feed(byte, at: time))
    }
    return output
  }

  /// Gives back what has waited too long at `time`; nothing before the deadline.
  public mutating func expire(at time: Instant) -> [ScannedInput] {
    guard let gap = state.gap(profile, held), time >= last.advanced(milliseconds: gap) else {
      return []
    }
    var output: [ScannedInput] = []
    if profile.suffixes.isEmpty, state == .burst || state == .framed {
      finish(suffix: nil, &output)
    } else {
      release(&output)
    }
    return output
  }

  /// When held bytes must be given back at the latest; nil if none are held.
  public var deadline: Instant? {
    guard !held.isEmpty, let gap = state.gap(profile, held) else { return nil }
    return last.advanced(milliseconds: gap)
  }
}
