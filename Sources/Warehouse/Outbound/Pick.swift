/// Pieces that went into a tote on a walk, kept so that they can be taken back; or the word that
/// pieces are missing, or that another product goes in place of missing ones.
public struct Pick: Hashable, Codable, Sendable {
  /// The list.
  public var list: Code<PickList>
  /// Its place among the picks of its list, from 1.
  public var number: Int
  /// The line.
  public var line: Code<PickLine>
  /// Which pieces, and the bin they came from.
  public var from: StockKey
  /// Base units.
  public var quantity: Int
  /// The tote they went into.
  public var tote: Code<Tote>
  /// What they weigh in grams, where pieces differ; 0 where the book says it.
  public var grams: Int
  /// The order line that was taken in place of what `line` misses; nil where pieces were picked.
  ///
  /// Nothing was moved then, and `quantity` is 0.
  public var substitute: Int?
  /// What a short pick left behind; nil where none was told.
  ///
  /// Nothing was moved then, and `quantity` is 0.
  public var short: ShortTrail?

  /// Makes a record of a pick.
  public init(
    list: Code<PickList>, number: Int, line: Code<PickLine>, from: StockKey, quantity: Int,
    tote: Code<Tote>, grams: Int = 0, substitute: Int? = nil,
    short: ShortTrail? = nil
  ) {
    self.list = list
    self.number = number
    self.line = line
    self.from = from
    self.quantity = quantity
    self.tote = tote
    self.grams = grams
    self.substitute = substitute
    self.short = short
  }

  /// Whether pieces went into a tote.
  public var movedPieces: Bool { quantity > 0 }
}
