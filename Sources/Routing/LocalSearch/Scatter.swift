/// A fixed sequence of scattered numbers (xorshift): the same search for the same request.
struct Scatter {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  /// A number from 0 to one less than `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(limit, 1)
  }
}
