import CZint

/// A barcode as modules: what is dark and what is light, before any size.
struct Symbol: Sendable, Equatable {
  var symbology: Symbology
  /// The width in modules, without quiet zones.
  var columns: Int
  /// The height in modules; 1 for bars.
  var rows: Int
  private var modules: [UInt8]

  /// Whether a module is dark.
  func isDark(row: Int, column: Int) -> Bool { modules[row * columns + column] != 0 }

  /// The dark runs of a row, left to right.
  func darkRuns(row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0..<columns {
      let dark = isDark(row: row, column: column)
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
  /// Code 128 takes printable ASCII. A QR Code takes any text, as UTF-8 bytes without an ECI header,
  /// which is what Chinese phones and scanners expect.
  init(_ block: Label.SymbolBlock) throws(LabelError) {
    let code: Int32
    var errorLevel: Int32 = 0
    switch block.symbology {
    case .code128:
      code = BARCODE_CODE128
      let others = block.content.filter { !$0.isPrintableASCII }
      guard others.isEmpty else {
        throw LabelError(
          .symbolNotEncodable, element: block.name, characters: Array(others),
          "Code 128 takes printable ASCII, found \(String(reflecting: others))")
      }
    case .qrCode:
      code = BARCODE_QRCODE
      errorLevel = Int32(block.errorCorrection.level)
    }
    guard !block.content.isEmpty else {
      throw LabelError(
        .symbolNotEncodable, element: block.name, "\(block.symbology.displayName) has no data")
    }
    let data = Array(block.content.utf8)
    var columns: Int32 = 0
    var rows: Int32 = 0
    var result: Int32 = 0
    var message = [CChar](repeating: 0, count: 100)
    // 177 x 177 modules is the largest QR Code; the longest bars are far below that.
    let capacity = 177 * 177
    let modules = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      result = czint_encode(
        code, DATA_MODE, errorLevel, data, Int32(data.count), buffer.baseAddress, Int32(capacity),
        &columns, &rows, &message)
      count = result < ZINT_ERROR ? Int(columns * rows) : 0
    }
    guard result < ZINT_ERROR else {
      let end = message.firstIndex(of: 0) ?? message.endIndex
      let reason = String(decoding: message[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw LabelError(
        .symbolNotEncodable, element: block.name,
        "\(block.symbology.displayName) cannot hold these \(data.count) bytes: \(reason)")
    }
    self.symbology = block.symbology
    self.columns = Int(columns)
    self.rows = Int(rows)
    self.modules = modules
  }
}

extension Character {
  /// A character from space to tilde.
  fileprivate var isPrintableASCII: Bool {
    guard let value = asciiValue else { return false }
    return (0x20...0x7E).contains(value) && unicodeScalars.count == 1
  }
}
