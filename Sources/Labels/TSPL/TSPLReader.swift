/// Reads commands of TSPL one by one, binary data included.
struct TSPLReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Where the last command began.
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next command; nil at the end.
  mutating func next() throws(TSPLError) -> TSPLCommand? {
    while position < bytes.count, bytes[position] == 0x0D || bytes[position] == 0x0A {
      position += 1
    }
    guard position < bytes.count else { return nil }
    offset = position
    let name = word()
    switch name {
    case "BITMAP": return try bitmap()
    case "CLS":
      _ = try line()
      return .clear
    case "REM", "GAP", "DIRECTION", "REFERENCE", "SPEED", "DENSITY", "SET":
      _ = try line()
      return .setting
    case "SIZE": return try size()
    case "BAR", "BOX", "BARCODE", "QRCODE", "PRINT":
      return try drawing(name, Self.arguments(try line(), at: offset))
    default: throw TSPLError(offset, "'\(name)' is no command known here")
    }
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[position])
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The rest of the line, which must end with CR LF and hold printable ASCII only.
  private mutating func line() throws(TSPLError) -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x0D {
      guard (0x20...0x7E).contains(bytes[position]) else {
        throw TSPLError(position, "a control character or more than ASCII in a command")
      }
      position += 1
    }
    guard position + 1 < bytes.count, bytes[position + 1] == 0x0A else {
      throw TSPLError(offset, "a line that does not end with CR LF")
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    position += 2
    return text.first == " " ? String(text.dropFirst()) : text
  }

  /// Arguments between commas; commas in quotes are data.
  private static func arguments(_ line: String, at offset: Int) throws(TSPLError) -> [String] {
    var arguments = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: arguments.append("")
      default: arguments[arguments.count - 1].append(character)
      }
    }
    guard !isQuoted else { throw TSPLError(offset, "a string without its closing quote") }
    return arguments
  }

  private mutating func size() throws(TSPLError) -> TSPLCommand {
    let numbers = try line().split(separator: ",").compactMap { part -> Double? in
      guard part.hasSuffix(" mm") else { return nil }
      return Double(part.dropLast(3))
    }
    guard numbers.count == 2 else { throw TSPLError(offset, "SIZE wants two lengths in mm") }
    return .size(width: numbers[0], height: numbers[1])
  }

  private mutating func bitmap() throws(TSPLError) -> TSPLCommand {
    // BITMAP x,y,bytes a row,rows,mode,data: the fifth comma ends the text.
    var numbers: [Int] = []
    var text = ""
    position += 1
    while position < bytes.count, numbers.count < 5 {
      if bytes[position] == UInt8(ascii: ",") {
        guard let number = Int(text) else { break }
        numbers.append(number)
        text = ""
      } else {
        text.unicodeScalars.append(Unicode.Scalar(bytes[position]))
      }
      position += 1
    }
    guard numbers.count == 5, numbers.allSatisfy({ $0 >= 0 }), numbers[4] == 0 else {
      throw TSPLError(offset, "BITMAP wants x,y,bytes a row,rows,0,data")
    }
    let count = numbers[2] * numbers[3]
    guard position + count + 2 <= bytes.count,
      bytes[(position + count)...].starts(with: [0x0D, 0x0A])
    else { throw TSPLError(offset, "BITMAP wants \(count) bytes and CR LF") }
    let data = bytes[position..<position + count].map(~)
    position += count + 2
    return .bitmap(
      Bitmap(width: numbers[2] * 8, height: numbers[3], rows: data), x: numbers[0], y: numbers[1])
  }
}
