/// A label that came out of an emulated printer.
public struct EmulatedLabel: Sendable, Equatable {
  /// The printer's counter when it was out.
  public var odometer: Int
  /// What it was printed from.
  public var bytes: [UInt8]
  /// The language of the bytes: ZPL or TSPL.
  public var format: LabelFormat

  /// Equal for labels that are equal byte for byte: FNV-1a in hexadecimal.
  public var digest: String {
    let hash = bytes.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  /// The name of the print job, as the label's comment says.
  public var id: String? {
    let mark = format == .zpl ? "^FX " : "REM "
    let head = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard let start = head.range(of: mark) else { return nil }
    let name = head[start.upperBound...].prefix(while: PrintJobName.isSafe)
    return name.isEmpty ? nil : String(name)
  }

  /// What is on the paper, as PNG, with its size in dots; why there is none where the bytes are wrong.
  public func picture() -> Result<(png: [UInt8], width: Int, height: Int), ZPLPicture.Problem> {
    do {
      if format == .zpl {
        let picture = try ZPLPicture(of: bytes)
        return .success((picture.png, picture.width, picture.height))
      }
      guard let picture = try TSPLPicture.pictures(of: bytes).last else {
        return .failure(ZPLPicture.Problem(description: "nothing to print"))
      }
      return .success((picture.png, picture.width, picture.height))
    } catch {
      return .failure(ZPLPicture.Problem(description: "\(error)"))
    }
  }
}

extension String {
  /// The first place of another string.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    let (own, wanted) = (Array(utf8), Array(other.utf8))
    guard own.count >= wanted.count else { return nil }
    for start in 0...(own.count - wanted.count)
    where own[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = utf8.index(utf8.startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }
}
