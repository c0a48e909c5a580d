/// What comes out of the scan decoder: a whole scan, or bytes that are none of its business.
public enum ScannedInput: Hashable, Sendable {
  /// One symbol was scanned.
  case scan(Scan)
  /// Typed keys, escape sequences and pasted text, in order, for the key decoder.
  case bytes([UInt8])
}

extension [ScannedInput] {
  /// Adds typed bytes, joined to those just before them.
  mutating func append(bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    if case .bytes(var earlier)? = last {
      earlier.append(contentsOf: bytes)
      self[count - 1] = .bytes(earlier)
    } else {
      append(.bytes([UInt8](bytes)))
    }
  }

  /// Adds what came later, joining bytes to bytes.
  mutating func append(joining later: [ScannedInput]) {
    for input in later {
      switch input {
      case .scan: append(input)
      case .bytes(let bytes): append(bytes: bytes)
      }
    }
  }
}
