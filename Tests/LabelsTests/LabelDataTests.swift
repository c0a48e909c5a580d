import Labels
import Testing

/// Data from JSON.
@Suite struct LabelDataTests {
  @Test func objectsArraysAndNumbers() throws {
    let json = """
      {"receiver": {"name": "李小明", "phone": 13800138000}, "sender.name": "仓", "weight": 1.35,
       "cod": null, "urgent": true, "fragile": false, "tags": ["a", 2],
       "items": [{"name": "茶", "quantity": 2}]}
      """
    #expect(
      try LabelData(json: Array(json.utf8)) == [
        "receiver.name": "李小明", "receiver.phone": "13800138000", "sender.name": "仓",
        "weight": "1.35", "urgent": "true", "tags": [["value": "a"], ["value": 2]],
        "items": [["name": "茶", "quantity": 2]],
      ])
  }

  @Test(arguments: ["", "[]", "{", "{\"a\": }", "3"])
  func whatIsNoObject(_ json: String) {
    let error = #expect(throws: LabelError.self) { try LabelData(json: Array(json.utf8)) }
    #expect(error?.code == .badData)
    #expect(error?.description.hasPrefix("label data: expected a JSON object of fields") == true)
  }
}
