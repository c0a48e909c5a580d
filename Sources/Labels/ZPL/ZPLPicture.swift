/// What a ZPL printer would print: dots, from one label's bytes.
///
/// Knows what ``ZPLBackend`` writes: `^FX`, `^CI`, `^PW`, `^LL`, `^LH0,0`, `^FO`, `^GB`, `^GFA` in the
/// `:Z64:` form or plain hexadecimal, `^BY`, `^BC` in mode N with its code sets written out, `^BQ`,
/// `^FH_`, `^FD`, `^FS`. Everything else is an error: an emulator that forgives proves nothing.
public struct ZPLPicture: Sendable, Equatable {
  /// Why a label cannot be drawn, in one line.
  public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line.
    public var description: String
  }

  /// The dots.
  private(set) var bitmap = Bitmap(width: 0, height: 0)
  private var size = (width: 0, height: 0)
  private var origin = (x: 0, y: 0)
  private var bar = (width: 2, height: 10)
  private var symbol: Substring?
  private var escapes = false
  private let resolution: Resolution

  /// The width in dots.
  public var width: Int { bitmap.width }
  /// The height in dots.
  public var height: Int { bitmap.height }

  /// The picture as PNG; empty when memory is out.
  public var png: [UInt8] {
    PNGEncoder.encode(bitmap, dotsPerMillimeter: resolution.dotsPerMillimeter) ?? []
  }

  /// Two pictures are the same when their dots are.
  public static func == (lhs: ZPLPicture, rhs: ZPLPicture) -> Bool { lhs.bitmap == rhs.bitmap }

  /// Draws one label, from `^XA` to `^XZ`.
  public init(of bytes: [UInt8], resolution: Resolution = .dpi203) throws(Problem) {
    self.resolution = resolution
    let text = String(decoding: bytes, as: UTF8.self)
    for field in text.split(separator: "^").drop(while: { !$0.hasPrefix("XA") }) {
      if field.hasPrefix("XZ") { return }
      try draw(field)
    }
    throw Problem(description: "a label without ^XZ")
  }

  private mutating func draw(_ field: Substring) throws(Problem) {
    let name = field.prefix(2)
    var rest = field.dropFirst(2)
    while rest.last?.isNewline == true { rest.removeLast() }
    let numbers = rest.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    func number(_ index: Int) throws(Problem) -> Int {
      guard index < numbers.count, let number = numbers[index], number >= 0 else {
        throw Problem(description: "^\(name) wants a number as parameter \(index + 1)")
      }
      return number
    }
    switch name {
    case "XA", "FX", "CI", "LH": break
    case "FS":
      symbol = nil
      escapes = false
    case "PW": try resize(width: try number(0), height: size.height)
    case "LL": try resize(width: size.width, height: try number(0))
    case "FO": origin = (try number(0), try number(1))
    case "GB":
      box(width: try number(0), height: try number(1), thickness: try number(2))
    case "GF":
      guard let drawn = ZPLGraphic.bitmap(rest) else {
        throw Problem(description: "^GF at \(origin.x),\(origin.y) is damaged")
      }
      bitmap.add(drawn, x: origin.x, y: origin.y)
    case "BY": bar = (try number(0), try number(2))
    case "BC", "BQ": symbol = field
    case "FH": escapes = rest.first == "_"
    case "FD": try data(escapes ? Self.unescaped(rest) : String(rest))
    default: throw Problem(description: "^\(name) is no command known here")
    }
  }

  private mutating func resize(width: Int, height: Int) throws(Problem) {
    guard width <= 12_000, height <= 12_000 else {
      throw Problem(description: "a label of \(width) x \(height) dots")
    }
    size = (width, height)
    bitmap = Bitmap(width: width, height: height)
  }

  private mutating func box(width: Int, height: Int, thickness: Int) {
    let (x, y) = (origin.x, origin.y)
    let (wide, high) = (max(width, thickness), max(height, thickness))
    if 2 * thickness >= min(wide, high) {
      bitmap.fill(DotRect(x: x, y: y, width: wide, height: high))
      return
    }
    bitmap.fill(DotRect(x: x, y: y, width: wide, height: thickness))
    bitmap.fill(DotRect(x: x, y: y + high - thickness, width: wide, height: thickness))
    bitmap.fill(DotRect(x: x, y: y, width: thickness, height: high))
    bitmap.fill(DotRect(x: x + wide - thickness, y: y, width: thickness, height: high))
  }

  private mutating func data(_ data: String) throws(Problem) {
    guard let symbol else {
      throw Problem(description: "^FD without a symbol: text is not read here")
    }
    let parameters = symbol.dropFirst(2).split(separator: ",", omittingEmptySubsequences: false)
    let drawn: TSPLCommand.DrawnSymbol
    if symbol.hasPrefix("BC") {
      guard parameters.count > 1, let height = Int(parameters[1]) else {
        throw Problem(description: "^BC without its height")
      }
      drawn = TSPLCommand.DrawnSymbol(
        code128: Self.values(data), x: origin.x, y: origin.y, height: height, moduleDots: bar.width)
    } else {
      guard parameters.count > 2, let cell = Int(parameters[2]),
        let level = ErrorCorrection(rawValue: String(data.prefix(1))),
        data.dropFirst().hasPrefix("A,")
      else { throw Problem(description: "^BQ is read as ^BQN,2,cell with ^FDxA,data only") }
      do {
        drawn = try TSPLCommand.DrawnSymbol(
          qrCode: String(data.dropFirst(3)), level: level, x: origin.x, y: origin.y,
          moduleDots: cell)
      } catch {
        throw Problem(description: "^BQ: \(error)")
      }
    }
    drawn.bars.forEach { bitmap.fill($0) }
  }

  /// `_HH` is the byte of two hexadecimal digits.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "_"),
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The values of the characters of `^BC` data in mode N; in set C an odd last digit is lost, as on a
  /// printer.
  private static func values(_ data: String) -> [Int] {
    let controls: [Character: Int] = [":": 104, ";": 105, "6": 100, "5": 99, "8": 102]
    var values: [Int] = []
    var isC = false
    var rest = Substring(data)
    while let first = rest.first {
      if first == ">", let next = rest.dropFirst().first, let control = controls[next] {
        values.append(control)
        if control != 102 { isC = control == 105 || control == 99 }
        rest = rest.dropFirst(2)
      } else if isC {
        if let pair = Int(rest.prefix(2)), rest.count > 1 { values.append(pair) }
        rest = rest.dropFirst(2)
      } else {
        values.append(Int(first.asciiValue ?? 32) - 32)
        rest = rest.dropFirst(rest.hasPrefix(">0") ? 2 : 1)
      }
    }
    return values
  }
}
