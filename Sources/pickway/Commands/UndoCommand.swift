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
    guard let entry = try opened.entries(after: line - 1, limit: 1).first, entry.number == line
    else {
      throw Failure(
        .data, "line \(line): expected a line of the journal, 1 to \(try opened.head())")
    }
    guard let told = JournalledCommand(entry), case .lever(let pulled, _) = told.command,
      case .done(let receipt) = told.outcome
    else {
      let name = JournalledCommand.name(in: entry)
      throw Failure(
        .data, "line \(line): expected a lever, found \(name.isEmpty ? entry.kind : "\(name)")")
    }
    guard case .levered(undo: let back?) = receipt else {
      throw Failure(.data, "line \(line): \(pulled.words) has no way back")
    }
    do {
      try opened.carryOut(.lever(back, reason: LeverOption.signed(desk.reason ?? "undo")))
    } catch let failure as Failure {
      throw Failure(failure.status, "line \(line): \(failure.sentence); nothing changed")
    }
    print("taken back: \(pulled.words)")
  }
}
