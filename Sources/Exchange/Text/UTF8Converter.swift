/// UTF-8 in, valid UTF-8 out, U+FFFD for what is invalid.
///
/// iconv(3) of glibc takes values beyond U+10FFFF for UTF-8, so that this is not left to it.
struct UTF8Converter {
  /// The start of a character whose end has not come yet.
  private var carry: [UInt8] = []

  /// Adds the text of `bytes` to `output`; `isLast` if nothing comes behind them.
  mutating func convert(_ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    var input = carry + bytes
    let cut = isLast ? 0 : Self.unfinished(input)
    carry = Array(input.suffix(cut))
    input.removeLast(cut)
    if String(validating: input, as: UTF8.self) != nil {
      output += input
    } else {
      output += String(decoding: input, as: UTF8.self).utf8
    }
  }

  /// How many bytes at the end may be the start of a character.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for (distance, byte) in bytes.reversed().prefix(3).enumerated() where byte & 0xC0 != 0x80 {
      let length =
        switch byte {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF7: 4
        default: 1
        }
      return length > distance + 1 ? distance + 1 : 0
    }
    return 0
  }
}
