/// The shortest walks between stops, from the start to each, and from each to the nearest end.
struct LegTable {
  /// The number of stops; `start` and `end` are numbered after them.
  let stopCount: Int
  private var lengths: [Int]
  private let width: Int

  var start: Int { stopCount }
  var end: Int { stopCount + 1 }

  init(_ request: TourRequest, _ stops: [GridPoint]) {
    stopCount = stops.count
    width = stops.count + 2
    lengths = [Int](repeating: 0, count: width * width)
    let starts = request.startTerminals
    let ends = request.ends.isEmpty ? [] : request.endTerminals
    for (number, stop) in stops.enumerated() {
      for other in 0..<number { set(number, other, request.layout.distance(stop, stops[other])) }
      let here = Terminal(point: stop, link: nil, end: nil)
      set(number, start, request.layout.bestPair(starts, [here]).length)
      if !ends.isEmpty { set(number, end, request.layout.bestPair([here], ends).length) }
    }
  }

  subscript(a: Int, b: Int) -> Int { lengths[a * width + b] }

  private mutating func set(_ a: Int, _ b: Int, _ length: Int) {
    lengths[a * width + b] = length
    lengths[b * width + a] = length
  }

  /// The length from the start over the stops in this order to the end.
  func length(of stops: [Int]) -> Int {
    let all = [start] + stops + [end]
    return zip(all, all.dropFirst()).reduce(0) { $0 + self[$1.0, $1.1] }
  }
}
