import CZint

/// A barcode as modules: what is dark and what is light, before any size.
struct Symbol: Sendable, Equatable {
  var symbology: Symbology
  /// The width in modules, without quiet zones.
  var columns: Int
  /// The rows; 1 for bars.
  var rows: Int
  private var modules: [UInt8]

  /// The height in modules; 1 for bars.
  var moduleHeight: Int { rows * symbology.rowModules }

  /// The dark runs of a row, left to right.
  func darkRuns(row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0..<columns {
      let dark = modules[row * columns + column] != 0
      if dark, start == nil { start = column }
      if !dark, let first = start {
        runs.append(first..<column)
        start = nil
      }
    }
    if let first = start { runs.append(first..<columns) }
    return runs
  }

  /// Encodes the content of a block; the error names the block.
  ///
  /// A QR Code takes any text, as UTF-8 bytes without an ECI header, which is what Chinese phones and
  /// scanners expect. The others take printable ASCII, EAN-13 and ITF-14 their digits with the right
  /// check digit, the GS1 kinds element strings that keep GS1's rules of length and check digit.
  init(_ block: Label.SymbolBlock) throws(LabelError) {
    let (data, mode) = try Self.data(block)
    let errorLevel = block.symbology == .qrCode ? Int32(block.errorCorrection.level) : 0
    var columns: Int32 = 0
    var rows: Int32 = 0
    var result: Int32 = 0
    var message = [CChar](repeating: 0, count: 100)
    // 177 x 177 modules is the largest QR Code; the longest bars are far below that.
    let capacity = 177 * 177
    let modules = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      result = czint_encode(
        block.symbology.zintCode, mode, errorLevel, data, Int32(data.count), buffer.baseAddress,
        Int32(capacity), &columns, &rows, &message)
      count = result < ZINT_ERROR ? Int(columns * rows) : 0
    }
    // A warning of zint's is that GS1 data break a rule of their identifiers.
    guard result < ZINT_ERROR, !block.symbology.isGS1 || result == 0 else {
      let end = message.firstIndex(of: 0) ?? message.endIndex
      let reason = String(decoding: message[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw LabelError(
        .symbolNotEncodable, element: block.name,
        "\(block.symbology.displayName) cannot hold these \(data.count) bytes: \(reason)")
    }
    self.symbology = block.symbology
    if let plan = block.code128Plan {
      // libzint checks the data; the bars are ours, so that they are those a printer is told to draw.
      self.modules = plan.bars
      self.columns = plan.modules
      self.rows = 1
    } else {
      self.modules = modules
      self.columns = Int(columns)
      self.rows = Int(rows)
    }
  }

  /// The bytes for libzint and how it shall read them.
  private static func data(
    _ block: Label.SymbolBlock
  ) throws(LabelError) -> (bytes: [UInt8], mode: Int32) {
    let content = block.content
    func refuse(_ sentence: String, _ characters: [Character] = []) -> LabelError {
      LabelError(
        .symbolNotEncodable, element: block.name, characters: characters,
        "\(block.symbology.displayName) \(sentence)")
    }
    guard !content.isEmpty else { throw refuse("has no data") }
    switch block.symbology {
    case .qrCode: return (Array(content.utf8), DATA_MODE)
    case .code128, .dataMatrix, .pdf417, .gs1_128, .gs1DataMatrix:
      let others = content.filter { !$0.isPrintableASCII }
      guard others.isEmpty else {
        throw refuse(
          "takes printable ASCII, found \(String(reflecting: others))", Array(others))
      }
      guard block.symbology.isGS1 else { return (Array(content.utf8), DATA_MODE) }
      guard ElementString(content) != nil else {
        throw refuse("takes element strings such as [00]395011015300000011, found \(content)")
      }
      return (Array(content.utf8), GS1_MODE)
    case .ean13, .itf14:
      let count = block.symbology == .ean13 ? 13 : 14
      let digits = content.utf8.map { Int($0) - 0x30 }
      guard digits.count == count, digits.allSatisfy((0...9).contains) else {
        throw refuse("takes \(count) digits, found \(String(reflecting: content))")
      }
      // Modulo 10, weights 3 and 1 from the right (General Specifications, section 7.9).
      let sum = digits.dropLast().reversed().enumerated().reduce(0) {
        $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 3 : 1)
      }
      let check = (10 - sum % 10) % 10
      guard digits.last == check else {
        throw refuse("\(content) ends in a wrong check digit, expected \(check)")
      }
      return (Array(content.utf8.dropLast()), DATA_MODE)
    }
  }
}

extension Symbology {
  /// The number libzint knows it by.
  fileprivate var zintCode: Int32 {
    switch self {
    case .code128: BARCODE_CODE128
    case .gs1_128: BARCODE_GS1_128
    case .ean13: BARCODE_EANX
    case .itf14: BARCODE_ITF14
    case .qrCode: BARCODE_QRCODE
    case .dataMatrix, .gs1DataMatrix: BARCODE_DATAMATRIX
    case .pdf417: BARCODE_PDF417
    }
  }
}

extension Character {
  /// A character from space to tilde.
  var isPrintableASCII: Bool {
    guard let value = asciiValue else { return false }
    return (0x20...0x7E).contains(value) && unicodeScalars.count == 1
  }
}
