import CTerminal

/// How characters go to a terminal and come from it.
public enum TerminalEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// GBK: older Chinese handhelds.
  case gbk
  /// GB18030: every character, the Chinese ones as in GBK.
  case gb18030
  /// ASCII alone; everything else is a question mark.
  case ascii

  /// The encoding by one of its names, as `PICKWAY_ENCODING` or a locale's charset has it.
  public init?(name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8": self = .utf8
    case "gbk", "gb2312", "euccn", "cp936": self = .gbk
    case "gb18030": self = .gb18030
    case "ascii", "usascii", "ansix341968", "iso88591", "latin1": self = .ascii
    default: return nil
    }
  }

  /// The encoding that a name of a locale ends in, as `zh_CN.GBK` does, installed or not.
  public init?(locale: String) {
    guard let dot = locale.firstIndex(of: ".") else { return nil }
    self.init(name: String(locale[locale.index(after: dot)...].prefix { $0 != "@" }))
  }

  /// Whether Chinese can be shown.
  public var showsChinese: Bool {
    switch self {
    case .utf8, .gbk, .gb18030: true
    case .ascii: false
    }
  }

  /// A cell's character as bytes; what the encoding has not is a question mark a column.
  func bytes(of cell: Cell) -> [UInt8] {
    if cell.character.isASCII, let byte = cell.character.asciiValue { return [byte] }
    switch self {
    case .utf8: return Array(String(cell.character).utf8)
    case .gbk, .gb18030:
      var result: [UInt8] = []
      for (index, scalar) in cell.character.unicodeScalars.enumerated() {
        var bytes: [UInt8] = [0, 0, 0, 0]
        let count = Int(ct_gb_encode(scalar.value, self == .gb18030 ? 1 : 0, &bytes))
        // What is narrow here and wide on a terminal of GBK would shift the row.
        let fits = index > 0 || cell.width == min(2, count)
        if count > 0, fits {
          result += bytes.prefix(count)
        } else if index == 0 {
          return Array(repeating: UInt8(ascii: "?"), count: max(1, cell.width))
        }
      }
      return result
    case .ascii: return Array(repeating: UInt8(ascii: "?"), count: max(1, cell.width))
    }
  }
}
