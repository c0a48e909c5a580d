import Carriers
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "A text survives the way there and back",
    arguments: [
      "{\"a\":1,\"b\":[true,false,null,\"x\"],\"c\":{\"d\":-1.5e3}}", "[]", "{}", "\"张三 😀\"", "0",
      "\"\\\"\\\\\\n\\t\\u0001\"",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try JSONReader.read(text).compact == text)
  }

  @Test("Escapes and pairs of surrogates are read")
  func escapes() throws {
    let text = try JSONReader.read("\"\\u5f20\\ud83d\\ude00\\/\\ud83d!\"").string
    #expect(text == "张😀/\u{FFFD}!")
  }

  @Test("Single quotes are read where they are allowed")
  func singleQuotes() throws {
    let json = try JSONReader.read("{'a':'b\"c','d':\"e'f\"}", allowsSingleQuotes: true)
    #expect(json["a"]?.string == "b\"c")
    #expect(json["d"]?.string == "e'f")
    #expect(throws: JSONReader.Problem.self) { try JSONReader.read("{'a':1}") }
  }

  @Test(
    "What is wrong is told by line and column",
    arguments: [
      ("{\"a\":1,\n \"b\" 2}", 2, 6), ("", 1, 1), ("[1,]", 1, 4), ("{\"a\":tru}", 1, 6),
      ("[1] x", 1, 5), ("\"abc", 1, 5), ("[01x]", 1, 4), ("[--1]", 1, 2), ("{\"a\":1,}", 1, 8),
    ])
  func problems(_ text: String, _ line: Int, _ column: Int) {
    #expect {
      try JSONReader.read(text)
    } throws: { error in
      let problem = error as? JSONReader.Problem
      return problem?.line == line && problem?.column == column
    }
  }

  @Test("Depth has an end")
  func depth() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Problem.self) { try JSONReader.read(deep) }
  }

  @Test("Members are found, the last one of a name, and keep their place")
  func members() throws {
    let json = try JSONReader.read("{\n  \"a\": \"1\", \"a\": 2,\n  \"t\": \"true\" }")
    #expect(json["a"]?.integer == 2)
    #expect(json["a"]?.line == 2)
    #expect(json["a"]?.column == 18)
    #expect(json["t"]?.truth == true)
    #expect(json["x"] == nil)
  }
}
