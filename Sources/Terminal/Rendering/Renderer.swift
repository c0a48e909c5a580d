public import Flows

/// Lays out a screen for every size: the same screen, and nothing but the screen, gives the frame.
///
/// Under 20x4 a frame says only that. Up to 73 columns or 21 rows a screen is a glass: title,
/// banner, body, message, prompt and keys from top to bottom, the prompt and the keys at the foot,
/// and what does not fit is dropped by rank. On a wider terminal a handheld's screen is drawn as a
/// device with its panes beside it, and a board fills the width.
///
/// A headline is doubled in size on a wide glass by fullwidth letters, in Chinese only: a terminal
/// that speaks only English may have no glyphs for them. `Frame.shows` does not mind.
public struct Renderer: Sendable {
  /// Columns and rows under which nothing can be shown.
  public static let smallest = Size(columns: 20, rows: 4)
  /// Columns and rows from which a handheld is drawn as a device.
  public static let wide = Size(columns: 74, rows: 22)

  /// Makes a renderer; it holds nothing.
  public init() {}

  /// The frame of a screen.
  ///
  /// - Parameters:
  ///   - screen: What is to be shown.
  ///   - entry: What is typed or pointed at.
  ///   - surroundings: What stands round the screen.
  ///   - size: Columns and rows of the terminal.
  ///   - language: Which wording.
  ///   - charset: What lines and shading are drawn with.
  public func frame(
    for screen: Screen, entry: Entry, surroundings: Surroundings, size: Size, language: Language,
    charset: Charset
  ) -> Frame {
    var frame = Frame(size: size)
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      frame.put(">=20x4", row: 0, column: 0)
      return frame
    }
    let isWide = size.columns >= Self.wide.columns
    switch screen.shape {
    case .handheld where isWide && size.rows >= Self.wide.rows:
      DeviceLayout(
        screen: screen, entry: entry, surroundings: surroundings, language: language
      ).draw(into: &frame)
    case .board where isWide && size.rows >= 12:
      BoardLayout(
        screen: screen, entry: entry, surroundings: surroundings, language: language
      ).draw(into: &frame)
    case .handheld:
      let area = glassArea(screen, in: size, surroundings.glass)
      let glass = GlassLayout(
        screen: screen, entry: entry, mark: surroundings.mark, language: language)
      frame.copy(glass.frame(size: area), row: 0, column: 0)
      let rest = size.columns - area.columns - 1
      if rest >= 28, size.rows >= 10 {
        let side = Area(row: 0, column: area.columns + 1, rows: size.rows, columns: rest)
        PaneLayout(language: language).draw(screen.panes, into: &frame, side)
      }
    case .board:
      let glass = GlassLayout(
        screen: screen, entry: entry, mark: surroundings.mark, language: language)
      frame.copy(glass.frame(size: size), row: 0, column: 0)
    }
    return frame.drawn(with: charset)
  }

  /// The part of a terminal a handheld's glass takes: eyes and fingers stay close together.
  private func glassArea(_ screen: Screen, in size: Size, _ glass: Size?) -> Size {
    if let glass {
      return Size(columns: min(size.columns, glass.columns), rows: min(size.rows, glass.rows))
    }
    let isBeside = size.columns >= Self.wide.columns && !screen.panes.isEmpty
    var rows = 24
    if case .choose(_, let choices) = screen.prompt { rows = max(rows, choices.count + 12) }
    return Size(columns: min(size.columns, isBeside ? 36 : 50), rows: min(size.rows, rows))
  }
}
