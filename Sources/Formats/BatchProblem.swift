public import Routing

/// A batch problem as `pickway wave batch` reads it: orders to be put onto carts.
public struct BatchProblem: Sendable {
  /// What has to be solved.
  public let request: BatchRequest
  /// The orders' ids as written, in the request's order.
  public let ids: [FormatID]
  /// The time allowed, in milliseconds; nil where none was named.
  public let milliseconds: Int?

  /// Reads a problem from the bytes of a JSON document.
  ///
  /// - Throws: `FormatError` with the place of the first thing that is wrong.
  /// - Complexity: O(bytes).
  public init(json: [UInt8]) throws(FormatError) {
    let node = JSONNode(try JSONParser.parse(json))
    let members = try node.members(["layout", "start", "end", "capacity", "orders", "limits"])
    let layout = try members.need("layout")
    let format = try FloorFormat(layout)
    guard case .aisles(let floor) = format.floor else {
      throw layout.error("expected a layout of aisles")
    }
    let most = BatchRequest.most
    var seen = Set<FormatID>()
    var ids: [FormatID] = []
    var orders: [BatchOrder] = []
    for item in try members.need("orders").list(ofSome: "order") {
      let parts = try item.members(["id", "size", "stops", "due", "priority"])
      let name = try parts.need("id")
      let id = try name.id()
      guard seen.insert(id).inserted else {
        throw name.error("expected an id of its own, \"\(id.text)\" was there before")
      }
      var stops: [Place] = []
      for stop in try parts.need("stops").list() { stops.append(try format.aislePlace(stop)) }
      ids.append(id)
      orders.append(
        BatchOrder(
          size: try parts.need("size").integer(1...most), stops: stops,
          due: try parts["due"]?.length(atLeast: 0),
          priority: try parts["priority"]?.integer(1...most) ?? 1))
    }
    self.ids = ids
    milliseconds = try node.milliseconds(members)
    let start = try format.aislePlace(members.need("start"))
    let end = try members["end"].map { node throws(FormatError) in try format.aislePlace(node) }
    let capacity = try members.need("capacity").integer(1...most)
    do {
      request = try BatchRequest(
        layout: floor, start: start, end: end ?? start, capacity: capacity, orders: orders)
    } catch {
      throw FormatError("", error.description)
    }
  }

  /// The answer as one line of JSON.
  public func line(_ plan: BatchPlan, method: String, milliseconds: Int) -> String {
    var line = JSONLine()
    line.raw("{\"batches\":")
    line.list(plan.batches) { line, batch in
      line.raw("{\"orders\":")
      line.list(batch.orders) { $0.id(ids[$1]) }
      line.raw(",\"stops\":")
      line.list(batch.stops) { line, stop in
        line.place(request.orders[stop.order].stops[stop.stop])
      }
      line.raw(",\"length\":" + Thousandths.text(batch.length) + "}")
    }
    line.raw(",\"length\":" + Thousandths.text(plan.length))
    if plan.lateness > 0 { line.raw(",\"lateness\":" + Thousandths.text(plan.lateness)) }
    line.raw(",\"lowerBound\":" + Thousandths.text(plan.lowerBound))
    line.raw(",\"method\":")
    line.string(method)
    line.raw(",\"milliseconds\":\(milliseconds)}")
    return line.text
  }
}

extension FloorFormat {
  /// Reads a point of an aisle layout.
  func aislePlace(_ node: JSONNode) throws(FormatError) -> Place {
    guard let place = try place(node).aislePlace else {
      throw node.error("expected a point of a layout of aisles")
    }
    return place
  }
}

extension JSONNode {
  /// The time allowed by `limits`, in milliseconds.
  func milliseconds(_ members: JSONMembers) throws(FormatError) -> Int? {
    guard let limits = members["limits"],
      let time = try limits.members(["milliseconds"])["milliseconds"]
    else { return nil }
    return try time.integer(1...86_400_000)
  }
}

extension JSONLine {
  /// Writes a point of an aisle layout.
  mutating func place(_ place: Place) {
    switch place {
    case .aisle(let aisle, let y): raw("{\"aisle\":\(aisle),\"y\":\(Thousandths.text(y))}")
    case .offGrid(let links):
      raw("{\"links\":")
      list(links) { line, link in
        line.raw(
          "{\"aisle\":\(link.aisle),\"y\":\(Thousandths.text(link.y)),"
            + "\"length\":\(Thousandths.text(link.length))}")
      }
      raw("}")
    }
  }
}
