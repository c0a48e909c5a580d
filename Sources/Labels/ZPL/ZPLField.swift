/// Text inside ZPL commands.
enum ZPLField {
  /// Field data to stand after `^FH_`.
  ///
  /// Letters, digits and a few harmless marks stay, every other byte of the UTF-8 form becomes `_` and
  /// two hexadecimal digits. So no `^`, `~` or control character of the
  /// data is ever seen by the printer's command reader.
  static func escaped(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ">"),
        UInt8(ascii: " "):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "_" + hexadecimal(UInt16(byte), digits: 2)
      }
    }
    return result
  }

  /// Text for a comment (`^FX`): ASCII letters, digits, `.`, `_` and `-`; others become `-`.
  static func comment(_ text: String) -> String {
    String(text.prefix(128).map { PrintJobName.isSafe($0) ? $0 : "-" })
  }

  /// A number in upper-case hexadecimal with leading zeros.
  static func hexadecimal(_ value: UInt16, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
