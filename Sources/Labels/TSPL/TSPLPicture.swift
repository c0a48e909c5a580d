/// What a TSPL printer would print: dots, from the bytes it gets.
///
/// Knows what ``TSPLBackend`` writes and a little more: `SIZE` in mm, `GAP`, `DIRECTION`, `REFERENCE`,
/// `SPEED`, `DENSITY`, `SET`, `REM`, `CLS`, `BITMAP`, `BAR`, `BOX`, `BARCODE` of the kinds `128` and
/// `128M`, `QRCODE` and `PRINT`. Everything else is an error, as is a command that is not as the
/// language wants it: an emulator that forgives proves nothing.
public struct TSPLPicture: Sendable, Equatable {
  /// The dots.
  let bitmap: Bitmap
  /// How many copies were asked for.
  public let copies: Int
  private let resolution: Resolution

  /// The width in dots.
  public var width: Int { bitmap.width }
  /// The height in dots.
  public var height: Int { bitmap.height }

  /// The picture as PNG; empty when memory is out.
  public var png: [UInt8] {
    PNGEncoder.encode(bitmap, dotsPerMillimeter: resolution.dotsPerMillimeter) ?? []
  }

  /// Prints a stream of commands, a picture for each `PRINT`.
  public static func pictures(
    of bytes: [UInt8], resolution: Resolution = .dpi203
  ) throws(TSPLError) -> [TSPLPicture] {
    var reader = TSPLReader(bytes)
    var page = Bitmap(width: 0, height: 0)
    var size: (width: Int, height: Int)?
    var pictures: [TSPLPicture] = []
    while let command = try reader.next() {
      switch command {
      case .setting: break
      case .size(let width, let height):
        size = (resolution.dots(width), resolution.dots(height))
      case .clear:
        guard let size else { throw TSPLError(reader.offset, "CLS before SIZE") }
        page = Bitmap(width: size.width, height: size.height)
      case .bitmap(let drawn, let x, let y):
        page.overwrite(with: drawn, x: x, y: y)
      case .bar(let bar): page.fill(bar)
      case .symbol(let symbol): symbol.bars.forEach { page.fill($0) }
      case .print(let copies):
        pictures.append(TSPLPicture(bitmap: page, copies: copies, resolution: resolution))
      }
    }
    return pictures
  }
}

extension Bitmap {
  /// Puts another bitmap at (x, y), its white dots too.
  fileprivate mutating func overwrite(with other: Bitmap, x: Int, y: Int) {
    clear(DotRect(x: x, y: y, width: other.width, height: other.height))
    add(other, x: x, y: y)
  }
}
