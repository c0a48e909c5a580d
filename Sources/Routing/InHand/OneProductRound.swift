/// The shortest round in which one product is kept together, among any number of other stops.
///
/// Such a round comes to the product's spots at one of them, a, and leaves them at another, b. Cut
/// out the part from a to b: what is left is a walk from b to a by all other stops and by the place
/// where the round begins, and any such walk will do. The program over the aisles finds it.
///
/// - Complexity: a tour for every two spots of the product, and 2^spots for the walk among them.
enum OneProductRound {
  /// The order of the spots, nil where the request is no such round.
  static func order(_ request: SequencedRequest) -> [Int]? {
    guard request.groups.count == 1, !request.waits, request.walkRequest == nil,
      request.ends.count == 1, request.ends[0] == request.start,
      case .aisle(let aisle, let y) = request.start
    else { return nil }
    let products = request.groups[0].items.filter { $0.count > 1 }
    guard products.count == 1,
      let program = TogetherProgram(request, .init(items: [products[0]]))
    else { return nil }
    let item = products[0]
    let others = request.groups[0].items.filter { $0.count == 1 }.map { $0[0] }
    let home = GridPoint(aisle: aisle, y: y)
    let points = others.map { request.spots[$0].point } + [home]
    func terminal(_ number: Int) -> [Terminal] {
      [Terminal(point: request.spots[item[number]].point, link: nil, end: nil)]
    }
    var best: (length: Int, order: [Int])?
    for first in item.indices {
      // Either way round is as long.
      program.run(item.indices.map { $0 == first ? 0 : TogetherProgram.forbidden })
      for last in item.indices where last > first {
        guard
          let kernel = try? TourKernel(
            request.layout, starts: terminal(last), ends: terminal(first))
        else { return nil }
        let length =
          points.withUnsafeBufferPointer { kernel.solve($0) } + program.length(to: last)
        guard length < best?.length ?? CellCosts.never else { continue }
        let visits = (0..<kernel.writer.visitCount).map { kernel.writer.order[$0] }
        let homeVisit = visits.firstIndex(of: others.count) ?? 0
        best = (
          length,
          visits[(homeVisit + 1)...].map { others[$0] }
            + program.order(to: last).map { item[$0] }
            + visits[..<homeVisit].map { others[$0] }
        )
      }
    }
    return best?.order
  }
}
