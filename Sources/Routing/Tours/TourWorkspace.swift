/// Finds shortest walks again and again between the same start and ends, in memory that it keeps.
///
/// For whoever asks for thousands of walks on one floor. The walks are those of `ExactTourSolver`;
/// once the largest has been seen, nothing is allocated to find one more and to write it down. Not
/// for several threads at a time.
public final class TourWorkspace {
  private let request: TourRequest
  private let kernel: TourKernel
  /// What the coordinates of a stop lie in.
  private let aisles: Range<Int>
  private let span: ClosedRange<Int>
  private var points = FlatBuffer<GridPoint>()
  private var length: Int?
  private var stopCount = 0

  /// A workspace for walks from a start to the cheapest of some ends; empty: wherever the last
  /// stop is.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on the layout, `unreachable`
  ///   where no way leads to an end, `tooManyCrossAisles`, or `rule` for one-way stretches.
  public init(layout: AisleLayout, start: Place, ends: [Place]) throws(RoutingError) {
    request = try TourRequest(layout: layout, start: start, ends: ends, stops: [])
    kernel = try TourKernel(request)
    aisles = layout.aisles.indices
    span = layout.crossAisles[0]...layout.crossAisles[layout.crossAisles.count - 1]
  }

  deinit { points.free() }

  /// Finds the shortest walk by some stops and writes it down; gives its length in millimeters.
  ///
  /// - Parameter stops: points of the grid in any order, several may be the same.
  /// - Throws: `RoutingError` with code `place` where a stop is not on the layout or lies beside the
  ///   grid, `unreachable` where the rules of the layout leave no walk; there is no last walk then.
  /// - Complexity: O(stops + aisles * cross-aisles * classes).
  public func solve(_ stops: [Place]) throws(RoutingError) -> Int {
    length = nil
    stopCount = stops.count
    points.reserve(stops.count)
    let points = points
    for index in stops.indices {
      guard case .aisle(let aisle, let y) = stops[index], aisles.contains(aisle), span.contains(y)
      else { throw refusal(of: stops[index], "stop \(index)") }
      points[index] = GridPoint(aisle: aisle, y: y)
    }
    guard !stops.isEmpty else {
      let direct = request.directTour.length
      length = direct
      return direct
    }
    let solved = kernel.solve(UnsafeBufferPointer(start: points.start, count: stops.count))
    guard solved < CellCosts.never else {
      throw RoutingError(.unreachable, "the rules of the layout leave no walk by all stops")
    }
    length = solved
    return solved
  }

  private func refusal(of stop: Place, _ what: String) -> RoutingError {
    do {
      try request.layout.check(stop, what)
      return RoutingError(.place, "\(what) lies beside the grid: expected a point in an aisle")
    } catch {
      return error
    }
  }

  /// Which stop the last walk comes by after so many others, and after how many millimeters.
  ///
  /// Nil where that walk has no more stops, or there is none. Allocates nothing.
  public func visit(_ number: Int) -> (stop: Int, offset: Int)? {
    guard length != nil, (0..<stopCount).contains(number) else { return nil }
    return (kernel.writer.order[number], kernel.writer.offsets[number])
  }

  /// The last walk as a tour of its own, nil where there is none.
  public var tour: Tour? {
    guard let length else { return nil }
    return stopCount == 0 ? request.directTour : kernel.tour(length: length)
  }
}
