public import Barcodes
public import Flows
public import Terminal

/// Bytes of a terminal become scans and keys, in their order.
///
/// Pure: bytes and times come in.
public struct InputDecoder: Sendable {
  private var characters: GBDecoder?
  private var lines: LineDecoder?
  private var scans: ScanDecoder
  private var keys: KeyDecoder

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - profile: how the scanner sends.
  ///   - escapeDelay: how long a lone Esc waits for the rest of a key, in milliseconds.
  ///   - encoding: how characters come.
  ///   - byLine: whether whole lines come, without any timing.
  public init(
    profile: ScannerProfile = ScannerProfile(), escapeDelay: Int64 = 25,
    encoding: TerminalEncoding = .utf8, byLine: Bool = false
  ) {
    characters = encoding == .gbk || encoding == .gb18030 ? GBDecoder() : nil
    lines = byLine ? LineDecoder(profile: profile) : nil
    scans = ScanDecoder(profile: profile)
    keys = KeyDecoder(delay: escapeDelay)
  }

  /// When `expire` has something to say, in milliseconds of the caller's clock; nil for never.
  public var deadline: Int64? {
    // Rounded up: a moment too early would find nothing due.
    let scan = scans.deadline.map { ($0.microseconds + 999) / 1000 }
    guard let scan, let key = keys.deadline else { return scan ?? keys.deadline }
    return min(scan, key)
  }

  /// Takes bytes that came at a moment.
  ///
  /// - Parameters:
  ///   - bytes: what came.
  ///   - milliseconds: when.
  ///   - isSecret: whether a secret is asked for; only lines need to know.
  ///   - isChoice: whether a choice is asked for; only lines need to know.
  public mutating func feed(
    _ bytes: [UInt8], at milliseconds: Int64, isSecret: Bool = false, isChoice: Bool = false
  ) -> [Input] {
    let bytes = characters?.feed(bytes) ?? bytes
    if let inputs = lines?.feed(bytes, isSecret: isSecret, isChoice: isChoice) { return inputs }
    let pieces = scans.feed(bytes, at: Instant(milliseconds: milliseconds))
    return inputs(pieces, milliseconds)
  }

  /// Gives out what waited for more, once its time has passed.
  public mutating func expire(at milliseconds: Int64) -> [Input] {
    let pieces = scans.expire(at: Instant(milliseconds: milliseconds))
    return inputs(pieces, milliseconds) + keys.expire(at: milliseconds).map(Input.key)
  }

  private mutating func inputs(_ pieces: [ScannedInput], _ at: Int64) -> [Input] {
    var inputs: [Input] = []
    for piece in pieces {
      switch piece {
      case .scan(let scan): inputs.append(.scan(scan))
      case .bytes(let bytes): inputs += keys.feed(bytes, at: at).map(Input.key)
      }
    }
    return inputs
  }
}
