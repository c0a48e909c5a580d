extension ComponentCheck {
  static func checkCountry(_ data: Span<UInt8>) -> ComponentFinding? {
    threeDigits(data).map(CodeList.countries.contains) == true
      ? nil : ComponentFinding(.code(.country), 0, data.count)
  }

  static func checkCountryOr999(_ data: Span<UInt8>) -> ComponentFinding? {
    guard let code = threeDigits(data), code == 999 || CodeList.countries.contains(code) else {
      return ComponentFinding(.code(.countryOr999), 0, data.count)
    }
    return nil
  }

  static func checkCountryLetters(_ data: Span<UInt8>) -> ComponentFinding? {
    guard data.count == 2, CodeList.isCountry(data[0], data[1]) else {
      return ComponentFinding(.code(.countryLetters), 0, data.count)
    }
    return nil
  }

  static func checkCurrency(_ data: Span<UInt8>) -> ComponentFinding? {
    threeDigits(data).map(CodeList.currencies.contains) == true
      ? nil : ComponentFinding(.code(.currency), 0, data.count)
  }

  /// 01 to 10, and 80 to 99 for use by the GS1 member organizations.
  static func checkMediaType(_ data: Span<UInt8>) -> ComponentFinding? {
    guard data.count == 2, Byte.isDigit(data[0]), Byte.isDigit(data[1]) else {
      return ComponentFinding(.code(.mediaType), 0, data.count)
    }
    let code = Int(data[0] - 0x30) * 10 + Int(data[1] - 0x30)
    return (1...10).contains(code) || code >= 80 ? nil : ComponentFinding(.code(.mediaType), 0, 2)
  }

  static func checkPackageType(_ data: Span<UInt8>) -> ComponentFinding? {
    guard (1...3).contains(data.count) else {
      return ComponentFinding(.code(.packageType), 0, data.count)
    }
    var key: UInt32 = 0
    for index in data.indices { key = key << 8 | UInt32(data[index]) }
    return CodeList.packageTypes.contains(key)
      ? nil : ComponentFinding(.code(.packageType), 0, data.count)
  }

  private static func threeDigits(_ data: Span<UInt8>) -> Int? {
    guard data.count == 3, checkDigits(data) == nil else { return nil }
    return Int(data[0] - 0x30) * 100 + Int(data[1] - 0x30) * 10 + Int(data[2] - 0x30)
  }
}
