import Simulation
import Testing

struct SeededGeneratorTests {
  /// The first numbers of SplitMix64 for seed 1234567, as published with its reference code.
  @Test func itIsSplitMix64() {
    var random = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func numbersStayInTheirRangeAndReachItsEnds() {
    var random = SeededGenerator(seed: 1)
    let numbers = (0..<2_000).map { _ in random.number(in: -2...2) }
    #expect(Set(numbers) == [-2, -1, 0, 1, 2])
    let counts = (-2...2).map { number in numbers.count { $0 == number } }
    #expect(counts.allSatisfy { (320...480).contains($0) }, "\(counts)")
  }

  @Test func weightsAreKept() {
    var random = SeededGenerator(seed: 2)
    let chosen = (0..<4_000).map { _ in random.index(weighing: [3, 0, 1]) }
    #expect(!chosen.contains(1))
    #expect((2_850...3_150).contains(chosen.count { $0 == 0 }))
  }

  @Test func shufflesKeepEveryElementAndStreamsDiffer() {
    var one = SeededGenerator(seed: 3, stream: 1)
    var other = SeededGenerator(seed: 3, stream: 2)
    let all = Array(0..<100)
    let (first, second) = (one.shuffled(all), other.shuffled(all))
    #expect(first.sorted() == all)
    #expect(first != all)
    #expect(first != second)
  }
}
