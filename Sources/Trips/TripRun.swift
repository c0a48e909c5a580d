import Flows
import Labels
import Station
import Storage
import Terminal
import Warehouse

/// One trip being played.
struct TripRun {
  /// Why a step failed.
  struct Failed: Error {
    var sentence: String
    /// The screen to show in place of the present one.
    var frame: Frame?

    init(_ sentence: String, frame: Frame? = nil) {
      self.sentence = sentence
      self.frame = frame
    }
  }

  let stage: any Stage
  let runner: TripRunner
  private let trip: Trip
  private let kills: Bool
  private var result: TripResult
  private(set) var person = "first"
  private var size = Size(columns: 20, rows: 16)
  private var language = Language.zh
  private var lit: Set<String> = []
  private var heard: [String: Heard] = [:]
  /// The printers this trip emulates.
  var emulated: [Code<LabelPrinter>: PrinterEmulator] = [:]
  /// The scales this trip emulates.
  var scales: [Code<Workstation>: ScaleEmulator] = [:]

  init(_ trip: Trip, on stage: any Stage, by runner: TripRunner, kills: Bool) {
    self.trip = trip
    self.stage = stage
    self.runner = runner
    self.kills = kills
    result = TripResult(trip: trip.name)
  }

  mutating func play() -> TripResult {
    defer {
      for printer in emulated.values { printer.stop() }
      for scale in scales.values { scale.stop() }
    }
    for step in trip.steps {
      do {
        try play(step)
      } catch {
        return failed(step, error)
      }
    }
    if let last = trip.steps.last {
      do {
        try check()
      } catch {
        return failed(
          Trip.Step(line: last.line, verb: .check, text: "check at the end"), error)
      }
    }
    return result
  }

  private mutating func failed(_ step: Trip.Step, _ error: any Error) -> TripResult {
    let failed = error as? Failed ?? Failed("\(error)")
    let frame = failed.frame ?? (lit.contains(person) ? try? stage.frame(of: person) : nil)
    result.failure = TripFailure(
      file: trip.name, line: step.line, step: step.text, sentence: failed.sentence,
      person: person, screen: frame?.framed ?? "")
    return result
  }

  private mutating func play(_ step: Trip.Step) throws {
    switch step.verb {
    case .at(let size, let language):
      self.size = size
      self.language = language
      if lit.contains(person) { try stage.powerOn(person, size, language) }
    case .person(let name): person = name
    case .signIn(let badge, let codes):
      try welcome(.scan([badge]), "the badge", step)
      for code in codes { try welcome(.scan([code]), code, step) }
      try give(.key(.enter), step)
    case .open(let job): try open(job, step)
    case .scan(let codes): try give(.scan(codes), step)
    case .key(let key): try give(.key(key), step)
    case .type(let text): try give(.type(text), step)
    case .see(let text): try see(text)
    case .seeNot(let text):
      if try frame().shows(text) { throw Failed("expected not to be seen, but it is") }
    case .hear(let expected): try hear(expected)
    case .stock(let holder, let sku, let quantity): try stock(holder, sku, quantity)
    case .order(let number, let state): try order(number, state)
    case .parcel(let order, let state): try parcel(order, state)
    case .labels(let printer, let count): try labels(printer, count)
    case .printer(let printer, let condition):
      if let emulated = emulated[printer] {
        Self.apply(condition, to: emulated)
      } else {
        try SpoolFolder(of: printer, on: stage).set(condition)
      }
    case .emulate(let printer, let format): try emulate(printer, format)
    case .scale(let bench, let grams): try put(grams, on: Code(bench))
    case .scaleIs(let bench, let condition): try scale(Code(bench), is: condition)
    case .bench(let text): try ask(text)
    case .clock(let minutes): try setClock(minutes)
    case .wait(let milliseconds):
      try stage.advance(to: stage.now.adding(milliseconds: milliseconds))
    case .desk(let action): try desk(action)
    case .bring(let kind, let path):
      guard let brings = runner.brings else { throw Failed("no files can be brought in here") }
      try brings(kind, path, stage)
    case .check: try check()
    case .kill: try comeBack(after: stage.kill, "kill", step)
    case .hangUp: try comeBack(after: stage.hangUp, "hang-up", step)
    }
  }

  // MARK: - Gestures

  private mutating func light() throws {
    guard lit.insert(person).inserted else { return }
    try stage.powerOn(person, size, language)
  }

  mutating func frame() throws -> Frame {
    try light()
    return try stage.frame(of: person)
  }

  private mutating func give(_ gesture: Gesture, _ step: Trip.Step) throws {
    try light()
    runner.paces?()
    heard[person] = try stage.give(gesture, to: person)
    result.gestures += 1
    if let shows = runner.shows { shows(step, person, try stage.frame(of: person)) }
    guard kills, try session() != nil else { return }
    try comeBack(after: stage.kill, "kill after this input", step)
  }

  /// A gesture that must not be refused.
  private mutating func welcome(_ gesture: Gesture, _ what: String, _ step: Trip.Step) throws {
    try give(gesture, step)
    if heard[person] == .bad { throw Failed("expected \(what) to be taken, it was refused") }
  }

  private mutating func open(_ job: Job, _ step: Trip.Step) throws {
    if try !choose(job.label, step) {
      // Perhaps it stands on the second page.
      guard try choose(Text(zh: "更多", en: "More"), step), try choose(job.label, step) else {
        throw Failed("expected a menu with \(job.label.zh) or \(job.label.en)")
      }
    }
  }

  /// Presses the digit before a word of the menu; whether there is one.
  private mutating func choose(_ label: Text, _ step: Trip.Step) throws -> Bool {
    let frame = try frame()
    let digit = (1...9).first { digit in
      [label.zh, label.en].contains { frame.shows("\(digit) \($0)") }
    }
    guard let digit else { return false }
    try give(.key(.character(Character(String(digit)))), step)
    return true
  }

  /// Takes the handheld or its terminal away; it must come back at the exact step.
  private mutating func comeBack(
    after event: (String) throws -> Void, _ what: String, _ step: Trip.Step
  ) throws {
    let before = try frame()
    let atWork = try session() != nil
    guard !atWork || before.size.rows >= ResumedFrame.fewestRows else {
      throw Failed(
        "\(what): expected a glass of \(ResumedFrame.fewestRows) rows or more, it has "
          + "\(before.size.rows)")
    }
    try restPrinters()
    try event(person)
    let after = try stage.frame(of: person)
    runner.shows?(step, person, after)
    guard atWork else { return }
    if let row = ResumedFrame(before: before, after: after).difference {
      throw Failed(
        "\(what): expected row \(row + 1) to come back as '\(before.lines[row])', "
          + "it is '\(after.lines[row])'; before it was\n\(before.framed)\nand now", frame: after)
    }
    result.kills += 1
  }

  private func session() throws -> Session? {
    let person = person
    return try stage.store.read { facts in
      try facts.sessions().first { $0.device.rawValue == person }
    }
  }

  // MARK: - What is seen and heard

  private mutating func see(_ text: String) throws {
    try light()
    try eventually {
      try stage.frame(of: person).shows(text) ? nil : "expected to be seen, but it is not"
    }
  }

  private func hear(_ expected: Heard) throws {
    let heard = heard[person] ?? .nothing
    let wanted = expected == .good && !stage.hearsGood ? .nothing : expected
    guard heard == wanted else {
      throw Failed("expected to hear \(wanted.rawValue), heard \(heard.rawValue)")
    }
  }

  /// Tries until nothing is wrong any more, as long as the stage has patience.
  func eventually(_ wrong: () throws -> String?) throws {
    let beat = 20
    var waited = 0
    while let sentence = try wrong() {
      guard waited < stage.patience else { throw Failed(sentence) }
      stage.rest(milliseconds: beat)
      waited += beat
    }
  }
}
