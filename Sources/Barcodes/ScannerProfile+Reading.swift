extension ScannerProfile {
  /// The scan in the bytes before the suffix, prefix and AIM identifier included; nil if none.
  func scan(in bytes: some Collection<UInt8>) -> Scan? {
    var data = Array(bytes)[...]
    var isFramed = false
    if !prefix.isEmpty, data.starts(with: prefix) {
      data = data.dropFirst(prefix.count)
      isFramed = true
    }
    guard isFramed || takesBursts else { return nil }
    if layout != .us, let typed = String(validating: data, as: UTF8.self) {
      data = Array(layout.restored(typed).utf8)[...]
    }
    var symbology: Symbology?
    if data.first == Byte.bracket,
      let found = Symbology(identifier: data.dropFirst().prefix(2))
    {
      symbology = found
      data = data.dropFirst(3)
      isFramed = true
    }
    guard symbology != nil || !requiresAIM else { return nil }
    let characters = data.count(where: Byte.startsCharacter)
    guard characters >= (isFramed ? 1 : minLength) else { return nil }
    // A symbol that is known to carry no GS1 data may hold the substitute's characters for real.
    if symbology?.carriesGS1 != false { data = replacingGSSubstitute(in: data) }
    if let text = String(validating: data, as: UTF8.self) {
      return Scan(text: text, symbology: symbology)
    }
    // Without a frame it may be text typed in another encoding; a framed one is a scan all the
    // same.
    return isFramed ? Scan(text: String(decoding: data, as: UTF8.self), symbology: symbology) : nil
  }

  /// The scan in a pasted text; nil unless it is one line in the shape of a scan.
  ///
  /// Some handhelds paste what they scan instead of typing it.
  func scan(inPaste paste: some Collection<UInt8>) -> Scan? {
    var data = Array(paste)[...]
    let hasPrefix = !prefix.isEmpty && data.starts(with: prefix)
    let isFramed = hasPrefix || data.first == Byte.bracket
    if data.last == Byte.lineFeed, data.dropLast().last == Byte.carriageReturn,
      isSuffix(Byte.carriageReturn)
    {
      data = data.dropLast(2)
    } else if let last = data.last, isSuffix(last) {
      data = data.dropLast()
    } else if !suffixes.isEmpty, !isFramed {
      return nil
    }
    guard data.count <= maxLength,
      data.dropFirst(hasPrefix ? prefix.count : 0).allSatisfy({
        !Byte.isControl($0) || Byte.isSeparator($0)
      })
    else { return nil }
    return scan(in: data)
  }

  private func replacingGSSubstitute(in data: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !gsSubstitute.isEmpty else { return data }
    var result: [UInt8] = []
    var rest = data
    while let byte = rest.first {
      if rest.starts(with: gsSubstitute) {
        result.append(Byte.groupSeparator)
        rest = rest.dropFirst(gsSubstitute.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result[...]
  }
}
