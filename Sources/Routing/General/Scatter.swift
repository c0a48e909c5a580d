/// A fixed sequence of scattered numbers (xorshift64*): the same search for the same request.
struct Scatter {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  /// A number from 0 to one less than `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    let mixed = (state &* 0x2545_F491_4F6C_DD1D) >> 32
    return Int(truncatingIfNeeded: (mixed &* UInt64(truncatingIfNeeded: max(limit, 1))) >> 32)
  }
}
