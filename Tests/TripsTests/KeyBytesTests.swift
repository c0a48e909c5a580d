import Flows
import Terminal
import Testing

@testable import Trips

/// What a stage types is what the program reads.
struct KeyBytesTests {
  private static let keys: [Key] =
    [
      .enter, .escape, .backspace, .delete, .tab, .up, .down, .left, .right, .pageUp, .pageDown,
      .home, .end, .character("a"), .character("拣"), .character(" "), .control("l"),
    ] + (1...12).map { .function($0) }

  @Test(arguments: keys)
  func comesBackAsTheKey(_ key: Key) {
    var decoder = KeyDecoder()
    let keys = decoder.feed(key.bytes, at: 0)
    #expect(keys + decoder.expire(at: 1000) == [key])
  }
}
