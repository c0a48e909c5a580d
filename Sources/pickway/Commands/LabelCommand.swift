import ArgumentParser
import Station
import Storage
import Warehouse

/// Labels: templates and what they make of data; what is queued, printing it, printing it once more.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Render labels from templates; list print jobs, print what is due, print once more.",
    discussion: "Docs/Labels.md has the templates.",
    subcommands: [Render.self, Templates.self, List.self, Print.self, Reprint.self],
    aliases: ["labels"])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List print jobs by state.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "At most this many a state.") var limit = 1000

    func run() throws {
      try listing.print(
        store.open().read { facts in
          try PrintJob.State.allCases.flatMap { try facts.printJobs(in: $0, limit: limit) }
        },
        columns: [
          ("JOB", \.code.rawValue), ("PARCEL", \.parcel.rawValue), ("PRINTER", \.printer.rawValue),
          ("STATE", \.state.rawValue), ("ATTEMPTS", { String($0.attempts) }),
          ("EVIDENCE", { $0.evidence?.rawValue ?? "" }), ("REASON", \.reason),
          ("TROUBLE", \.trouble),
        ], empty: "no print jobs")
    }
  }

  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what is due now; a console does so by itself.")

    @OptionGroup var store: StoreOption

    func run() throws {
      let opened = try store.open()
      let printed = try PrintWorker(
        store: opened, claimant: "labels-\(Machine.seed())", folder: store.folder,
        now: Machine.now
      ).work()
      let failed = try opened.read { try $0.printJobs(in: .failed, limit: 1) }.first
      Swift.print("\(printed) printed")
      if let failed { throw Failure(.unavailable, "\(failed.code): \(failed.trouble)") }
    }
  }

  struct Reprint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Queue a parcel's label once more; it will be marked as a reprint.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The parcel or its waybill number.") var parcel: String
    @Option(help: "Why.") var reason: String

    func run() throws {
      let opened = try store.open()
      let code = try opened.read { try $0.parcel(waybill: parcel)?.code } ?? Code(parcel)
      try opened.carryOut(.reprint(parcel: code, reason: reason))
    }
  }
}
