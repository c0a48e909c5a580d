import Routing

/// Reads layouts and points, which routes, batches and waves share.
///
/// Lengths are decimals in any one unit; they become integer thousandths of it.
struct FloorFormat {
  /// The floor read.
  let floor: WalkFloor

  /// Reads a layout.
  init(_ node: JSONNode) throws(FormatError) {
    let kind = try node.members(Self.allKeys).need("kind")
    switch try kind.text() {
    case "aisles": floor = .aisles(try Self.aisles(node))
    case "graph": floor = .graph(try Self.graph(node))
    case let other:
      throw kind.error("expected \"aisles\" or \"graph\", found \"\(other.prefix(20))\"")
    }
  }

  private static let allKeys = ["kind", "aisles", "crossAisles", "segments", "edges", "oneWay"]

  // MARK: Aisles

  private static func aisles(_ node: JSONNode) throws(FormatError) -> AisleLayout {
    let members = try node.members(["kind", "aisles", "crossAisles", "segments"])
    let aisles = try ascending(members.need("aisles"), atLeast: 1)
    let crossAisles = try ascending(members.need("crossAisles"), atLeast: 2)
    var aisleSegments: [AisleSegment] = []
    var crossSegments: [CrossAisleSegment] = []
    for segment in try members["segments"]?.list() ?? [] {
      let all = try segment.members(["aisle", "crossAisle", "from", "to", "rule"])
      let (from, to, rule) = (try all.need("from"), try all.need("to"), try all.need("rule"))
      if let cross = all["crossAisle"] {
        if let aisle = all["aisle"] { throw aisle.error("expected aisle or crossAisle, not both") }
        guard aisles.count > 1 else {
          throw segment.error("expected two aisles or more where a cross-aisle has a rule")
        }
        let low = try from.integer(0...(aisles.count - 2))
        crossSegments.append(
          CrossAisleSegment(
            crossAisle: try cross.integer(0...(crossAisles.count - 1)), from: low,
            to: try to.integer((low + 1)...(aisles.count - 1)),
            rule: try self.rule(rule, CrossAisleSegment.Rule.allCases)))
      } else {
        let ends = (crossAisles[0], crossAisles[crossAisles.count - 1])
        let aisle = try all.need("aisle").integer(0...(aisles.count - 1))
        let low = try y(from, ends)
        let high = try y(to, ends)
        guard low < high else {
          throw to.error("expected more than \(Thousandths.text(low))")
        }
        aisleSegments.append(
          AisleSegment(
            aisle: aisle, from: low, to: high,
            rule: try self.rule(rule, AisleSegment.Rule.allCases)))
      }
    }
    do {
      return try AisleLayout(
        aisles: aisles, crossAisles: crossAisles, aisleSegments: aisleSegments,
        crossAisleSegments: crossSegments)
    } catch {
      throw node.error(error.description)
    }
  }

  private static func rule<Rule: RawRepresentable<String>>(
    _ node: JSONNode, _ rules: [Rule]
  ) throws(FormatError) -> Rule {
    let text = try node.text()
    guard let rule = Rule(rawValue: text) else {
      let names = rules.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw node.error("expected one of \(names), found \"\(text.prefix(20))\"")
    }
    return rule
  }

  private static func ascending(
    _ node: JSONNode, atLeast least: Int
  ) throws(FormatError) -> [Int] {
    var values: [Int] = []
    for item in try node.list() {
      let value = try item.length()
      if let last = values.last, value <= last {
        throw item.error(
          "expected more than \(Thousandths.text(last)), found \(Thousandths.text(value))")
      }
      values.append(value)
    }
    guard values.count >= least else {
      throw node.error("expected \(least) or more, found \(values.count)")
    }
    return values
  }

  private static func y(_ node: JSONNode, _ ends: (Int, Int)) throws(FormatError) -> Int {
    let value = try node.length()
    guard ends.0 <= value, value <= ends.1 else {
      throw node.error(
        "expected \(Thousandths.text(ends.0)) to \(Thousandths.text(ends.1)), "
          + "found \(Thousandths.text(value))")
    }
    return value
  }

  // MARK: Graphs

  private static func graph(_ node: JSONNode) throws(FormatError) -> FloorGraph {
    let members = try node.members(["kind", "edges", "oneWay"])
    func edges(_ list: JSONNode?) throws(FormatError) -> [FloorGraph.Edge] {
      var edges: [FloorGraph.Edge] = []
      for edge in try list?.list() ?? [] {
        let parts = try edge.list(of: ["node", "node", "length"])
        edges.append(
          FloorGraph.Edge(
            from: try parts[0].id().text, to: try parts[1].id().text,
            length: try parts[2].length(atLeast: 0)))
      }
      return edges
    }
    do {
      return try FloorGraph(edges: edges(members["edges"]), oneWay: edges(members["oneWay"]))
    } catch let error as FormatError {
      throw error
    } catch {
      throw node.error("\(error)")
    }
  }

  // MARK: Points

  /// Reads a point, on the floor or beside it.
  func place(_ node: JSONNode) throws(FormatError) -> WalkPlace {
    let members = try node.members(["aisle", "y", "node", "links"])
    guard let list = members["links"] else { return .at(try point(node, members)) }
    for key in ["aisle", "y", "node"] {
      if let other = members[key] { throw other.error("expected links alone") }
    }
    var links: [WalkLink] = []
    for link in try list.list(ofSome: "link") {
      let members = try link.members(["aisle", "y", "node", "length"])
      links.append(
        WalkLink(
          point: try point(link, members),
          length: try members.need("length").length(atLeast: 0)))
    }
    return .offGrid(links)
  }

  private func point(
    _ node: JSONNode, _ members: JSONMembers
  ) throws(FormatError) -> WalkPoint {
    switch floor {
    case .aisles(let layout):
      if let name = members["node"] {
        throw name.error("expected aisle and y: the layout is of aisles")
      }
      let aisle = try members.need("aisle").integer(0...(layout.aisles.count - 1))
      let ends = (layout.crossAisles[0], layout.crossAisles[layout.crossAisles.count - 1])
      return .aisle(aisle, y: try Self.y(members.need("y"), ends))
    case .graph(let graph):
      for key in ["aisle", "y"] {
        if let other = members[key] {
          throw other.error("expected node: the layout is a graph")
        }
      }
      let name = try members.need("node")
      let id = try name.id().text
      guard graph.contains(id) else { throw name.error("expected a node that an edge names") }
      return .node(id)
    }
  }
}
