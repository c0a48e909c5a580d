import Formats
import Foundation
import Routing

/// Which orders to release: units for each aisle against the best answers known.
struct Waves: Benchmark {
  static let name = "waves"
  static let about = "which orders to release: public problems against the best answers known"
  static let isOnItsOwn = true

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  func run(in scratch: Scratch) throws {
    let folder = options.data + "/waves"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard !files.isEmpty else {
      print("waves left out: no \(folder); PICKWAY_DATA names the folder of public data")
      return
    }
    for limit in options.limits.isEmpty ? [10] : options.limits {
      try show(PublicData.sample(options.sample, of: files.sorted()), limit)
      print()
    }
    print(
      """
      Read: units for each aisle visited; gap: how far below the best known; under: how far below \
      our own bound, 0 where ours is proven the best.
      """)
  }

  private func show(_ files: [String], _ limit: Double) throws {
    let progress = Progress()
    var table = Table(
      "\(decimal(limit, 1)) s", "orders", "aisles", "best known", "ours", "gap %", "bound",
      "under %", "proven", "s", "processor s")
    var (gaps, under) = (Figures(), Figures())
    var (proven, best) = (0, 0)
    for file in files {
      progress.show("waves, \(limit) s: \(file)")
      guard
        let problem = try PublicData(folder: options.data).problems("waves/\(file)")?.first,
        let known = problem.known.value
      else { throw Trouble("\(file): no best answer known") }
      let request = try WaveProblem(json: problem.bytes).request
      let watch = Stopwatch(countsProcessor: options.countsProcessor)
      let outcome = WaveChoiceSolver().solve(request, limit: .seconds(limit)) { watch.elapsed }
      let (wall, processor) = (watch.wall, watch.processor)
      guard case .choice(let choice) = outcome else { throw Trouble("\(file): \(outcome)") }
      if let wrong = choice.violations(of: request).first { throw Trouble("\(file): \(wrong)") }
      guard choice.bound.value > known - 1e-9 else {
        throw Trouble("\(file): bound \(choice.bound), where \(known) is known")
      }
      let short = (1 - choice.ratio.value / known) * 100
      gaps.add(short)
      under.add((1 - choice.ratio.value / choice.bound.value) * 100)
      proven += choice.proven ? 1 : 0
      best += choice.ratio.value > known - 1e-9 ? 1 : 0
      table.add(
        file.replacingOccurrences(of: ".json", with: ""), "\(request.orders.count)",
        "\(request.aisles.count)", decimal(known, 3), decimal(choice.ratio.value, 3),
        decimal(short, 2), decimal(choice.bound.value, 3), decimal(under.all.last ?? 0, 2),
        choice.proven ? "yes" : "no", seconds(wall), seconds(processor))
    }
    table.add(
      "all \(files.count)", "-", "-", "\(best) reached", "-", decimal(gaps.mean, 2), "-",
      decimal(under.mean, 2), "\(proven)", "-", "-")
    table.show()
  }
}
