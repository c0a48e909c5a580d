public import Flows
public import Terminal
public import Warehouse

/// What a handheld looks like: its screen laid out for one size and language.
public struct Glass: Hashable, Codable, Sendable {
  /// The columns and rows.
  public var size: Size
  /// The language, unless the person chose another.
  public var language: Language
  /// What lines and shading can be drawn with.
  public var charset: Charset
  /// A mark on every screen, as of a demo; nil on a working floor.
  public var mark: Text?
  /// The one language a terminal has characters for, whatever the person chose; nil for both.
  public var only: Language?

  /// Makes a glass.
  public init(
    size: Size, language: Language, charset: Charset = .unicode, mark: Text? = nil,
    only: Language? = nil
  ) {
    self.size = size
    self.language = language
    self.charset = charset
    self.mark = mark
    self.only = only
  }

  /// The cells of a handheld's screen at a moment.
  public func frame(of handheld: Handheld, at now: Timestamp) throws -> Frame {
    handheld.isShown(on: self)
    return frame(
      of: handheld.screen, in: handheld.conversation, person: try handheld.person(),
      site: handheld.site, clock: now.clock(utcOffset: handheld.utcOffset))
  }

  /// The cells of a conversation's screen, with what stands round it.
  func frame(
    of screen: Screen, in conversation: Conversation, person: Name?, site: Name, clock: String
  ) -> Frame {
    let surroundings = Surroundings(
      site: Text(site), person: person.map { Text($0) } ?? Text(""), clock: clock,
      job: screen.job, mark: mark, lastScan: conversation.lastScan.map { Text($0) })
    return Renderer().frame(
      for: only == .en ? screen.inASCII : screen, entry: conversation.entry,
      surroundings: surroundings, size: size,
      language: only ?? conversation.language ?? language, charset: charset)
  }
}
