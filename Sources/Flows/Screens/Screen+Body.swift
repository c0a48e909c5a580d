extension Screen {
  /// A part of the screen between its title and its prompt.
  public enum Body: Hashable, Codable, Sendable {
    /// A row of text.
    case fact(Fact)
    /// An empty row, the first thing dropped on a small glass.
    case gap
    /// Rows and columns.
    case table(Table)
    /// Several small bars in a row, as of a cart's slots.
    case gauge([Gauge])
  }
}

/// One row of the body: words at the left, and perhaps some at the right.
public struct Fact: Hashable, Codable, Sendable {
  /// How loud the row is.
  public enum Weight: String, Hashable, Codable, Sendable {
    /// The one thing the person needs next: bold, and doubled in size where there is room.
    case headline
    /// Bold.
    case strong
    /// Ordinary.
    case plain
    /// Quiet.
    case dim
  }

  /// The words at the left.
  public var leading: Text
  /// The words at the right end of the row.
  public var trailing: Text?
  /// How loud the row is.
  public var weight: Weight
  /// Which rows go first on a small glass: the highest rank is dropped first, 0 never.
  public var rank: Int
  /// The rows kept for it where there is room, so that what stands below keeps its place when a
  /// longer one comes; nil keeps those it takes.
  public var rows: Int?

  /// Makes a row; a headline is never dropped unless told otherwise.
  public init(
    _ leading: Text, trailing: Text? = nil, weight: Weight = .plain, rank: Int? = nil,
    rows: Int? = nil
  ) {
    self.rows = rows
    self.leading = leading
    self.trailing = trailing
    self.weight = weight
    self.rank = rank ?? (weight == .headline ? 0 : weight == .strong ? 1 : 2)
  }
}

/// Rows and columns; numbers line up at the right.
public struct Table: Hashable, Codable, Sendable {
  /// A column with its heading.
  public struct Column: Hashable, Codable, Sendable {
    /// The heading.
    public var title: Text
    /// Whether cells end at the right edge of the column.
    public var trailing: Bool
    /// Which columns go first on a narrow glass: the highest rank is dropped first, 0 never.
    public var rank: Int

    /// Makes a column.
    public init(_ title: Text, trailing: Bool = false, rank: Int = 0) {
      self.title = title
      self.trailing = trailing
      self.rank = rank
    }
  }

  /// A row with its tone.
  public struct Row: Hashable, Codable, Sendable {
    /// One cell a column.
    public var cells: [Text]
    /// What the row means; shown by attributes, and by words in a cell.
    public var tone: Tone

    /// Makes a row.
    public init(_ cells: [Text], tone: Tone = .plain) {
      self.cells = cells
      self.tone = tone
    }
  }

  /// The columns, left to right.
  public var columns: [Column]
  /// The rows, top to bottom; those that do not fit are counted in the last line.
  public var rows: [Row]
  /// What is said in place of rows when there are none.
  public var empty: Text

  /// Makes a table.
  public init(columns: [Column], rows: [Row], empty: Text) {
    self.columns = columns
    self.rows = rows
    self.empty = empty
  }
}

/// A small bar: how much of something is done, with a name before it.
public struct Gauge: Hashable, Codable, Sendable {
  /// The name before the bar.
  public var label: Text
  /// Parts done.
  public var done: Int
  /// Parts in all.
  public var total: Int
  /// Whether this is the one that matters now.
  public var marked: Bool

  /// Makes a bar.
  public init(_ label: Text, done: Int, of total: Int, marked: Bool = false) {
    self.label = label
    self.done = done
    self.total = total
    self.marked = marked
  }
}
