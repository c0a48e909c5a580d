public import Routing

/// A route problem as `pickway route solve` reads it: where to walk, and what to visit or to take.
///
/// Lengths of the document become integer thousandths of its unit.
public struct RouteProblem: Sendable {
  /// Something to take so many of, from whichever bins.
  public struct Pick: Hashable, Sendable {
    /// The article.
    public let sku: FormatID
    /// How many, 1 or more.
    public let quantity: Int
  }

  /// A bin with some of an article.
  public struct Stock: Hashable, Sendable {
    /// The bin.
    public let id: FormatID
    /// The article in it.
    public let sku: FormatID
    /// How many there are, 0 or more.
    public let quantity: Int
    /// Where it is.
    public let place: WalkPlace
  }

  /// What has to be done on the walk.
  public enum Task: Sendable {
    /// All of these have to be visited; their ids as written.
    case stops([WalkStop], ids: [FormatID])
    /// These have to be taken from these.
    case picks([Pick], from: [Stock])
  }

  /// The floor.
  public let floor: WalkFloor
  /// Where the walk starts.
  public let start: WalkPlace
  /// Where it may end; empty: wherever the last stop is.
  public let ends: [WalkPlace]
  /// What has to be done on it.
  public let task: Task
  /// Which stops (bins, where something is taken from both) come before which.
  public let before: [Precedence]
  /// The time allowed, in milliseconds; nil where none was named.
  public let milliseconds: Int?

  /// Reads a problem from a JSON document.
  ///
  /// - Throws: `FormatError` with the place of the first thing that is wrong.
  /// - Complexity: O(bytes).
  public init(json: String) throws(FormatError) { try self.init(json: Array(json.utf8)) }

  /// Reads a problem from the bytes of a JSON document.
  ///
  /// - Throws: `FormatError` with the place of the first thing that is wrong.
  /// - Complexity: O(bytes).
  public init(json: [UInt8]) throws(FormatError) {
    let node = JSONNode(try JSONParser.parse(json))
    let members = try node.members([
      "layout", "start", "end", "ends", "stops", "picks", "stock", "before", "limits",
    ])
    let format = try FloorFormat(members.need("layout"))
    floor = format.floor
    start = try format.place(members.need("start"))
    if let list = members["ends"] {
      if let end = members["end"] { throw end.error("expected end or ends, not both") }
      var ends: [WalkPlace] = []
      for item in try list.list(ofSome: "end") { ends.append(try format.place(item)) }
      self.ends = ends
    } else if let end = members["end"] {
      ends = [try format.place(end)]
    } else {
      ends = []
    }
    var ids = Set<FormatID>()
    if let stops = members["stops"] {
      for key in ["picks", "stock"] {
        if let other = members[key] { throw other.error("expected stops or picks and stock") }
      }
      task = try Self.stops(stops, format, &ids)
    } else if let picks = members["picks"] {
      task = try Self.picks(picks, members.need("stock"), format, &ids)
    } else {
      throw node.missing("stops")
    }
    var before: [Precedence] = []
    for rule in try members["before"]?.list() ?? [] {
      let pair = try rule.list(of: ["id", "id"])
      for part in pair {
        guard ids.contains(try part.id()) else { throw part.error("expected the id of a stop") }
      }
      before.append(Precedence(try pair[0].id().text, before: try pair[1].id().text))
    }
    self.before = before
    milliseconds = try members["limits"]?.members(["milliseconds"])["milliseconds"]?
      .integer(1...86_400_000)
  }

  private static func stops(
    _ node: JSONNode, _ format: FloorFormat, _ ids: inout Set<FormatID>
  ) throws(FormatError) -> Task {
    var stops: [WalkStop] = []
    var names: [FormatID] = []
    for item in try node.list(ofSome: "stop") {
      let members = try item.members(["id", "at", "due"])
      let id = try unique(members.need("id"), &ids)
      names.append(id)
      stops.append(
        WalkStop(
          id: id.text, place: try format.place(members.need("at")),
          due: try members["due"]?.length(atLeast: 0)))
    }
    return .stops(stops, ids: names)
  }

  private static func picks(
    _ picks: JSONNode, _ stock: JSONNode, _ format: FloorFormat, _ ids: inout Set<FormatID>
  ) throws(FormatError) -> Task {
    var wanted: [Pick] = []
    for item in try picks.list(ofSome: "pick") {
      let members = try item.members(["sku", "quantity"])
      wanted.append(
        Pick(
          sku: try members.need("sku").id(),
          quantity: try members.need("quantity").integer(1...1_000_000_000)))
    }
    var bins: [Stock] = []
    for item in try stock.list() {
      let members = try item.members(["id", "sku", "quantity", "at"])
      bins.append(
        Stock(
          id: try unique(members.need("id"), &ids), sku: try members.need("sku").id(),
          quantity: try members.need("quantity").integer(0...1_000_000_000),
          place: try format.place(members.need("at"))))
    }
    return .picks(wanted, from: bins)
  }

  private static func unique(
    _ node: JSONNode, _ ids: inout Set<FormatID>
  ) throws(FormatError) -> FormatID {
    let id = try node.id()
    guard ids.insert(id).inserted else {
      throw node.error("expected an id of its own, \"\(id.text)\" was there before")
    }
    return id
  }
}

extension RouteProblem {
  /// The request of a problem with stops, nil where bins have to be chosen.
  ///
  /// - Throws: `RoutingError` where no walk can answer it.
  public func walkRequest() throws(RoutingError) -> WalkRequest? {
    switch task {
    case .picks: nil
    case .stops(let stops, _):
      try WalkRequest(floor: floor, start: start, ends: ends, stops: stops, before: before)
    }
  }
}
