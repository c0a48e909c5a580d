/// Which code set of Code 128 each part of some data is written in, with the fewest characters.
///
/// Set B holds one printable ASCII character a symbol character, set C two digits; a change costs one.
/// The cheapest way from each position in each set to the end is found from the end backwards, in time
/// linear in the length. Set A is never needed for printable ASCII.
struct Code128Plan: Equatable {
  /// The data as ZPL wants it without automatic mode: `>:` starts in B, `>;` in C, `>6` and `>5`
  /// change to them, `>0` is the character itself.
  private(set) var invocations = ""
  /// The number of symbol characters between start and check character.
  private(set) var characters = 0

  /// The width of the symbol without quiet zones: 11 modules a character, 13 for the stop.
  var modules: Int { 11 * (characters + 2) + 13 }

  /// Plans printable ASCII data.
  init(_ content: String) {
    let data = Array(content.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    func isPair(_ at: Int) -> Bool {
      at + 1 < data.count && digits.contains(data[at]) && digits.contains(data[at + 1])
    }
    // What it costs to write the rest from a position when already in B or in C.
    var inB = [Int](repeating: 0, count: data.count + 1)
    var inC = inB
    for at in data.indices.reversed() {
      let plain = 1 + inB[at + 1]
      let pair = isPair(at) ? 1 + inC[at + 2] : Int.max - 1
      inB[at] = min(plain, pair + 1)
      inC[at] = min(pair, plain + 1)
    }
    characters = min(inB[0], inC[0])
    var isC = inC[0] <= inB[0] && isPair(0)
    invocations = isC ? ">;" : ">:"
    var at = 0
    while at < data.count {
      let plain = 1 + inB[at + 1]
      let pair = isPair(at) ? 1 + inC[at + 2] : Int.max - 1
      let nextIsC = isC ? pair <= plain + 1 : pair + 1 < plain
      if nextIsC != isC { invocations += nextIsC ? ">5" : ">6" }
      isC = nextIsC
      let length = isC ? 2 : 1
      let part = String(decoding: data[at..<at + length], as: UTF8.self)
      invocations += part == ">" ? ">0" : part
      at += length
    }
  }
}
