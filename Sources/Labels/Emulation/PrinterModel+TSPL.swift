extension PrinterModel {
  /// Takes whole labels and questions out of the input; what it answers.
  mutating func readTSPL() -> [UInt8] {
    let answer = immediates()
    while let end = endOfLabel() {
      let bytes = Array(input[..<end])
      input.removeSubrange(..<end)
      scanned = 0
      watched = input.count
      keep(bytes, length: Self.length(of: bytes))
    }
    return answer
  }

  /// Answers `ESC ! x` and `~!x`, which printers watch for even in the middle of data.
  private mutating func immediates() -> [UInt8] {
    var answer: [UInt8] = []
    // The last bytes looked at may be the first of a question.
    var at = max(0, watched - 2)
    while at + 2 < input.count {
      guard input[at + 1] == UInt8(ascii: "!"),
        input[at] == 0x1B || input[at] == UInt8(ascii: "~")
      else {
        at += 1
        continue
      }
      let (isEscape, name) = (input[at] == 0x1B, input[at + 2])
      input.removeSubrange(at..<at + 3)
      switch (isEscape, name) {
      case (true, UInt8(ascii: "?")): answer.append(statusByte)
      case (true, UInt8(ascii: ".")):
        // What came behind it stays.
        let rest = Array(input[at...])
        cancel()
        input = rest
        at = 0
      case (true, UInt8(ascii: "R")):
        losePower()
        at = 0
      case (true, UInt8(ascii: "P")): isPaused = true
      case (true, UInt8(ascii: "O")): isPaused = false
      case (false, UInt8(ascii: "@")): answer += Array("\(odometer * 150 / 1000)\r".utf8)
      case (false, UInt8(ascii: "T")): answer += Array("PICKWAY\r\n".utf8)
      default: break
      }
    }
    watched = input.count
    return answer
  }

  /// The bits of `ESC ! ?`.
  private var statusByte: UInt8 {
    var byte: UInt8 = 0
    if isHeadOpen { byte |= 0x01 }
    if isJammed { byte |= 0x02 }
    if paper == 0 { byte |= 0x04 }
    if isRibbonOut { byte |= 0x08 }
    if isPaused { byte |= 0x10 }
    if current != nil || !waiting.isEmpty || !input.isEmpty { byte |= 0x20 }
    return byte
  }

  /// Where the first whole label ends: behind the line of its `PRINT`; nil while it is not all there.
  private mutating func endOfLabel() -> Int? {
    var at = scanned
    while at < input.count {
      scanned = at
      guard let end = lineEnd(from: at) else { return nil }
      if input[at..<end].starts(with: Array("PRINT ".utf8)) { return end }
      at = end
    }
    scanned = at
    return nil
  }

  /// Where the command at a place ends, its data and its line end included.
  private func lineEnd(from start: Int) -> Int? {
    guard input[start...].starts(with: Array("BITMAP ".utf8)) else {
      return input[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    }
    var numbers: [Int] = []
    var at = start + 7
    var value = 0
    while at < input.count, numbers.count < 5 {
      if input[at] == UInt8(ascii: ",") {
        numbers.append(value)
        value = 0
      } else if (0x30...0x39).contains(input[at]), value < 100_000 {
        value = value * 10 + Int(input[at] - 0x30)
      } else {
        // No bitmap after all: a line like others.
        return input[at...].firstIndex(of: 0x0A).map { $0 + 1 }
      }
      at += 1
    }
    guard numbers.count == 5, at + numbers[2] * numbers[3] + 2 <= input.count else { return nil }
    return at + numbers[2] * numbers[3] + 2
  }

  /// The label's length in dots, as `SIZE` says.
  private static func length(of bytes: [UInt8]) -> Int {
    var reader = TSPLReader(bytes)
    while let command = try? reader.next() {
      if case .size(_, let height) = command { return Resolution.dpi203.dots(height) }
    }
    return 1200
  }
}
