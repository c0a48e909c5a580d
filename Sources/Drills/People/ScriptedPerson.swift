public import Flows
import Simulation
import Warehouse

/// A person who sees the screen and what lies in front of them, and nothing else: an expert, or a
/// novice with one habit.
public struct ScriptedPerson: Sendable {
  let habit: Habit
  let job: Drill.Job
  var random: SeededGenerator
  var memory = Memory()

  /// What a person keeps in mind between two acts.
  struct Memory: Hashable, Sendable {
    var lastThing: WorldView.Thing?
    var lastAct: Act?
    var lastScreen: Screen?
    var lastView: WorldView?
    var repeats = 0
    var wasAtWork = false
    var sawStop = false
    /// Where pieces were just taken from.
    var tookAt: String?
    /// The product whose pieces were taken or counted last.
    var name: Text?
    var counted: Set<String> = []
    var countedBin: String?
    var notesDone = 0
    var wallTotes: Set<String> = []
    var total = 0
    var isSettled = false
    var hasDumped = false
    var wasWrong = false
    var isDeciding = false
    var blind = 0
    var skipped: Set<String> = []
    /// The code that was tried by hand already.
    var tried: String?
  }

  /// Makes a person.
  public init(habit: Habit, job: Drill.Job, seed: UInt64) {
    self.habit = habit
    self.job = job
    random = SeededGenerator(seed: seed, stream: 7)
  }

  var isCareless: Bool { habit == .careless }

  /// What the person does now; nil when the person thinks that everything is done.
  public mutating func act(on screen: Screen, seeing view: WorldView) throws -> Act? {
    if screen == memory.lastScreen, view == memory.lastView {
      memory.repeats += 1
      if memory.repeats > 12 {
        if habit != .expert { return nil }
        throw Stuck(
          "the expert is stuck at: \(screen.title.en), \(screen.prompt.label.en), "
            + "\(screen.message?.lines.map(\.en) ?? []), \(view.things.map(\.id))")
      }
    } else {
      memory.repeats = 0
    }
    let act = decide(screen, view)
    memory.lastScreen = screen
    memory.lastView = view
    memory.lastAct = act
    if case .scan(let id)? = act { memory.lastThing = view.thing(id) }
    return act
  }

  private mutating func decide(_ screen: Screen, _ view: WorldView) -> Act? {
    let title = screen.title.en
    if screen.message?.lines.first?.en == "Order stopped" { memory.sawStop = true }
    if screen.message?.lines.first?.en == "Cannot save; nothing is lost" {
      if isCareless, memory.blind < 2, let thing = view.things.first(where: { $0.code != nil }) {
        memory.blind += 1
        return .scan(thing.id)
      }
      return .key(.enter)
    }
    if isCareless, view.happened != nil, memory.lastAct != .again { return .again }
    if screen.prompt == .scan(SignIn.scanBadge) {
      if memory.wasAtWork, isCareless { return nil }
      memory.wasAtWork = true
      return .scan("badge")
    }
    if screen.prompt == .scan(SignIn.scanEquipment) {
      return view.all(.cart).first.map { .scan($0.id) }
        ?? view.all(.workstation).first.map { .scan($0.id) } ?? .key(.enter)
    }
    if case .wait = screen.prompt { return nil }
    if title == "Sign in" { return .key(.enter) }
    if title.hasPrefix("Menu") { return menu(screen, view) }
    if title == "House work" { return house(screen, view) }
    if title.hasPrefix("Count") { return count(screen, view) }
    if title.hasPrefix("Put back") { return putBack(screen, view) }
    if title.hasPrefix("Replenish") { return replenish(screen, view) }
    if title.hasPrefix("Correct") { return correct(screen, view) }
    if title.hasPrefix("Look up") { return teach(screen, view) }
    if title == "Carrier sort" { return sort(screen, view) }
    if title == "Wave board" { return board(screen, view) }
    if title.hasPrefix("Wave ") { return lever(screen, view) }
    if title.hasPrefix("Exception") { return exception(screen, view) }
    if title.hasPrefix("Seed") { return seed(screen, view) }
    if title.hasPrefix("Pack") || title.hasPrefix("Hot") { return pack(screen, view) }
    return pick(screen, view)
  }

  func isRefused(_ screen: Screen) -> Bool { screen.message?.tone == .bad }

  /// Chooses by the number of a choice.
  func choose(_ id: String, _ screen: Screen) -> Act? {
    guard case .choose(_, let choices) = screen.prompt,
      let index = choices.firstIndex(where: { $0.id == id })
    else { return nil }
    return .key(.character(Character(String(index + 1))))
  }

  private func waiting(_ id: String, _ screen: Screen) -> Int {
    guard case .choose(_, let choices) = screen.prompt else { return 0 }
    return choices.first { $0.id == id }?.trailing.flatMap { Int($0.en) } ?? 0
  }

  private func menu(_ screen: Screen, _ view: WorldView) -> Act? {
    switch job {
    case .picker:
      if waiting("picking", screen) > 0 { return choose("picking", screen) }
      let isOver = memory.notesDone > 0 || isCareless
      return memory.sawStop && !isOver && waiting("house", screen) > 0
        ? choose("house", screen) : nil
    case .sorter: return parcels(view).isEmpty ? nil : choose("sorting", screen)
    case .packer: return totes(view).isEmpty ? nil : choose("packing", screen)
    case .seeder:
      if waiting("seeding", screen) > 0, !unseeded(view).isEmpty || view.all(.benchTote).count > 0 {
        return choose("seeding", screen)
      }
      return waiting("packing", screen) > 0 && !totes(view).isEmpty
        ? choose("packing", screen) : nil
    case .house, .supervisor:
      guard let note = note(view) else { return nil }
      if decision(note) != nil { return choose("board", screen) }
      return note.name.en.hasPrefix("New barcode") ? .key(.function(5)) : choose("house", screen)
    }
  }

  /// Totes at the drop that nobody has looked into in vain.
  func totes(_ view: WorldView) -> [WorldView.Thing] {
    view.all(.dropTote).filter { !memory.skipped.contains($0.code ?? "") }
  }

  func unseeded(_ view: WorldView) -> [WorldView.Thing] {
    totes(view).filter { !memory.wallTotes.contains($0.code ?? "") }
  }

  /// The next note on the desk.
  func note(_ view: WorldView) -> WorldView.Thing? {
    let notes = view.all(.note)
    return notes.indices.contains(memory.notesDone) ? notes[memory.notesDone] : nil
  }
}
