public import Flows

/// A recording gone through step by step: what was seen, what was done, what it cost, and what an
/// expert would have done there.
public struct Review {
  /// One step: an act, or letters typed and sent.
  public struct Step: Hashable, Codable, Sendable {
    /// The acts of the recording before it.
    public var index: Int
    /// Milliseconds since the person began.
    public var at: Int64
    /// Where the person stood.
    public var place: Text
    /// The title of the screen.
    public var title: Text
    /// What was done.
    public var did: Text
    /// What an expert does there; nil where it is the same, or nobody knows.
    public var right: Text?
    /// What it cost, in words; empty when nothing.
    public var cost: [Text]
    /// What is wrong there that the system does not know, with what to do about it.
    public var traps: [Trap]

    /// Whether there is something to say about it.
    public var isTold: Bool { !cost.isEmpty || !traps.isEmpty }
  }

  /// A fault where somebody stands.
  public struct Trap: Hashable, Codable, Sendable {
    /// Its kind.
    public var kind: FaultKind
    /// What it does to the world.
    public var effect: Text
    /// What to do about it.
    public var answer: Text
    /// Whether it was answered rightly in the end.
    public var isAnswered: Bool
  }

  /// A screen with the world beside it, before a step.
  public struct Sight: Hashable, Sendable {
    /// The handheld.
    public var screen: Screen
    /// What is typed into it.
    public var entry: Entry
    /// The world.
    public var view: WorldView
  }

  /// The drill.
  public let drill: Drill
  /// The recording.
  public let recording: Recording
  /// The steps in their order.
  public private(set) var steps: [Step] = []
  /// What was seen before each step, and after the last.
  public private(set) var sights: [Sight] = []
  /// The score.
  public let card: ScoreCard

  /// Goes through a recording of a drill.
  public init(_ drill: Drill, _ recording: Recording) throws {
    self.drill = drill
    self.recording = recording
    let floor = try DrillFloor(drill)
    var expert = ScriptedPerson(habit: .expert, job: drill.job, seed: drill.seed)
    var seen: Set<Int> = []
    var next = 0
    while next < recording.acts.count {
      let range = Self.range(from: next, of: recording.acts, on: floor.screen)
      next = range.upperBound
      let sight = Sight(
        screen: floor.screen, entry: floor.conversation.entry, view: floor.view)
      let advice = expert.advise(on: sight.screen, seeing: sight.view)
      let before = floor.tally
      let fired = floor.state.hasFired
      for line in recording.acts[range] { try floor.perform(line.act, at: line.at) }
      let act = Self.act(recording.acts[range].map(\.act))
      expert.follow(act, sight.view)
      let isSame = advice.map { Self.isSame($0, act, sight.view) } ?? true
      steps.append(
        Step(
          index: range.lowerBound, at: recording.acts[range].last?.at ?? 0,
          place: sight.view.place, title: sight.screen.title,
          did: Self.words(act, sight.view),
          right: isSame ? nil : advice.map { Self.words($0, sight.view) },
          cost: floor.tally.cost(since: before),
          traps: Self.traps(drill, sight, floor, fired, &seen)))
      sights.append(sight)
    }
    sights.append(
      Sight(screen: floor.screen, entry: floor.conversation.entry, view: floor.view))
    card = try floor.score()
    for index in steps.indices {
      for trap in steps[index].traps.indices {
        let kind = steps[index].traps[trap].kind.rawValue
        steps[index].traps[trap].isAnswered = !card.missed.contains(kind)
      }
    }
  }

  /// Acts that belong together: letters and the Enter behind them; a digit that chooses is one act.
  private static func range(
    from first: Int, of acts: [Recording.Line], on screen: Screen
  ) -> Range<Int> {
    if case .choose = screen.prompt { return first..<(first + 1) }
    var last = first
    while last < acts.count, case .key(let key) = acts[last].act, key.isTyping { last += 1 }
    guard last > first else { return first..<(first + 1) }
    let isSent = last < acts.count && acts[last].act == .key(.enter)
    return first..<(isSent ? last + 1 : last)
  }

  /// Several acts as the one they are.
  private static func act(_ acts: [Act]) -> Act {
    guard acts.count > 1 else { return acts.first ?? .leave }
    var typed = ""
    for case .key(let key) in acts {
      if case .character(let character) = key { typed.append(character) }
      if key == .backspace || key == .delete { typed = String(typed.dropLast()) }
    }
    return .type(typed)
  }

  private static func isSame(_ advice: Act, _ act: Act, _ view: WorldView) -> Bool {
    if advice == act { return true }
    // A trigger at a thing and its code from paper are the same; so are a digit and the choice.
    if case .scan(let id) = advice, case .code(let code) = act {
      return view.thing(id)?.code == code
    }
    if case .go = advice, case .go = act { return advice == act }
    if case .key(.character(let digit)) = advice, case .type(let text) = act {
      return text == String(digit)
    }
    return false
  }

  /// Faults that come into sight, or have just happened.
  private static func traps(
    _ drill: Drill, _ sight: Sight, _ floor: DrillFloor, _ fired: Set<Int>, _ seen: inout Set<Int>
  ) -> [Trap] {
    let new = floor.state.hasFired.subtracting(fired)
    return drill.faults.indices.filter { index in
      let isHere = sight.view.bin != nil && drill.faults[index].bin == sight.view.bin
      return (isHere || new.contains(index)) && seen.insert(index).inserted
    }.map { index in
      let kind = drill.faults[index].kind
      return Trap(kind: kind, effect: kind.effect, answer: kind.answer, isAnswered: true)
    }
  }
}

extension Key {
  fileprivate var isTyping: Bool {
    switch self {
    case .character, .backspace, .delete: true
    case .function, .enter, .escape, .tab, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .control:
      false
    }
  }
}
