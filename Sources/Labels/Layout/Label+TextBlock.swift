extension Label {
  /// Text in a box.
  ///
  /// What happens when the text is longer than its box, in this order: it wraps at `size` as long as
  /// `maximumLines` and the height allow; it shrinks step by step down to `minimumSize`; then it is
  /// cut, ends in `...`, and the rendered document says so in a ``LabelNote``. It never leaves its box.
  public struct TextBlock: Sendable, Equatable {
    /// The name errors and notes use, such as `receiver.address`.
    public var name: String
    /// The box.
    public var frame: Frame
    /// The text; a line feed starts a new line, other control characters are dropped.
    public var content: String
    /// The size the text has when it fits.
    public var size: FontSize
    /// The size below which text is cut rather than made smaller; nil: it does not shrink.
    public var minimumSize: FontSize?
    /// The most lines the text may take; nil: as many as the box holds.
    public var maximumLines: Int?
    /// How heavy the strokes are.
    public var weight: Weight
    /// Where each line lies in the box.
    public var alignment: Alignment
    /// Where the lines together lie in the box.
    public var verticalAlignment: VerticalAlignment
    /// The distance from baseline to baseline, in sizes.
    public var lineSpacing: Double
    /// White text on a black box.
    public var isInverted: Bool
    /// What to do about a character no installed font can draw.
    public var unknownCharacters: UnknownCharacters

    /// Creates a text block; only its name, box, text and size have to be given.
    public init(
      name: String, frame: Frame, content: String, size: FontSize, minimumSize: FontSize? = nil,
      maximumLines: Int? = nil, weight: Weight = .regular, alignment: Alignment = .left,
      verticalAlignment: VerticalAlignment = .top, lineSpacing: Double = 1.2,
      isInverted: Bool = false, unknownCharacters: UnknownCharacters = .refuse
    ) {
      self.name = name
      self.frame = frame
      self.content = content
      self.size = size
      self.minimumSize = minimumSize
      self.maximumLines = maximumLines
      self.weight = weight
      self.alignment = alignment
      self.verticalAlignment = verticalAlignment
      self.lineSpacing = lineSpacing
      self.isInverted = isInverted
      self.unknownCharacters = unknownCharacters
    }
  }

  /// How heavy the strokes of text are.
  public enum Weight: String, Sendable, Equatable, CaseIterable {
    /// Weight 400.
    case regular
    /// Weight 700.
    case bold
  }

  /// What to do about a character no installed font can draw.
  public enum UnknownCharacters: String, Sendable, Equatable, CaseIterable {
    /// Make no label: a name or an address must be right.
    case refuse
    /// Print `?` in its place and say so in a ``LabelNote``: a remark with an emoji stops no parcel.
    case replace
  }
}
