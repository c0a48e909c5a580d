import Routing
import Testing

@testable import Formats

@Suite struct RouteProblemTests {
  /// Two aisles 10 apart, 100 long: up the first, along the top, down the second, back.
  private static let good = """
    {"_name":"two aisles","layout":{"kind":"aisles","aisles":[0,10],"crossAisles":[0.0,100]},
     "start":{"aisle":0,"y":0},"end":{"aisle":0,"y":0},
     "stops":[{"id":"a","at":{"aisle":0,"y":60.5}},{"id":7,"at":{"aisle":1,"y":50},"_note":1}],
     "limits":{"milliseconds":50}}
    """

  private static func answer(_ json: String) throws -> String {
    let problem = try RouteProblem(json: json)
    let request = try #require(try problem.walkRequest())
    let walk = try WalkSolver().solve(request)
    #expect(walk.violations(of: request) == [])
    return RouteAnswer(walk, to: problem, microseconds: 12).line
  }

  @Test func aRouteIsReadAndAnswered() throws {
    #expect(try RouteProblem(json: Self.good).milliseconds == 50)
    #expect(
      try Self.answer(Self.good)
        == #"{"tour":["a",7],"length":220,"lowerBound":220,"proven":true,"#
        + #""path":[{"aisle":0,"y":0},{"aisle":0,"y":100},{"aisle":1,"y":100},{"aisle":1,"y":0},"#
        + #"{"aisle":0,"y":0}],"picks":[],"method":"aisle-dp","microseconds":12}"#)
  }

  @Test func graphsRulesAndLinksAreReadAndAnswered() throws {
    let json = #"""
      {"layout":{"kind":"graph","edges":[["dock",1,0.1],[1,2,0.2]],"oneWay":[[2,"dock",5.25]]},
       "start":{"links":[{"node":"dock","length":0.3}]},
       "ends":[{"node":"dock"},{"node":2}],
       "stops":[{"id":"b","at":{"node":1}},{"id":"a","at":{"node":2},"due":0.6}],
       "before":[["a","b"]]}
      """#
    #expect(
      try Self.answer(json)
        == #"{"tour":["a","b"],"length":0.9,"lowerBound":0.9,"proven":true,"path":["#
        + #"{"links":[{"node":"dock","length":0.3}]},{"node":"dock"},{"node":"1"},{"node":"2"},"#
        + #"{"node":"1"},{"node":"dock"}],"picks":[],"method":"subset-dp","microseconds":12}"#)
  }

  @Test func segmentsAreRead() throws {
    let json = #"""
      {"layout":{"kind":"aisles","aisles":[0,10],"crossAisles":[0,100],"segments":[
        {"aisle":0,"from":0,"to":100,"rule":"up"},{"aisle":1,"from":0,"to":100,"rule":"noTurn"},
        {"crossAisle":0,"from":0,"to":1,"rule":"left"}]},
       "start":{"aisle":0,"y":0},"end":{"aisle":0,"y":0},
       "stops":[{"id":1,"at":{"aisle":0,"y":1}}]}
      """#
    #expect(try Self.answer(json).hasPrefix(#"{"tour":[1],"length":220,"#))
  }

  @Test func picksAndStockAreDecoded() throws {
    let json = #"""
      {"layout":{"kind":"aisles","aisles":[0],"crossAisles":[0,9]},"start":{"aisle":0,"y":0},
       "picks":[{"sku":5,"quantity":2}],
       "stock":[{"id":"x","sku":"5","quantity":3,"at":{"aisle":0,"y":4}}]}
      """#
    let problem = try RouteProblem(json: json)
    #expect(try problem.walkRequest() == nil)
    guard case .picks(let picks, let stock) = problem.task else {
      Issue.record("no picks")
      return
    }
    #expect(picks.map(\.sku) == stock.map(\.sku))
    #expect(stock[0].place == .at(.aisle(0, y: 4000)))
  }

  @Test(arguments: [
    (
      "\"aisle\":1,\"y\":50", "\"aisle\":\"B\",\"y\":50",
      "stops[1].at.aisle: expected an integer, found \"B\""
    ),
    ("\"aisle\":1,\"y\":50", "\"aisle\":2,\"y\":50", "stops[1].at.aisle: expected 0 to 1, found 2"),
    ("\"aisle\":1,\"y\":50", "\"aisle\":1", "stops[1].at.y: missing"),
    (
      "\"aisle\":1,\"y\":50", "\"aisle\":1,\"y\":100.5",
      "stops[1].at.y: expected 0 to 100, found 100.5"
    ),
    (
      "\"aisle\":1,\"y\":50", "\"links\":[]",
      "stops[1].at.links: expected one link or more, found an empty list"
    ),
    (
      "\"aisle\":1,\"y\":50", "\"links\":[{\"aisle\":0,\"y\":1,\"length\":-1}]",
      "stops[1].at.links[0].length: expected 0 or more, found -1"
    ),
    (
      "\"aisle\":1,\"y\":50", "\"node\":\"n\"",
      "stops[1].at.node: expected aisle and y: the layout is of aisles"
    ),
    (
      "\"id\":7", "\"id\":\"a\"",
      "stops[1].id: expected an id of its own, \"a\" was there before"
    ),
    ("\"id\":7", "\"id\":7.5", "stops[1].id: expected a text or an integer as id"),
    ("\"id\":7,", "", "stops[1].id: missing"),
    ("\"id\":7", "\"id\":7,\"due\":-3", "stops[1].due: expected 0 or more, found -3"),
    ("\"kind\":\"aisles\",", "", "layout.kind: missing"),
    (
      "\"kind\":\"aisles\"", "\"kind\":\"hexagons\"",
      "layout.kind: expected \"aisles\" or \"graph\", found \"hexagons\""
    ),
    ("[0,10]", "[0,0]", "layout.aisles[1]: expected more than 0, found 0"),
    ("[0,10]", "[]", "layout.aisles: expected 1 or more, found 0"),
    ("[0,10]", "[0,1e300]", "layout.aisles[1]: expected a number from -1000000 to 1000000"),
    ("[0.0,100]", "[0]", "layout.crossAisles: expected 2 or more, found 1"),
    ("\"end\"", "\"before\":[[\"a\",\"b\"]],\"end\"", "before[0][1]: expected the id of a stop"),
    (
      "\"end\"", "\"before\":[[\"a\"]],\"end\"",
      "before[0]: expected [id, id], found a list of 1"
    ),
    (
      "\"end\"", "\"befor\":[],\"end\"",
      "befor: unknown key: expected layout, start, end, ends, stops, picks, stock, before, limits"
    ),
    ("\"end\"", "\"ends\":[],\"end\"", "end: expected end or ends, not both"),
    (
      "\"end\":", "\"_end\":1,\"ends\":[],\"_was\":",
      "ends: expected one end or more, found an empty list"
    ),
    (
      "\"stops\":", "\"stops\":[],\"_stops\":",
      "stops: expected one stop or more, found an empty list"
    ),
    (
      "\"stops\":", "\"picks\":[],\"stock\":[],\"_stops\":",
      "picks: expected one pick or more, found an empty list"
    ),
    ("\"stops\"", "\"_stops\"", "stops: missing"),
    (":50}}", ":0}}", "limits.milliseconds: expected 1 to 86400000, found 0"),
  ])
  func whatIsWrongIsNamed(part: String, replacement: String, sentence: String) {
    let json = Self.good.replacing(part, with: replacement, maxReplacements: 1)
    let error = #expect(throws: FormatError.self) { try RouteProblem(json: json) }
    #expect(error?.description == sentence)
  }

  @Test func whatNobodyCanWalkIsNamed() throws {
    let cases = [
      (#""before":[["a",7],[7,"a"]],"limits""#, RoutingError.Code.precedence),
      (#""limits""#, nil),
    ]
    for (replacement, code) in cases {
      let json = Self.good.replacing("\"limits\"", with: replacement)
      let problem = try RouteProblem(json: json)
      if let code {
        let error = #expect(throws: RoutingError.self) { try problem.walkRequest() }
        #expect(error?.code == code)
      } else {
        #expect(try problem.walkRequest() != nil)
      }
    }
  }

  /// Documents with random damage are read or refused, and what is read is solved or refused.
  @Test func damagedDocumentsNeverTrap() {
    var state: UInt64 = 88_172_645_463_325_252
    func below(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let graph = #"""
      {"layout":{"kind":"graph","edges":[["a","b",1],["b","c",2]],"oneWay":[["c","a",3]]},
      "start":{"links":[{"node":"a","length":1}]},"ends":[{"node":"a"},{"node":"c"}],
      "stops":[{"id":1,"at":{"node":"b"},"due":9},{"id":2,"at":{"node":"c"}}],"before":[[1,2]]}
      """#
    let pieces: [[UInt8]] = [
      "-", "9", "0", "e9", "\"", "{", "}", "[", "]", ",", ":", "null", "true", "1e308", "-1",
      "999999999999999999999", "0.0001", "\"id\"", "\\u0000", "1000000", "[]", "{}",
    ].map { Array($0.utf8) }
    var read = 0
    for round in 0..<4000 {
      var bytes = Array((round % 2 == 0 ? Self.good : graph).utf8)
      for _ in 0..<(1 + below(3)) {
        let place = below(bytes.count)
        switch below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: below(256))
        case 2: bytes.insert(contentsOf: pieces[below(pieces.count)], at: place)
        case _:
          let end = min(bytes.count, place + 1 + below(12))
          bytes.replaceSubrange(place..<end, with: pieces[below(pieces.count)])
        }
      }
      guard let problem = try? RouteProblem(json: bytes) else { continue }
      read += 1
      guard let request = try? problem.walkRequest(), let walk = try? WalkSolver().solve(request)
      else { continue }
      #expect(walk.violations(of: request) == [])
      #expect(!RouteAnswer(walk, to: problem, microseconds: 0).line.isEmpty)
    }
    #expect(read > 50)
  }
}

@Suite struct ScatteredTaskTests {
  private static func problem(_ picks: String, _ rest: String = "") throws -> RouteProblem {
    try RouteProblem(
      json: #"{"layout":{"kind":"aisles","aisles":[0],"crossAisles":[0,9]},"#
        + #""start":{"aisle":0,"y":0},"end":{"aisle":0,"y":0},"picks":\#(picks),"#
        + #""stock":[{"id":"far","sku":"s","quantity":3,"at":{"aisle":0,"y":8}},"#
        + #"{"id":"near","sku":"s","quantity":1,"at":{"aisle":0,"y":1}},"#
        + #"{"id":"other","sku":"t","quantity":1,"at":{"aisle":0,"y":2}}]\#(rest)}"#)
  }

  @Test func theNearBinIsTaken() throws {
    let task = try #require(
      try ScatteredTask(Self.problem(#"[{"sku":"s","quantity":1}]"#)))
    let plan = try ScatteredSolver().solve(task.request)
    #expect(
      task.answer(plan, microseconds: 3).line
        == #"{"tour":["near"],"length":2,"lowerBound":2,"proven":true,"path":["#
        + #"{"aisle":0,"y":0},{"aisle":0,"y":1},{"aisle":0,"y":0}],"#
        + #""picks":[{"stock":"near","quantity":1}],"method":"branch-and-bound","microseconds":3}"#)
  }

  @Test func picksOfOneArticleAddUpAndShortageIsNamed() throws {
    let twice = #"[{"sku":"s","quantity":2},{"sku":"s","quantity":3}]"#
    let error = #expect(throws: RoutingError.self) { try ScatteredTask(Self.problem(twice)) }
    #expect(error?.description == "article \"s\": 5 wanted, 4 in stock")
    let ruled = try Self.problem(
      #"[{"sku":"s","quantity":1}]"#, #","before":[["near","far"]]"#)
    #expect(throws: RoutingError.self) { try ScatteredTask(ruled) }
  }
}
