public import Routing

/// A wave-choice problem as `pickway wave choose` reads it: which orders to release.
public struct WaveProblem: Sendable {
  /// What has to be solved.
  public let request: WaveRequest
  /// The orders' ids as written, in the request's order.
  public let orders: [FormatID]
  /// The aisles' ids as written, in the request's order.
  public let aisles: [FormatID]
  /// The time allowed, in milliseconds; nil where none was named.
  public let milliseconds: Int?

  /// Reads a problem from the bytes of a JSON document.
  ///
  /// - Throws: `FormatError` with the place of the first thing that is wrong.
  /// - Complexity: O(bytes).
  public init(json: [UInt8]) throws(FormatError) {
    let node = JSONNode(try JSONParser.parse(json))
    let members = try node.members(["orders", "aisles", "units", "limits"])
    var skus: [String: Int] = [:]
    func lines(_ node: JSONNode) throws(FormatError) -> [WaveRequest.Line] {
      var lines: [WaveRequest.Line] = []
      for (sku, quantity) in try node.pairs() {
        let number = skus[sku] ?? skus.count
        skus[sku] = number
        lines.append(
          WaveRequest.Line(
            sku: number, quantity: try quantity.integer(0...WaveRequest.mostUnits)))
      }
      return lines
    }
    var names: [FormatID] = []
    var seen = Set<FormatID>()
    func name(_ node: JSONNode) throws(FormatError) {
      let id = try node.id()
      guard seen.insert(id).inserted else {
        throw node.error("expected an id of its own, \"\(id.text)\" was there before")
      }
      names.append(id)
    }
    var orders: [WaveRequest.Order] = []
    for item in try members.need("orders").list() {
      let parts = try item.members(["id", "lines", "must"])
      try name(parts.need("id"))
      orders.append(
        WaveRequest.Order(
          lines: try lines(parts.need("lines")), must: try parts["must"]?.bool() ?? false))
    }
    self.orders = names
    (names, seen) = ([], [])
    var aisles: [WaveRequest.Aisle] = []
    for item in try members.need("aisles").list() {
      let parts = try item.members(["id", "stock"])
      try name(parts.need("id"))
      aisles.append(WaveRequest.Aisle(stock: try lines(parts.need("stock"))))
    }
    self.aisles = names
    let units = try members.need("units").members(["min", "max"])
    let most = WaveRequest.mostUnits
    let low = try units.need("min").integer(0...most)
    let high = try units.need("max").integer(0...most)
    milliseconds = try node.milliseconds(members)
    do {
      request = try WaveRequest(orders: orders, aisles: aisles, minUnits: low, maxUnits: high)
    } catch {
      throw FormatError("", error.description)
    }
  }

  /// The answer as one line of JSON.
  public func line(_ choice: WaveChoice, milliseconds: Int) -> String {
    var line = JSONLine()
    line.raw("{\"orders\":")
    line.list(choice.orders) { $0.id(orders[$1]) }
    line.raw(",\"aisles\":")
    line.list(choice.aisles) { $0.id(aisles[$1]) }
    line.raw(",\"units\":\(choice.units),\"ratio\":\(choice.ratio.value)")
    line.raw(",\"bound\":\(choice.bound.value),\"proven\":\(choice.proven)")
    line.raw(",\"milliseconds\":\(milliseconds)}")
    return line.text
  }
}
