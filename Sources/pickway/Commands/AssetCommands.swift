import ArgumentParser
import Foundation
import Glibc
import Labels
import Station
import Storage
import Warehouse

/// People.
struct OperatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operators", abstract: "Add, list and remove people.",
    subcommands: [Add.self, List.self, Remove.self, SignOff.self])

  struct SignOff: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign-off",
      abstract: "End the session of somebody who left; the list in hand is free for others.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The badge's code.") var badge: String

    var lever: Lever { .signOff(Code(badge)) }
    var done: String { "\(badge) is signed off" }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add or change a person: of a known badge only what is given.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The badge's code.") var badge: String
    @Option(help: "The name in Chinese.") var zh = ""
    @Option(help: "The name in English.") var en = ""
    @Option(help: "picker (when absent), packer, supervisor; may be given several times.")
    var role: [String] = []
    @Option(help: "A zone whose lists are given; may be given several times. all: every zone.")
    var zone: [String] = []
    @Option(
      help: "A way of picking that is learned; may be given several times. all: every way.")
    var skill: [String] = []
    @Flag(
      inversion: .prefixedNo,
      help: "Ask for a PIN on the terminal, or read it from standard input; or take it away.")
    var pin: Bool?

    func run() throws {
      let roles = try role.map { name in
        guard let role = Role(rawValue: name) else {
          throw Failure(.usage, "--role \(name): expected picker, packer or supervisor")
        }
        return role
      }
      let skills = try skill.filter { $0 != Self.all }.map { name in
        guard let way = PickingWay(rawValue: name) else {
          throw Failure(
            .usage, "--skill \(name): expected discrete, cluster, batch, zone, bulk or all")
        }
        return way
      }
      let opened = try store.open()
      let known = try opened.read { try $0.person(Code(badge)) }
      guard known != nil || !(zh.isEmpty && en.isEmpty) else {
        throw Failure(.usage, "\(badge): expected a name, --zh or --en")
      }
      var person =
        known ?? Operator(badge: Code(badge), name: Name(zh: "", en: ""), roles: [.picker])
      if !zh.isEmpty { person.name.zh = zh }
      if !en.isEmpty { person.name.en = en }
      if !roles.isEmpty { person.roles = Set(roles) }
      if !zone.isEmpty { person.zones = zone.filter { $0 != Self.all }.map { Code($0) } }
      if !skill.isEmpty { person.skills = Set(skills) }
      if let pin { person.pin = try pin ? hashed() : "" }
      try opened.carryOut(.add(.person(person)))
      print("\(badge): \(known == nil ? "added" : "changed")")
    }

    private static let all = "all"

    private func hashed() throws -> String {
      guard let secret = secret(), secret.count >= 4 else {
        throw Failure(.data, "\(badge): expected a PIN of 4 characters or more")
      }
      guard let hash = PIN.hash(secret) else {
        throw Failure(.unavailable, "libcrypt cannot hash a PIN here")
      }
      return hash
    }

    /// Never an argument: other people on the machine can read those.
    private func secret() -> String? {
      guard isatty(0) == 1 else { return readLine() }
      guard let typed = getpass("PIN: ") else { return nil }
      return String(cString: typed)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List people.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var badge: String
      var zh: String
      var en: String
      var roles: [String]
      var pin: Bool
      var trained: [String]
    }

    func run() throws {
      let rows = try store.open().read { facts in
        try facts.people().map { person in
          Row(
            badge: person.badge.rawValue, zh: person.name.zh, en: person.name.en,
            roles: person.roles.sorted().map(\.rawValue), pin: !person.pin.isEmpty,
            trained: try facts.standing(of: person.badge)?.trainings?.map(\.rawValue) ?? [])
        }
      }
      try listing.print(
        rows,
        columns: [
          ("BADGE", \.badge), ("NAME", { "\($0.zh) \($0.en)" }),
          ("ROLES", { $0.roles.joined(separator: ",") }), ("PIN", { $0.pin ? "yes" : "no" }),
          ("TRAINED", { $0.trained.joined(separator: ",") }),
        ], empty: "no people")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a person.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The badge's code.") var badge: String

    func run() throws { try store.open().carryOut(.remove(.person(Code(badge)))) }
  }
}

/// Carts.
struct CartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carts", abstract: "Add, list and remove carts.",
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add or change a cart.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The cart's code.") var code: String
    @Option(help: "How many totes it takes.") var slots: Int

    func run() throws {
      try store.open().carryOut(.add(.cart(Cart(code: Code(code), slots: slots))))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List carts.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    func run() throws {
      try listing.print(
        store.open().read { try $0.carts() },
        columns: [("CART", \.code.rawValue), ("SLOTS", { String($0.slots) })], empty: "no carts")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a cart.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The cart's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.cart(Code(code)))) }
  }
}

/// Totes.
struct TotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totes", abstract: "Add, list and remove totes.",
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add totes.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The totes' codes.") var codes: [String]

    func run() throws {
      let opened = try store.open()
      for code in codes { try opened.carryOut(.add(.tote(Code(code)))) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List totes and their orders.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    func run() throws {
      try listing.print(
        store.open().read { try $0.totes() },
        columns: [
          ("TOTE", \.code.rawValue), ("ORDER", { $0.order?.rawValue ?? $0.list?.rawValue ?? "" }),
        ],
        empty: "no totes")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a free, empty tote.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The tote's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.tote(Code(code)))) }
  }
}

/// Label printers.
struct PrintersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "printers", abstract: "Add, list and remove label printers.",
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add or change a printer.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The printer's code.") var code: String
    @Option(help: "spool:FOLDER, tcp:HOST[:PORT] or ipp://HOST[:PORT]/QUEUE.") var address: String
    @Option(help: "zpl, tspl, pdf or png.") var format = "zpl"

    func run() throws {
      guard LabelFormat(rawValue: format) != nil else {
        let all = LabelFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "--format \(format): expected one of \(all)")
      }
      do {
        try PrintWorker.check(address: address, in: store.folder)
      } catch let error as PrinterError {
        throw Failure(.usage, error.description)
      }
      try store.open().carryOut(
        .add(.printer(LabelPrinter(code: Code(code), address: address, format: format))))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List printers.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    func run() throws {
      try listing.print(
        store.open().read { try $0.printers() },
        columns: [("PRINTER", \.code.rawValue), ("ADDRESS", \.address), ("FORMAT", \.format)],
        empty: "no printers")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a printer.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The printer's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.printer(Code(code)))) }
  }
}

/// Kinds of cartons.
struct CartonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cartons", abstract: "Add, list and remove kinds of cartons; propose one.",
    subcommands: [Add.self, List.self, Remove.self, ProposeCarton.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add or change a kind of carton.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The carton's code.") var code: String
    @Option(help: "Inside length in millimetres.") var length: Int
    @Option(help: "Inside width in millimetres.") var width: Int
    @Option(help: "Inside height in millimetres.") var height: Int
    @Option(help: "Its own weight in grams.") var grams: Int
    @Option(help: "The most grams of goods it carries; no limit when absent.") var mostGrams: Int?

    func run() throws {
      guard min(length, width, height) > 0, grams >= 0, mostGrams ?? 1 > 0 else {
        throw Failure(.usage, "\(code): expected lengths from 1 mm up and a weight from 0 g up")
      }
      try store.open().carryOut(
        .add(
          .carton(
            CartonType(
              code: Code(code),
              inside: Dimensions(length: length, width: width, height: height), grams: grams,
              mostGrams: mostGrams))))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List kinds of cartons.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    func run() throws {
      try listing.print(
        store.open().read { try $0.cartons() },
        columns: [
          ("CARTON", \.code.rawValue), ("LENGTH", { String($0.inside.length) }),
          ("WIDTH", { String($0.inside.width) }), ("HEIGHT", { String($0.inside.height) }),
          ("GRAMS", { String($0.grams) }),
          ("CARRIES", { $0.mostGrams.map { "\($0) g" } ?? "-" }),
        ], empty: "no cartons")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a kind of carton.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The carton's code.") var code: String

    func run() throws { try store.open().carryOut(.remove(.carton(Code(code)))) }
  }
}
