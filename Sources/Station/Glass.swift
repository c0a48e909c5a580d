public import Flows
public import Terminal
public import Warehouse

/// What a handheld looks like: its screen laid out for one size and language.
public struct Glass: Sendable {
  /// The columns and rows.
  public var size: Size
  /// The language, unless the person chose another.
  public var language: Language
  /// What lines and shading can be drawn with.
  public var charset: Charset
  /// A mark on every screen, as of a demo; nil on a working floor.
  public var mark: Text?

  /// Makes a glass.
  public init(size: Size, language: Language, charset: Charset = .unicode, mark: Text? = nil) {
    self.size = size
    self.language = language
    self.charset = charset
    self.mark = mark
  }

  /// The cells of a handheld's screen at a moment.
  public func frame(of handheld: Handheld, at now: Timestamp) throws -> Frame {
    let screen = handheld.screen
    let surroundings = Surroundings(
      site: Text(handheld.site), person: try handheld.person().map { Text($0) } ?? Text(""),
      clock: now.clock(utcOffset: handheld.utcOffset), job: screen.job, mark: mark,
      lastScan: handheld.lastScan.map { Text($0) })
    return Renderer().frame(
      for: screen, entry: handheld.conversation.entry, surroundings: surroundings, size: size,
      language: handheld.conversation.language ?? language, charset: charset)
  }
}
