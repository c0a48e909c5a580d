import Foundation
import Testing

/// Orders stopped and chores listed from the command line.
@Suite struct ExceptionCommandTests {
  private static let demo = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Demo").path

  @Test func anOrderIsStoppedOnce() throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      _ = try Program.pickway("init", store: store)
      for file in ["site.json", "products.csv", "stock.csv", "orders.csv"] {
        let kind = String(file.prefix { $0 != "." })
        _ = try Program.pickway("import", kind, "\(Self.demo)/\(file)", store: store)
      }
      _ = try Program.pickway("orders", "allocate", store: store)
      let listed = try Program.pickway(
        "orders", "list", "--state", "allocated", "--json", store: store)
      let rows = try JSONSerialization.jsonObject(with: Data(listed.output.utf8))
      let order = try #require((rows as? [[String: Any]])?.first?["number"] as? String)
      let stop = try Program.pickway(
        "orders", "intercept", order, "--reason", "refund", store: store)
      #expect(stop.status == 0, "\(stop.errors)")
      #expect(stop.output.contains("\(order) is stopped"))
      let again = try Program.pickway(
        "orders", "intercept", order, "--reason", "refund", store: store)
      #expect(again.status == 65)
      #expect(again.errors.contains("is cancelled"))
      let nameless = try Program.pickway("orders", "intercept", order, store: store)
      #expect(nameless.status == 64)
      #expect(try Program.pickway("chores", store: store).output.contains("no chores"))
      #expect(try Program.pickway("check", store: store).status == 0)
    }
  }
}
