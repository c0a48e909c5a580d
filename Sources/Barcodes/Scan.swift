/// What was scanned: the data of one symbol and, where the scanner says it, the kind of symbol.
public struct Scan: Hashable, Codable, Sendable {
  /// The data as scanned, without prefix, suffix and AIM identifier; GS stands as U+001D.
  public var text: String
  /// The kind of symbol by its AIM identifier; nil if the scanner sends none.
  public var symbology: Symbology?

  /// Makes a scan of `text`.
  public init(text: String, symbology: Symbology? = nil) {
    self.text = text
    self.symbology = symbology
  }
}
