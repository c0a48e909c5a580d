/// A scattered-storage request made ready for sweeps: cells with options, steps between states.
///
/// Rules are dealt with here as far as possible: with groups in ascending order it is known which
/// bins must be emptied and among which group there is a choice. Quantities are capped at what is
/// wanted. Lengths are scaled by `scale`, so that prices per piece can be finer than millimeters.
final class BinModel {
  /// Units of the model in a millimeter.
  static let scale = 16
  /// More than any cost, and far from overflow.
  static let never = Int.max / 16
  /// The most units an article's demand is divided into; larger demands are rounded for bounds.
  static let mostUnits = 64

  let request: ScatteredRequest
  let space: StateSpace
  let isClosed: Bool

  // Articles: the pieces still open after forced bins, and in units for the bound.
  let need: [Int]
  let units: [Int]
  /// Articles of which surplus inside a cell does not count (no penalties, no lots to choose).
  let isCapped: [Bool]

  // Points of all cells in sweep order; entries of point p are entryFirst[p]..<entryFirst[p + 1].
  let pointCount: Int
  let pointY: Slab<Int>
  let pointCell: Slab<Int32>
  /// Points that must be visited.
  let forced: [Bool]
  let entryFirst: Slab<Int32>
  let entryArticle: Slab<Int32>
  let entryQuantity: Slab<Int>
  let entryUnits: Slab<Int>
  let entryPenalty: Slab<Int>
  let entryStock: [Int]
  let entryPoint: Slab<Int32>
  /// The entries of each article.
  let entriesOf: [[Int]]

  let cells: [BinCell]
  let options: [CellOption]
  /// What an option covers beyond the demand, as (article, units) pairs.
  let surplusArticle: Slab<Int32>
  let surplusUnits: Slab<Int>

  /// The tables and cost bases of the steps, in order.
  let tables: [StepTable]
  let stepCost: [Int]
  /// The costs of crossings; the cells' slots are filled by whoever sweeps.
  let costs: [Int]

  /// Entries that have to be taken whole, and their penalties.
  let forcedPicks: [ScatteredPlan.Pick]
  let forcedPenalty: Int

  /// Every cost is `costBase` plus a multiple of `costStep`, unscaled.
  let costStep: Int
  let costBase: Int

  init(_ request: ScatteredRequest) {
    let builder = BinModelBuilder(request)
    self.request = request
    space = builder.space
    isClosed = builder.isClosed
    need = builder.supply.need
    units = builder.supply.units
    isCapped = builder.supply.isCapped
    pointCount = builder.pointY.count
    pointY = Slab(builder.pointY)
    pointCell = Slab(builder.pointCell)
    forced = builder.forced
    entryFirst = Slab(builder.entryFirst)
    entryArticle = Slab(builder.entryArticle)
    entryQuantity = Slab(builder.entryQuantity)
    entryUnits = Slab(builder.entryUnits)
    entryPenalty = Slab(builder.entryPenalty)
    entryStock = builder.entryStock
    entryPoint = Slab(builder.entryPoint)
    entriesOf = builder.entriesOf
    cells = builder.cells
    options = builder.options
    surplusArticle = Slab(builder.surplusArticle)
    surplusUnits = Slab(builder.surplusUnits)
    tables = builder.tables
    stepCost = builder.stepCost
    costs = builder.costs
    forcedPicks = builder.supply.forcedPicks
    forcedPenalty = builder.supply.forcedPicks.reduce(0) {
      $0 + request.stock[$1.stock].penalty
    }
    (costStep, costBase) = builder.costGrid()
  }

  /// The least possible cost that is not below a scaled bound, in millimeters.
  func cost(atLeast bound: Int) -> Int {
    let rest = bound - costBase * Self.scale
    let step = costStep * Self.scale
    let steps = rest <= 0 ? 0 : (rest + step - 1) / step
    return costBase + steps * costStep
  }
}
