public import Flows
public import Terminal
import Warehouse

/// Moments of a floor on one terminal: one handheld as it was, or many side by side.
///
/// A handheld that fits its tile is shown cell for cell; one that does not is laid out anew for the
/// tile, and its heading says so with a `~`.
public struct ReplayPicture: Sendable {
  /// Columns and rows of the terminal.
  public var size: Size
  /// The language of headings.
  public var language: Language
  /// What lines are drawn with.
  public var charset: Charset

  /// Makes a picture.
  public init(size: Size, language: Language, charset: Charset = .unicode) {
    self.size = size
    self.language = language
    self.charset = charset
  }

  /// The cells: one moment fills the terminal, several stand in tiles.
  ///
  /// - Parameters:
  ///   - moments: the last moment of each handheld, in the order of their codes.
  ///   - status: the last row; nil leaves it to the moment.
  ///   - page: which page of tiles, where there are more than fit.
  ///   - replay: lays tiles out anew.
  public func frame(
    _ moments: [FloorReplay.Moment], status: String?, page: Int = 0, by replay: FloorReplay
  ) -> Frame {
    var frame = Frame(size: size)
    if moments.count == 1, let moment = moments.first {
      frame.copy(moment.frame.drawn(with: charset), row: 0, column: 0)
      frame.cursor = moment.frame.cursor
    } else {
      frame.copy(tiles(moments, page, replay), row: 0, column: 0)
      frame.cursor = nil
    }
    guard let status, size.rows > 1 else { return frame }
    let row = size.rows - 1
    frame.fill(Area(row: row, column: 0, rows: 1, columns: size.columns), with: " ", .reverse)
    frame.put(status, row: row, column: 0, columns: size.columns, .reverse)
    return frame
  }

  /// How many tiles fit.
  public func capacity(of count: Int) -> Int {
    let (columns, rows) = grid(count)
    return columns * rows
  }

  private func grid(_ count: Int) -> (columns: Int, rows: Int) {
    let room = max(1, size.rows - 1)
    let columns = max(1, min(count, (size.columns + 1) / 21))
    let rows = max(1, min((count + columns - 1) / columns, room / 7))
    return (columns, rows)
  }

  private func tiles(
    _ moments: [FloorReplay.Moment], _ page: Int, _ replay: FloorReplay
  ) -> Frame {
    var frame = Frame(size: Size(columns: size.columns, rows: max(1, size.rows - 1)))
    guard !moments.isEmpty else { return frame }
    let (columns, rows) = grid(moments.count)
    let pages = (moments.count + columns * rows - 1) / (columns * rows)
    let first = page % pages * columns * rows
    let width = (frame.size.columns + 1) / columns - 1
    let height = frame.size.rows / rows
    for (index, moment) in moments.dropFirst(first).prefix(columns * rows).enumerated() {
      let row = index / columns * height
      let column = index % columns * (width + 1)
      let fits = moment.frame.size.columns <= width && moment.frame.size.rows <= height - 1
      let heading =
        "\(moment.device) \(moment.session?.badge.rawValue ?? "-")\(fits ? "" : " ~")"
      frame.fill(Area(row: row, column: column, rows: 1, columns: width), with: " ", .reverse)
      frame.put(heading, row: row, column: column, columns: width, .reverse)
      let tile = Glass(
        size: Size(columns: width, rows: height - 1), language: moment.replica.glass.language,
        charset: charset, mark: moment.replica.glass.mark)
      let picture =
        fits ? moment.frame : replay.frame(of: moment.replica, at: moment.at, on: tile)
      guard let picture else { continue }
      frame.copy(picture.drawn(with: charset), row: row + 1, column: column)
    }
    return frame
  }
}
