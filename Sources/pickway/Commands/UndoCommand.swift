import ArgumentParser
import Storage
import Warehouse

/// Takes a lever back that the floor has not acted on.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a lever back while the floor has not acted on it.",
    discussion: """
      The commands that pull levers say how they are taken back; where it is by this one, they name \
      the lever's line of the journal. It works for every lever of the journal that has a way back.
      """)

  @OptionGroup var desk: LeverOption
  @Argument(help: "The lever's line of the journal.") var line: Int

  func run() throws {
    let opened = try desk.store.open()
    guard let entry = try opened.entries(after: line - 1, limit: 1).first, entry.number == line,
      let told = JournalledCommand(entry), case .lever = told.command,
      case .done(.levered(undo: let lever?)) = told.outcome
    else { throw Failure(.data, "line \(line): expected a lever that can be taken back") }
    try opened.carryOut(.lever(lever, reason: LeverOption.signed(desk.reason ?? "undo")))
    print("taken back")
  }
}
