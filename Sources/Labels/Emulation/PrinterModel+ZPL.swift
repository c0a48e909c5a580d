extension PrinterModel {
  /// Takes whole labels and questions out of the input; what it answers.
  mutating func readZPL() -> [UInt8] {
    var answer: [UInt8] = []
    var at = scanned
    while at < input.count {
      switch input[at] {
      case UInt8(ascii: "~"):
        guard at + 2 < input.count else {
          scanned = at
          return answer
        }
        var name = String(decoding: input[at + 1...at + 2], as: UTF8.self)
        var length = 3
        if name == "HQ" {
          guard at + 4 < input.count else {
            scanned = at
            return answer
          }
          name += String(decoding: input[at + 3...at + 4], as: UTF8.self)
          length = 5
        }
        input.removeSubrange(at..<at + length)
        if name == "JA" {
          // What came behind it stays.
          let rest = Array(input[at...])
          cancel()
          input = rest
          at = 0
        } else {
          answer += immediate(name)
        }
      case UInt8(ascii: "^"):
        guard at + 2 < input.count else {
          scanned = at
          return answer
        }
        if input[at + 1] == UInt8(ascii: "X"), input[at + 2] == UInt8(ascii: "A") {
          // The beginning of a label drops one whose end never came.
          input.removeSubrange(..<at)
          at = 3
        } else if input[at + 1] == UInt8(ascii: "X"), input[at + 2] == UInt8(ascii: "Z") {
          let bytes = Array(input[..<(at + 3)])
          input.removeSubrange(..<(at + 3))
          at = 0
          if bytes.starts(with: Array("^XA".utf8)) {
            keep(bytes, length: Self.length(of: bytes))
          }
        } else {
          at += 1
        }
      case UInt8(ascii: "!") where !isInLabel:
        guard let end = input[at...].firstIndex(of: 0x0A) else {
          scanned = at
          return answer
        }
        answer += variable(String(decoding: input[at..<end], as: UTF8.self))
        input.removeSubrange(at...end)
      default:
        if isInLabel {
          at += 1
        } else {
          input.remove(at: at)
        }
      }
    }
    scanned = at
    return answer
  }

  /// Whether a label has begun to come in.
  var isInLabel: Bool {
    input.count >= 3 && input[0] == UInt8(ascii: "^") && input[1] == UInt8(ascii: "X")
      && input[2] == UInt8(ascii: "A")
  }

  /// What an immediate command answers, done at once.
  private mutating func immediate(_ name: String) -> [UInt8] {
    switch name {
    case "HS": return hostStatus
    case "HI": return Self.framed("PICKWAY-203dpi,V1.0,8,8192KB")
    case "HQES": return errors
    case "HQOD":
      let meters = odometer * 150 / 1000
      return Self.framed(
        "\r\n  PRINT METERS\r\n     TOTAL NONRESETTABLE:  \(meters) M\r\n"
          + "     LABELS:  \(odometer)\r\n")
    case "PP": isPaused = true
    case "PS": isPaused = false
    case "JR": losePower()
    default: break
    }
    return []
  }

  /// The three strings of the host status (ZPL II Programming Guide, `~HS`).
  private var hostStatus: [UInt8] {
    func flag(_ value: Bool) -> String { value ? "1" : "0" }
    func digits(_ value: Int, _ count: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let stopped = isPaused || !canPrint
    return Self.framed(
      "030,\(flag(paper == 0)),\(flag(stopped)),1200,\(digits(waiting.count, 3)),0,0,"
        + "\(flag(isInLabel)),000,0,0,0")
      + Self.framed(
        "001,0,\(flag(isHeadOpen)),\(flag(isRibbonOut)),1,2,6,0,"
          + "\(digits(current == nil ? 0 : 1, 8)),1,000")
      + Self.framed("1234,0")
  }

  /// Errors as bits: 1 media out, 2 ribbon out, 4 head open, 10000 paused.
  private var errors: [UInt8] {
    let bits =
      (paper == 0 || isJammed ? 1 : 0) + (isRibbonOut ? 2 : 0) + (isHeadOpen ? 4 : 0)
      + (isPaused ? 0x10000 : 0)
    let text = String(bits, radix: 16, uppercase: true)
    let mask = String(repeating: "0", count: max(0, 8 - text.count)) + text
    return Self.framed(
      "\r\n  PRINTER STATUS\r\n   ERRORS:         \(bits == 0 ? 0 : 1) 00000000 \(mask)\r\n"
        + "   WARNINGS:       0 00000000 00000000\r\n")
  }

  /// `! U1 getvar "NAME"` is answered with the value in quotation marks, `?` for a name not known.
  private func variable(_ line: String) -> [UInt8] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].contains("getvar") else { return [] }
    let value: String
    switch parts[1] {
    case PrinterLanguage.counter[...]: value = String(odometer)
    case "device.host_status": return hostStatus
    case "device.languages": value = "zpl"
    default: value = "?"
    }
    return Array("\"\(value)\"".utf8)
  }

  private static func framed(_ text: String) -> [UInt8] {
    [0x02] + Array(text.utf8) + [0x03, 0x0D, 0x0A]
  }

  /// The label's length in dots, as `^LL` says.
  private static func length(of bytes: [UInt8]) -> Int {
    let mark = Array("^LL".utf8)
    let head = bytes.prefix(400)
    guard
      let start = head.indices.dropLast(2).first(where: { head[$0..<$0 + 3].elementsEqual(mark) })
    else { return 1200 }
    return Int(
      String(
        decoding: head[(start + 3)...].prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
      ?? 1200
  }
}
