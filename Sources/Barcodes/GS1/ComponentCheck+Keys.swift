extension ComponentCheck {
  /// The modulo-10 check digit at the end (General Specifications, 7.9.1).
  static func checkCheckDigit(_ data: Span<UInt8>) -> ComponentFinding? {
    guard let last = data.indices.last else {
      return ComponentFinding(.checkDigitTooShort, 0, 0)
    }
    if let finding = checkDigits(data) { return finding }
    return CheckDigit.modulo10(ofDigits: data.extracting(0..<last)) == Int(data[last] - 0x30)
      ? nil : ComponentFinding(.checkDigit, last, 1)
  }

  /// The pair of check characters at the end (General Specifications, 7.9.5): prime weights from
  /// the right, modulo 1021, written as two characters of 32.
  static func checkCheckPair(_ data: Span<UInt8>) -> ComponentFinding? {
    let count = data.count - 2
    guard count >= 0 else { return ComponentFinding(.checkPairTooShort, 0, data.count) }
    guard count <= primes.count else { return ComponentFinding(.checkPairTooLong, 0, data.count) }
    for index in 0..<count where set82Value(data[index]) == nil {
      return ComponentFinding(.notSet82, index, 1)
    }
    let (first, second) = checkPair(of: data.extracting(0..<count))
    return data[count] == first && data[count + 1] == second
      ? nil : ComponentFinding(.checkPair, count, 2)
  }

  /// The pair of check characters behind at most 97 characters of set 82.
  static func checkPair(of payload: Span<UInt8>) -> (UInt8, UInt8) {
    var sum = 0
    for index in payload.indices {
      let prime = primes[min(payload.count - 1 - index, primes.count - 1)]
      sum += (set82Value(payload[index]) ?? 0) * Int(prime)
    }
    sum %= 1_021
    return (pairCharacter(sum >> 5), pairCharacter(sum & 31))
  }

  /// The place of a byte among the 82 characters, in ASCII order.
  private static func set82Value(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x21, 0x22: Int(byte) - 0x21
    case 0x25...0x3F: Int(byte) - 0x25 + 2
    case 0x41...0x5A: Int(byte) - 0x41 + 29
    case 0x5F: 55
    case 0x61...0x7A: Int(byte) - 0x61 + 56
    default: nil
    }
  }

  /// One of 32 characters: the digits 2 to 9, and the capitals without I and O.
  private static func pairCharacter(_ value: Int) -> UInt8 {
    switch value {
    case ..<8: UInt8(0x32 + value)
    case ..<16: UInt8(0x41 + value - 8)
    case ..<21: UInt8(0x4A + value - 16)
    default: UInt8(0x50 + value - 21)
    }
  }

  /// The first 97 primes: no value is longer than 97 characters and a pair.
  private static let primes: [UInt16] = {
    var found: [UInt16] = []
    var next: UInt16 = 2
    while found.count < 97 {
      if !found.contains(where: { next % $0 == 0 }) { found.append(next) }
      next += 1
    }
    return found
  }()

  /// A company prefix has at least four digits; which of them are given out is not looked up.
  static func checkPrefix(_ data: Span<UInt8>, from start: Int) -> ComponentFinding? {
    guard data.count >= start + 4 else {
      let offset = data.count > start ? start : 0
      return ComponentFinding(.prefixTooShort, offset, data.count - offset)
    }
    for index in start..<start + 4 where !Byte.isDigit(data[index]) {
      return ComponentFinding(.prefixInvalid, index, 1)
    }
    return nil
  }

  /// An International Bank Account Number: country, two check digits modulo 97 (ISO 13616).
  static func checkIBAN(_ data: Span<UInt8>) -> ComponentFinding? {
    guard data.count > 10 else { return ComponentFinding(.code(.ibanTooShort), 0, data.count) }
    guard data.count <= 34 else { return ComponentFinding(.code(.ibanTooLong), 0, data.count) }
    guard CodeList.isCountry(data[0], data[1]) else {
      return ComponentFinding(.code(.ibanCountry), 0, 2)
    }
    if let bad = ByteSet.ibanCharacters.firstOutside(data) {
      return ComponentFinding(.code(.ibanCharacter), bad, 1)
    }
    var rest = 0
    for step in data.indices {
      let byte = data[(step + 4) % data.count]
      rest =
        Byte.isDigit(byte)
        ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x41) + 10) % 97
    }
    return rest == 1 ? nil : ComponentFinding(.code(.ibanCheck), 2, 2)
  }
}
