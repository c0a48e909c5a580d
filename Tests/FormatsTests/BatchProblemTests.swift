import Routing
import Testing

@testable import Formats

@Suite struct BatchProblemTests {
  private static let good = """
    {"layout":{"kind":"aisles","aisles":[0,10],"crossAisles":[0,100]},
     "start":{"aisle":0,"y":0},"end":{"aisle":0,"y":0},"capacity":3,
     "orders":[{"id":"a","size":2,"stops":[{"aisle":1,"y":5}]},
               {"id":7,"size":1,"stops":[{"aisle":0,"y":9}],"due":50}]}
    """

  @Test func ordersAreRead() throws {
    let problem = try BatchProblem(json: Array(Self.good.utf8))
    #expect(problem.ids.map(\.text) == ["a", "7"])
    #expect(problem.request.orders.map(\.size) == [2, 1])
    #expect(problem.request.orders[1].due == 50_000)
  }

  @Test(arguments: [
    ("\"size\":2", "\"size\":5", "order 0 has size 5: expected at most the cart's capacity, 3"),
    ("\"size\":2", "\"size\":0", "orders[0].size: expected 1 to"),
    ("\"y\":5}", "\"y\":-5}", "orders[0].stops[0].y: expected 0 to 100, found -5"),
    ("\"id\":7", "\"id\":\"a\"", "orders[1].id: expected an id of its own, \"a\" was there before"),
    (
      "\"orders\":", "\"orders\":[],\"_orders\":",
      "orders: expected one order or more, found an empty list"
    ),
  ])
  func whatIsWrongIsNamed(part: String, replacement: String, sentence: String) {
    let json = Self.good.replacing(part, with: replacement, maxReplacements: 1)
    do {
      _ = try BatchProblem(json: Array(json.utf8))
      Issue.record("\(sentence): nothing was said")
    } catch {
      #expect("\(error)".contains(sentence))
    }
  }
}
