/// What a barcode on a label says, exactly as a reader must say it.
public struct LabelPayload: Sendable, Equatable, Codable {
  /// The page, from 1.
  public var page: Int
  /// The name of the element, such as `waybill.barcode`.
  public var element: String
  /// The kind of symbol.
  public var kind: Symbology
  /// The text a reader gives; FNC1 between GS1 elements is GS (U+001D).
  public var content: String

  /// Creates a payload.
  public init(page: Int, element: String, kind: Symbology, content: String) {
    self.page = page
    self.element = element
    self.kind = kind
    self.content = content
  }
}

extension Label {
  /// What the barcodes of the label say, in the order they are drawn.
  public func payloads(page: Int = 1) -> [LabelPayload] {
    elements.compactMap { element in
      guard case .symbol(let block) = element else { return nil }
      return LabelPayload(
        page: page, element: block.name, kind: block.symbology, content: block.readContent)
    }
  }
}

extension Label.SymbolBlock {
  /// The text a reader gives.
  var readContent: String {
    guard symbology.isGS1 else { return content }
    return ElementString(content)?.scanned ?? content
  }

  /// The text under the symbol.
  var caption: String {
    guard symbology.isGS1 else { return content }
    return ElementString(content)?.readable ?? content
  }
}
