/// What a scanner sends, byte by byte, and the profile that reads it.
///
/// Feed it what arrives while a known code is scanned several times; a pause parts one arrival from
/// the next. The proposal is what stands before and after the code in all arrivals, the keyboard
/// that turns what arrived into the code, and what stands for GS; it is held against the arrivals
/// with the decoder itself before it is given.
public struct ScannerCheck: Sendable {
  /// One code as it arrived.
  public struct Arrival: Hashable, Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// The longest pause between two of them, in milliseconds.
    public var longestGap: Int64
  }

  /// The codes that arrived.
  public private(set) var arrivals: [Arrival] = []
  private var last: Int64?
  private let pause: Int64

  /// Makes a check; a pause of so many milliseconds parts two arrivals.
  public init(pause: Int64 = 300) {
    self.pause = pause
  }

  /// Takes bytes that came at a moment, in milliseconds of a clock that never goes back.
  public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) {
    for byte in bytes {
      let gap = last.map { now - $0 } ?? .max
      if gap >= pause || arrivals.isEmpty || isEnded(before: byte) {
        arrivals.append(Arrival(bytes: [byte], longestGap: 0))
      } else {
        arrivals[arrivals.count - 1].bytes.append(byte)
        arrivals[arrivals.count - 1].longestGap = max(
          arrivals[arrivals.count - 1].longestGap, gap)
      }
      last = now
    }
  }

  /// A line that has ended ends its arrival, however fast the next one comes.
  private func isEnded(before byte: UInt8) -> Bool {
    guard let bytes = arrivals.last?.bytes, let last = bytes.last else { return true }
    return last == Byte.lineFeed || (last == Byte.carriageReturn && byte != Byte.lineFeed)
  }

  /// The profile that reads every arrival as the code; nil when none does.
  ///
  /// - Parameter code: What was scanned, with U+001D for GS; nil when nobody said.
  public func proposal(expecting code: String? = nil) -> ScannerProfile? {
    guard let first = arrivals.first, !first.bytes.isEmpty else { return nil }
    for layout in KeyboardLayout.allCases {
      for substitute in code?.contains("\u{1D}") == true ? Self.substitutes : [[]] {
        guard var profile = framing(first.bytes, code, layout, substitute) else { continue }
        let gap = arrivals.map(\.longestGap).max() ?? 0
        profile.framedGapMilliseconds = max(1000, Int(4 * gap))
        profile.maxGapMilliseconds = Int(2 * gap)
        if reads(profile, code) { return profile }
      }
    }
    return nil
  }

  /// What scanners type where a symbol has GS: nothing but the byte itself, first.
  private static let substitutes: [[UInt8]] = [
    [], Array("{GS}".utf8), Array("^]".utf8), Array("|".utf8), Array("<GS>".utf8),
    Array("~".utf8), Array("^".utf8), Array("\\x1d".utf8),
  ]

  private func framing(
    _ bytes: [UInt8], _ code: String?, _ layout: KeyboardLayout, _ substitute: [UInt8]
  ) -> ScannerProfile? {
    var profile = ScannerProfile()
    profile.layout = layout
    profile.gsSubstitute = substitute
    let breaks = [Byte.carriageReturn, Byte.lineFeed, Byte.tab]
    let ends = bytes.reversed().prefix { breaks.contains($0) }
    switch ends.last {
    case Byte.carriageReturn: profile.suffixes = [.carriageReturn]
    case Byte.lineFeed: profile.suffixes = [.lineFeed]
    case Byte.tab: profile.suffixes = [.tab]
    default: profile.suffixes = []
    }
    var data = bytes.dropLast(ends.count)
    if let code {
      let gs = String(decoding: substitute.isEmpty ? [0x1D] : substitute, as: UTF8.self)
      let sent = Array(layout.typed(code.replacing("\u{1D}", with: gs)).utf8)
      guard data.count >= sent.count, data.suffix(sent.count).elementsEqual(sent) else {
        return nil
      }
      data = data.dropLast(sent.count)
    } else {
      data = data.prefix { Byte.isControl($0) }
    }
    // An AIM identifier is the symbol's own and differs; it stands right before the code.
    let aim = data.suffix(3)
    let restored = layout.restored(String(decoding: aim, as: UTF8.self))
    if aim.count == 3, restored.hasPrefix("]"),
      Symbology(identifier: Array(restored.utf8).dropFirst()) != nil
    {
      data = data.dropLast(3)
      profile.requiresAIM = true
    }
    profile.prefix = Array(data)
    return profile.prefix.first == Byte.escape ? nil : profile
  }

  private func reads(_ profile: ScannerProfile, _ code: String?) -> Bool {
    arrivals.allSatisfy { arrival in
      var decoder = ScanDecoder(profile: profile)
      var read = decoder.feed(arrival.bytes, at: .start)
      read += decoder.expire(at: Instant(milliseconds: 10_000))
      guard case .scan(let scan) = read.first, read.count == 1 else { return false }
      return code.map { $0 == scan.text } ?? true
    }
  }
}
