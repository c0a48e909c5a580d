import ArgumentParser
import Foundation
import Station
import Storage
import Warehouse

/// What is to be told to platforms and customers.
struct OutboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "List, show, deliver and retry what platforms and customers are told.",
    subcommands: [List.self, Show.self, Deliver.self, Retry.self])

  struct Row: Encodable {
    var key: String
    var kind: String
    var order: String
    var parcel: String
    var channel: String
    var carrier: String
    var waybill: String
    var state: String
    var attempts: Int
    var due: String
    var claimant: String
    var lease: String
    var trouble: String

    init(_ message: OutboxMessage, utcOffset: Int) {
      func time(_ moment: Timestamp) -> String {
        "\(moment.day(utcOffset: utcOffset)) \(moment.clock(utcOffset: utcOffset))"
      }
      key = message.key
      kind = message.kind.rawValue
      order = message.order.rawValue
      parcel = message.parcel.rawValue
      channel = message.channel
      carrier = message.carrier.rawValue
      waybill = message.waybill
      state = message.state.rawValue
      attempts = message.attempts
      due = time(message.due)
      claimant = message.claimant
      lease = message.lease.map(time) ?? ""
      trouble = message.trouble
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List messages by state.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only those in this state: queued, sent, refused or givenUp.")
    var state: String?
    @Option(help: "At most this many a state.") var limit = 1000

    func run() throws {
      var states = OutboxMessage.State.allCases
      if let state {
        guard let one = OutboxMessage.State(rawValue: state) else {
          let all = states.map(\.rawValue).joined(separator: ", ")
          throw Failure(.usage, "--state \(state): expected one of \(all)")
        }
        states = [one]
      }
      let rows = try store.open().read { facts in
        let offset = try facts.site()?.utcOffset ?? 0
        return try states.flatMap { try facts.messages(in: $0, limit: limit) }
          .map { Row($0, utcOffset: offset) }
      }
      try listing.print(
        rows,
        columns: [
          ("KEY", \.key), ("CHANNEL", \.channel), ("WAYBILL", \.waybill), ("STATE", \.state),
          ("TRIES", { String($0.attempts) }), ("DUE", \.due), ("TROUBLE", \.trouble),
        ], empty: "no messages")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a message.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "The message's key, such as tracking:O-1001-1.") var key: String

    func run() throws {
      let row = try store.open().read { facts in
        guard let message = try facts.message(key) else {
          throw Failure(.data, "no message \(key)")
        }
        return Row(message, utcOffset: try facts.site()?.utcOffset ?? 0)
      }
      if listing.json {
        print(try jsonText(row))
        return
      }
      for (name, value) in [
        ("key", row.key), ("order", row.order), ("parcel", row.parcel), ("channel", row.channel),
        ("carrier", row.carrier), ("waybill", row.waybill), ("state", row.state),
        ("attempts", String(row.attempts)), ("due", row.due), ("claimant", row.claimant),
        ("lease", row.lease), ("trouble", row.trouble),
      ] where !value.isEmpty {
        print(name.padding(toLength: 10, withPad: " ", startingAt: 0) + value)
      }
    }
  }

  struct Deliver: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Deliver what is due now into a folder, a JSON file a message.",
      discussion: """
        The same message never comes twice, whoever takes the files away and whatever is killed \
        in between. Docs/Shipping.md has the files.
        """)

    @OptionGroup var store: StoreOption
    @Option(help: "The folder; made when its parent is there.") var to: String
    @Option(help: "At most this many messages.") var limit = Int.max
    @Option(help: "Seconds until another process may finish what this one left.") var lease = 60

    func run() throws {
      guard (0...86_400).contains(lease) else {
        throw Failure(.usage, "--lease \(lease): expected 0 to 86400 seconds")
      }
      let opened = try store.open()
      let adapter: FolderAdapter
      do {
        adapter = try FolderAdapter(folder: to)
      } catch let trouble as FolderTrouble {
        throw Failure(.cannotCreate, trouble.description)
      }
      let tally = try OutboxWorker(
        store: opened, adapter: adapter, claimant: "outbox-\(Machine.seed())",
        lease: Int64(lease) * 1000, now: Machine.now
      ).work(limit: limit)
      print(
        "\(tally.sent) sent, \(tally.refused) refused, \(tally.failed) to be tried again, "
          + "\(tally.givenUp) given up")
      guard tally.failed + tally.givenUp == 0 else {
        throw Failure(.temporary, "\(tally.failed + tally.givenUp) message(s) not delivered")
      }
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Have messages tried again now: those named, or all refused and given up.")

    @OptionGroup var store: StoreOption
    @Argument(help: "Keys of messages.") var keys: [String] = []
    @Flag(help: "All that were refused or given up.") var all = false

    func run() throws {
      guard all != !keys.isEmpty else { throw Failure(.usage, "expected KEY... or --all") }
      let opened = try store.open()
      let wanted =
        try all
        ? opened.read { facts in
          try [OutboxMessage.State.refused, .givenUp].flatMap {
            try facts.messages(in: $0, limit: .max)
          }.map(\.key)
        } : keys
      for key in wanted { try opened.carryOut(.retryMessage(key: key)) }
      print("\(wanted.count) message(s) will be tried again")
    }
  }
}
