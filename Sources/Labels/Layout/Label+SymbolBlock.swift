extension Label {
  /// A barcode in its place.
  ///
  /// The place includes the quiet zone. Modules are always whole dots of the printer; a symbol that
  /// does not fit its place even at `minimumModuleDots` makes no label but a ``LabelError``.
  public struct SymbolBlock: Sendable, Equatable {
    /// The name errors and notes use, such as `waybill.barcode`.
    public var name: String
    /// The place, quiet zone and human-readable text included.
    public var frame: Frame
    /// The kind of symbol.
    public var symbology: Symbology
    /// The data; those of a GS1 symbol with their application identifiers in square brackets, such as
    /// `[00]395011015300000011`.
    public var content: String
    /// The width of a module in dots of 1/8 mm (203 dpi); other resolutions take the nearest whole
    /// number of their own dots.
    public var moduleDots: Int
    /// The narrowest module the symbol may fall back to when the data are long.
    public var minimumModuleDots: Int
    /// The error correction of a QR Code; without meaning for Code 128.
    public var errorCorrection: ErrorCorrection
    /// The size of the human-readable text under the symbol; nil: none.
    public var captionSize: FontSize?
    /// Where the symbol lies in a wider place.
    public var alignment: Alignment

    /// Creates a barcode; without `minimumModuleDots` the module width is fixed.
    public init(
      name: String, frame: Frame, symbology: Symbology, content: String, moduleDots: Int,
      minimumModuleDots: Int? = nil, errorCorrection: ErrorCorrection = .medium,
      captionSize: FontSize? = nil, alignment: Alignment = .center
    ) {
      self.name = name
      self.frame = frame
      self.symbology = symbology
      self.content = content
      self.moduleDots = moduleDots
      self.minimumModuleDots = min(minimumModuleDots ?? moduleDots, moduleDots)
      self.errorCorrection = errorCorrection
      self.captionSize = captionSize
      self.alignment = alignment
    }
  }
}
