extension ScanDecoder {
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Moves on by one byte; pauses have been dealt with.
  mutating func step(_ byte: UInt8, _ output: inout [ScannedInput]) {
    switch state {
    case .idle: begin(byte, &output)
    case .prefix: extendPrefix(byte, &output)
    case .burst, .framed: extendScan(byte, &output)
    case .ended:
      state = .idle
      if byte != Byte.lineFeed { begin(byte, &output) }
    case .overflow:
      if byte == Byte.escape {
        begin(byte, &output)
      } else {
        output.append(bytes: [byte])
      }
    case .escape, .controlSequence, .lastOfSequence: extendSequence(byte, &output)
    case .paste: extendPaste(byte, &output)
    case .pasteOverflow: passPaste(byte, &output)
    }
  }

  private mutating func begin(_ byte: UInt8, _ output: inout [ScannedInput]) {
    if byte == Byte.escape {
      passing = [byte]
      state = .escape
      output.append(bytes: [byte])
    } else if byte == profile.prefix.first {
      held = [byte]
      state = profile.prefix.count == 1 ? .framed : .prefix
    } else if !Byte.isControl(byte), Byte.startsCharacter(byte), profile.takesBursts,
      !profile.requiresAIM || byte == Byte.bracket
    {
      held = [byte]
      state = .burst
    } else {
      state = .idle
      output.append(bytes: [byte])
    }
  }

  private mutating func extendPrefix(_ byte: UInt8, _ output: inout [ScannedInput]) {
    if byte == profile.prefix[held.count] {
      held.append(byte)
      if held.count == profile.prefix.count { state = .framed }
    } else if profile.takesBursts, !profile.requiresAIM,
      !held.contains(where: Byte.isControl)
    {
      state = .burst
      extendScan(byte, &output)
    } else {
      release(&output)
      begin(byte, &output)
    }
  }

  private mutating func extendScan(_ byte: UInt8, _ output: inout [ScannedInput]) {
    if profile.isSuffix(byte) {
      finish(suffix: byte, &output)
    } else if isData(byte) {
      held.append(byte)
      if held.count > profile.maxLength {
        release(&output)
        state = .overflow
      } else if state == .burst, held.first == Byte.bracket {
        checkIdentifier(&output)
      }
    } else {
      release(&output)
      begin(byte, &output)
    }
  }

  /// Framed data may hold line breaks and tabs that do not end it; typed keys may not.
  private func isData(_ byte: UInt8) -> Bool {
    if !Byte.isControl(byte) || Byte.isSeparator(byte) { return true }
    let breaks = [Byte.tab, Byte.lineFeed, Byte.carriageReturn]
    return state == .framed && !profile.suffixes.isEmpty && breaks.contains(byte)
  }

  private mutating func checkIdentifier(_ output: inout [ScannedInput]) {
    if held.count == 3, Symbology(identifier: held.dropFirst()) != nil {
      state = .framed
    } else if held.count >= 3, profile.requiresAIM {
      release(&output)
    }
  }

  /// Ends the held bytes as a scan, or gives them back with their suffix.
  mutating func finish(suffix: UInt8?, _ output: inout [ScannedInput]) {
    if let scan = profile.scan(in: held) {
      let isFramed = state == .framed
      held = []
      state = suffix == Byte.carriageReturn ? .ended(isFramed: isFramed) : .idle
      output.append(.scan(scan))
    } else {
      release(&output)
      if let suffix { begin(suffix, &output) }
    }
  }

  /// Gives the held bytes back as typed.
  mutating func release(_ output: inout [ScannedInput]) {
    output.append(bytes: held)
    held = []
    state = .idle
  }

  private mutating func extendSequence(_ byte: UInt8, _ output: inout [ScannedInput]) {
    let before = state
    switch (before, byte) {
    case (.escape, Byte.openBracket): state = .controlSequence
    case (.escape, UInt8(ascii: "O")): state = .lastOfSequence
    case (.escape, _), (_, 0x00...0x1F), (_, 0x7F...0xFF):
      // A lone Esc, or a sequence that broke off: the byte is of its own.
      state = .idle
      return begin(byte, &output)
    case (.controlSequence, Byte.openBracket) where passing.count == 2: state = .lastOfSequence
    case (.controlSequence, 0x20...0x3F): break
    case (.controlSequence, _), (.lastOfSequence, _): state = .idle
    case (_, _): state = .idle
    }
    if passing.count < 16 { passing.append(byte) }
    output.append(bytes: [byte])
    if state == .idle, passing == Self.pasteStart { state = .paste }
  }

  private mutating func extendPaste(_ byte: UInt8, _ output: inout [ScannedInput]) {
    held.append(byte)
    if held.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) {
      let content = held.dropLast(Self.pasteEnd.count)
      if let scan = profile.scan(inPaste: content) {
        output.append(.scan(scan))
        held = Self.pasteEnd
      }
      release(&output)
    } else if held.count > profile.maxLength + 2 + Self.pasteEnd.count {
      passing = held.suffix(Self.pasteEnd.count)
      release(&output)
      state = .pasteOverflow
    }
  }

  private mutating func passPaste(_ byte: UInt8, _ output: inout [ScannedInput]) {
    passing.append(byte)
    if passing.count > Self.pasteEnd.count { passing.removeFirst() }
    output.append(bytes: [byte])
    if passing == Self.pasteEnd { state = .idle }
  }
}
