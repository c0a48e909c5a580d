public import Barcodes
public import Flows
public import Terminal

/// Bytes of a terminal become scans and keys, in their order.
///
/// Pure: bytes and times come in. What the scan decoder held because it might have become a scan,
/// and was typed after all, counts for the keys as come when it came: so Esc and a digit are a
/// function key, though the digit is held longer than a lone Esc is waited for.
public struct InputDecoder: Sendable {
  private var characters: GBDecoder?
  private var lines: LineDecoder?
  private var scans: ScanDecoder
  private var keys: KeyDecoder
  /// When the first of the bytes came that may yet become a scan; nil when none are held.
  private var heldSince: Int64?

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
    guard let scan, !keysWait, let key = keys.deadline else { return scan ?? keys.deadline }
    return min(scan, key)
  }

  /// Whether what is held came in time to belong to the key that is half read.
  private var keysWait: Bool {
    guard let heldSince, let due = keys.deadline else { return false }
    return heldSince < due
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
    var inputs: [Input] = []
    for byte in bytes {
      let pieces = scans.feed(byte, at: Instant(milliseconds: milliseconds))
      let isHeld = scans.deadline != nil
      take(pieces, of: isHeld ? 0 : 1, at: milliseconds, &inputs)
      heldSince = isHeld ? (pieces.isEmpty ? heldSince : nil) ?? milliseconds : nil
    }
    return inputs
  }

  /// Gives out what waited for more, once its time has passed.
  public mutating func expire(at milliseconds: Int64) -> [Input] {
    var inputs: [Input] = []
    let pieces = scans.expire(at: Instant(milliseconds: milliseconds))
    take(pieces, of: 0, at: milliseconds, &inputs)
    if scans.deadline == nil { heldSince = nil }
    return keysWait ? inputs : inputs + keys.expire(at: milliseconds).map(Input.key)
  }

  /// Reads what is settled; so many bytes of it came just now, the others were held.
  private mutating func take(
    _ pieces: [ScannedInput], of new: Int, at now: Int64, _ inputs: inout [Input]
  ) {
    for piece in pieces {
      switch piece {
      case .scan(let scan):
        // An Esc before it was one of its own.
        inputs += keys.expire(at: .max).map(Input.key)
        inputs.append(.scan(scan))
      case .bytes(let bytes):
        // A sequence that was held is the end of a paste, and whole only now.
        let held = bytes.dropLast(new).prefix { $0 != KeyDecoder.escape }
        if let heldSince, !held.isEmpty {
          inputs += keys.feed(held, at: heldSince).map(Input.key)
          let rest = bytes.dropFirst(held.count)
          if !rest.isEmpty { inputs += keys.feed(rest, at: now).map(Input.key) }
        } else {
          inputs += keys.feed(bytes, at: now).map(Input.key)
        }
      }
    }
  }
}
