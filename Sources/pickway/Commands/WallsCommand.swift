import ArgumentParser
import Station
import Storage
import Warehouse

/// Put walls.
struct WallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walls", abstract: "Add, list and remove put walls.",
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add or change a put wall.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The wall's code; slot 7 of PW1 is labelled PW1-07.") var code: String
    @Option(help: "How many slots it has.") var slots: Int

    func run() throws {
      try store.open().carryOut(.add(.wall(PutWall(code: Code(code), slots: slots))))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List put walls and how many slots orders have.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var wall: String
      var slots: Int
      var taken: Int
    }

    func run() throws {
      let rows = try store.open().read { facts in
        try facts.walls().map { wall in
          Row(
            wall: wall.code.rawValue, slots: wall.slots, taken: try facts.taken(of: wall.code).count
          )
        }
      }
      try listing.print(
        rows,
        columns: [
          ("WALL", \.wall), ("SLOTS", { String($0.slots) }), ("TAKEN", { String($0.taken) }),
        ], empty: "no put walls")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a put wall nobody uses.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The wall's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.wall(Code(code)))) }
  }
}
