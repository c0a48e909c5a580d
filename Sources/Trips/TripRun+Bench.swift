import Exchange
import Flows
import Station
import Storage
import Warehouse

/// What benches ask for in a trip, and their scales.
extension TripRun {
  /// The benches ask for what a line of YAML says; scales the trip emulates stay.
  func ask(_ text: String) throws {
    var rules: BenchRules
    do {
      rules = try BenchRulesReader.read(text, name: "bench")
    } catch {
      throw Failed(error.description)
    }
    if rules.scales.isEmpty { rules.scales = try stage.store.read { try $0.benchRules().scales } }
    try adopt(rules)
  }

  mutating func put(_ grams: Int, on bench: Code<Workstation>) throws {
    if let own = stage.scales {
      try begin(bench, at: "tcp:127.0.0.1:1")
      own.put(grams, on: bench)
      return try stage.follow()
    }
    let scale = try emulator(of: bench)
    scale.apply(.power(true))
    // What is put on is another load than what was there: the pan is empty in between.
    scale.apply(.weight(0))
    stage.rest(milliseconds: 700)
    scale.apply(.weight(grams))
  }

  mutating func scale(_ bench: Code<Workstation>, is condition: ScaleCondition) throws {
    if let own = stage.scales {
      try begin(bench, at: "tcp:127.0.0.1:1")
      own.set(Self.view(condition), on: bench)
      return try stage.follow()
    }
    let scale = try emulator(of: bench)
    scale.apply(.power(true))
    scale.apply(.weight(0))
    switch condition {
    case .mended: break
    case .off: scale.apply(.power(false))
    case .silent: scale.apply(.silent(true))
    case .unstable: scale.apply(.drift(40))
    case .overload: scale.apply(.overload(true))
    case .negative: scale.apply(.weight(-120))
    case .pounds: scale.apply(.pounds(true))
    }
  }

  private static func view(_ condition: ScaleCondition) -> ScaleView {
    switch condition {
    case .mended: .empty
    case .off: .fault(.unplugged)
    case .silent: .fault(.silent)
    case .unstable: .fault(.unstable)
    case .overload: .fault(.overload)
    case .negative: .fault(.negative)
    case .pounds: .fault(.unit)
    }
  }

  private mutating func emulator(of bench: Code<Workstation>) throws -> ScaleEmulator {
    if let scale = scales[bench] { return scale }
    let scale = try ScaleEmulator(interval: 50)
    scales[bench] = scale
    try begin(bench, at: "tcp:127.0.0.1:\(scale.port)")
    return scale
  }

  /// A bench has a scale from here on.
  private func begin(_ bench: Code<Workstation>, at address: String) throws {
    guard try stage.store.read({ try $0.workstation(bench) }) != nil else {
      throw Failed("there is no bench \(bench)")
    }
    var rules = try stage.store.read { try $0.benchRules() }
    guard rules.scale(of: bench) == nil || scales[bench] != nil else { return }
    guard rules.scale(of: bench) != address else { return }
    rules.scales.removeAll { $0.bench == bench }
    rules.scales.append(BenchScale(bench: bench, address: address))
    try adopt(rules)
  }

  private func adopt(_ rules: BenchRules) throws {
    let outcome = try stage.store.commit(
      Commit(id: stage.seed(), command: .adoptBenchRules(rules), at: stage.now))
    if case .refused(let refusal) = outcome { throw StageTrouble(refusal.sentence) }
  }
}
