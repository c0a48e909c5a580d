import Storage

/// A picker at the real program on a pseudo-terminal, scanning as a wedge scanner types.
final class PtyPicker {
  /// What was done and what it brought.
  struct Done {
    var wanted: Wanted
    var step: ConsoleRun.Step
  }

  let console: ConsoleRun
  private let store: SQLiteStore
  private var script = PickScript(person: 1)

  init(_ program: String, store path: String, device: String, term: String) throws {
    store = try SQLiteStore.open(at: path)
    console = try ConsoleRun(program, store: path, device: device, term: term)
  }

  /// Pick lines done.
  var picks: Int { script.picks }

  /// Does what the screen asks for; nil when there is nothing left to pick.
  func next() throws -> Done? {
    let wanted = try console.wanted()
    guard let act = try script.act(on: wanted, in: store) else { return nil }
    return Done(wanted: wanted, step: console.send(act.bytes))
  }
}
