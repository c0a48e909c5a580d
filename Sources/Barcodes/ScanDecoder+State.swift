extension ScanDecoder {
  /// Where the decoder stands between two bytes.
  enum State: Hashable {
    /// Nothing is going on.
    case idle
    /// Part of the prefix came and is held.
    case prefix
    /// Fast characters without prefix are held.
    case burst
    /// A prefix or an AIM identifier came; it and the data are held.
    case framed
    /// CR ended a scan; an LF right behind belongs to it.
    case ended(isFramed: Bool)
    /// A burst grew longer than any scan; it passes until it pauses.
    case overflow
    /// ESC passed.
    case escape
    /// `ESC [` passed.
    case controlSequence
    /// `ESC O` passed, or `ESC [ [`; one more byte belongs to it.
    case lastOfSequence
    /// `ESC [ 200 ~` passed; what is pasted is held.
    case paste
    /// More was pasted than a scan can be; it passes until the paste ends.
    case pasteOverflow

    /// The pause in ms after the last byte that ends the state; nil if it lasts.
    func gap(_ profile: ScannerProfile, _ held: [UInt8]) -> Int? {
      switch self {
      case .idle:
        nil
      case .prefix:
        // Nobody types a control character as the start of a text.
        held.first.map(Byte.isControl) == true
          ? profile.framedGapMilliseconds : profile.maxGapMilliseconds
      case .burst:
        // Where the scanner sends AIM identifiers, `]` is as good as a prefix.
        profile.requiresAIM && held.first == Byte.bracket
          ? profile.framedGapMilliseconds : profile.maxGapMilliseconds
      case .framed:
        profile.suffixes.isEmpty ? profile.maxGapMilliseconds : profile.framedGapMilliseconds
      case .ended(let isFramed):
        isFramed ? profile.framedGapMilliseconds : profile.maxGapMilliseconds
      case .overflow, .escape:
        profile.maxGapMilliseconds
      case .controlSequence, .lastOfSequence, .paste, .pasteOverflow:
        profile.framedGapMilliseconds
      }
    }
  }
}
