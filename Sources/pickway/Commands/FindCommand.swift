import ArgumentParser
import Flows
import Storage
import Warehouse

/// What a code is and where: the look-up of the handhelds for a desk.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Say what a code stands for: a bin, a product, a serial number and its parcel ...")

  @OptionGroup var store: StoreOption
  @Argument(help: "A code, a GS1 scan in brackets or a Digital Link.") var code: String

  func run() throws {
    let found = try store.open().read { facts in
      try answer(Lookup.question(code), facts)
    }
    guard case .meaning(let meaning) = found else { return }
    if case .nothing = meaning { throw Failure(.data, "\(code): nothing here has this code") }
    for case .fact(let fact) in Lookup(showing: meaning).screen.body {
      print(fact.leading.en + (fact.trailing.map { "  \($0.en)" } ?? ""))
    }
    if case .bin(let bin, _) = meaning { print("check digits  \(bin.digits)") }
  }
}
