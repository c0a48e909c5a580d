/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
///
/// Everything in a simulation that is left to chance comes from such generators. The readings
/// below are our own, because the standard library may change how its ranges and shuffles use a
/// generator, and a seed must go on to mean the same floor.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Makes a generator.
  public init(seed: UInt64) {
    state = seed
  }

  /// Makes one of several generators of a seed, so that more use of one shifts no other.
  public init(seed: UInt64, stream: UInt64) {
    var mixer = SeededGenerator(seed: seed &+ stream &* 0xD134_2543_DE82_EF95)
    state = mixer.next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededGenerator {
  /// A number from 0 up to but not including `count`, which is at least 1.
  ///
  /// The high half of a product (Lemire 2019) without its rejection step: for counts below a
  /// billion the bias is under one in 10 billion.
  public mutating func number(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, count))).high)
  }

  /// A number of a range.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + number(below: range.count)
  }

  /// One of the elements; `elements` must not be empty.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// True `percent` times out of a hundred.
  public mutating func chance(percent: Int) -> Bool {
    number(below: 100) < percent
  }

  /// The place of one of several weights, each chosen as often as it weighs.
  public mutating func index(weighing weights: [Int]) -> Int {
    var rest = number(below: weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  /// The elements in an order left to chance (Fisher and Yates).
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(index, number(below: index + 1))
    }
    return elements
  }
}
