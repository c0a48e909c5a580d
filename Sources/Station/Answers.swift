import Planning
public import Storage
public import Warehouse

/// Answers the questions of conversations: from the store, and where walking is asked about, from
/// the routing core on facts of the store.
public struct Answers: Sendable {
  private let store: any Store
  private let walks = WalkPlanner(isWaiting: true)
  private let shadows = ShadowShelf()

  /// Answers from a store.
  public init(store: any Store) {
    self.store = store
  }

  /// The answer to a question.
  public func answer(_ query: Query) throws -> Answer {
    if case .shadow(let device) = query {
      return .shadow(try shadows.view(of: device, in: store))
    }
    guard case .walk(let list, let from) = query else { return try store.answer(query) }
    return .walk(try walk(list, from: from))
  }

  /// The shortest walk over the open lines of a list, planned outside the store's lock.
  private func walk(_ code: Code<PickList>, from bin: Code<Bin>?) throws -> WalkView {
    let facts = try store.read { facts in
      let list = try facts.list(code)
      var reader = try VisitReader(facts)
      return (
        list: list, site: try facts.site(), here: try bin.flatMap { try facts.bin($0) },
        visits: try facts.pickLines(of: code).filter { $0.open > 0 }.compactMap {
          try reader.visit($0, in: list?.zone)
        }
      )
    }
    guard let list = facts.list, let site = facts.site, !facts.visits.isEmpty else {
      return WalkView(list: code, revision: 0, order: [], walk: .none)
    }
    let start = facts.here.map { site.layout.point(of: $0) } ?? site.start
    var taken: [StockKey: Int] = [:]
    let (order, walk) = try walks.plan(facts.visits, on: site, from: start, taken: &taken)
    return WalkView(list: code, revision: list.revision, order: order, walk: walk)
  }
}
