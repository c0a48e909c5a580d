/// Where each key of a file was seen first.
///
/// Keys are kept as 64-bit hashes (SipHash), 12 bytes each: at a million keys the chance that two
/// of them are taken for one is about 3 in 100 million.
struct FirstSeen {
  private var lines: [Int: UInt32] = [:]

  /// The line a key was seen on before; nil, and remembered, when it is new.
  mutating func line(of key: some Hashable, at place: Place) -> Int? {
    var hasher = Hasher()
    hasher.combine(key)
    let hash = hasher.finalize()
    if let line = lines[hash] { return Int(line) }
    lines[hash] = UInt32(clamping: place.line)
    return nil
  }
}
