import Routing

/// What faults cost a walk that is planned anew where they happen.
struct Regrets: Benchmark {
  static let name = "regret"
  static let about = "walks planned anew after faults, against knowing them from the start"
  static let isOnItsOwn = true

  private let lists: Int

  init(_ options: Options) {
    lists = options.isWhole ? 1200 : options.sample ?? 120
  }

  func run(in scratch: Scratch) throws {
    let progress = Progress()
    var table = Table(
      "fault", "lists", "sums", "mean", "p95", "worst", "chosen: sums", "mean", "best: sums",
      "proven",
      "1 block p50 us", "p99", "2 blocks p50", "p99", "3 blocks p50", "p99")
    var released: [Double] = []
    for fault in Fault.allCases {
      func samples(_ choice: RoundChoice) throws -> [RegretSample] {
        let study = RegretStudy(seed: 1, choice: choice)
        return try (0..<lists).map { number in
          progress.show("\(fault.rawValue): list \(number + 1) of \(lists)")
          return try study.sample(number, fault)
        }
      }
      let plain = try samples(.given)
      let chosen = try samples(.chosen)
      let best = try samples(.best)
      let sorted = plain.map(\.regret).sorted()
      var row = [
        fault.rawValue, String(lists), decimal(sums(plain), 3), decimal(mean(plain), 3),
        decimal(sorted[(lists * 95 - 1) / 100], 3), decimal(sorted[lists - 1], 2),
        decimal(sums(chosen), 3), decimal(mean(chosen), 3), decimal(sums(best), 3),
        String(plain.filter(\.isProven).count),
      ]
      for blocks in 1...3 {
        let times = Durations(plain.filter { $0.blocks == blocks }.map(\.time))
        row += [String(times.p50 / 1000), String(times.p99 / 1000)]
      }
      table.add(row)
      if fault == .urgent { released = [late(plain), late(chosen), late(best)] }
    }
    table.show()
    print(
      """
      Read: rounds of 10 to 60 stops on 8 to 20 aisles and 1 to 3 blocks. sums: all walks with their \
      fault over all walks that knew it; mean: of the ratios; at most 1.05 is wanted. chosen: of \
      equally short rounds the one that bears surprises best is walked; best: the one that, the fault \
      known, turns out best: choosing a round brings no more. Times are those of planning anew, of \
      the processor; at most 1000 us is wanted. Where hindsight, too, may pick the lines of an urgent \
      order only once they are there: given, chosen, best round \
      \(released.map { decimal($0, 3) }.joined(separator: ", ")).
      """)
  }

  private func sums(_ samples: [RegretSample]) -> Double {
    Double(samples.reduce(0) { $0 + $1.walked }) / Double(samples.reduce(0) { $0 + $1.hindsight })
  }

  private func mean(_ samples: [RegretSample]) -> Double {
    samples.reduce(0) { $0 + $1.regret } / Double(samples.count)
  }

  private func late(_ samples: [RegretSample]) -> Double {
    Double(samples.reduce(0) { $0 + $1.walked })
      / Double(samples.reduce(0) { $0 + ($1.released ?? $1.hindsight) })
  }
}
