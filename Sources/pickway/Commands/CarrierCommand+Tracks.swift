import ArgumentParser
import Carriers
import Dispatch
import Flows
import Foundation
import Station
import Storage
import Warehouse

extension CarrierCommand {
  /// Takes in what KDNiao pushes.
  struct Listen: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in the tracks KDNiao pushes (101, 102), until told to stop.",
      discussion: """
        Prints one line when it is ready and one for each push. A push is answered when it is kept; \
        a wrong signature is refused. KDNiao speaks to the outside of the house: put a proxy with \
        TLS before it, or name the address to listen on.
        """)

    @OptionGroup var store: StoreOption
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port; 0 takes a free one.") var port: UInt16 = 8098

    func run() throws {
      let opened = try store.open()
      let receiver = TrackReceiver(
        store: opened, credentials: try CarrierConnection.credentials(),
        claimant: "listen-\(Machine.seed())", now: Machine.now)
      let (host, port) = (host, port)
      try Service.run { end in
        let server = try await PushServer.start(host: host, port: port) { body in
          let receipt = receiver.receive(body)
          Self.tell(receipt)
          return receipt.reply
        }
        print("listening on \(server.address)")
        fflush(nil)
        for await _ in end {}
        await server.stop()
      }
    }

    private static func tell(_ receipt: TrackReceiver.Receipt) {
      if let problem = receipt.problem {
        print("push refused: \(problem)")
      } else {
        print(
          "push: news of \(receipt.news) parcel(s)"
            + (receipt.strangers > 0 ? ", \(receipt.strangers) not ours" : ""))
      }
      fflush(nil)
    }
  }

  /// What is known of parcels on their way.
  struct Journeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List handed-over parcels by how far their carriers say they are.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only those: collected, inTransit, delivering, problem, delivered, returned.")
    var stage: String?
    @Option(help: "At most this many a state of subscription.") var limit = 1000

    struct Row: Encodable {
      var parcel: String
      var waybill: String
      var carrier: String
      var stage: String?
      var since: String
      var events: Int
      var subscription: String
      var trouble: String
    }

    func run() throws {
      if let stage, Journey.Stage(rawValue: stage) == nil {
        let all = Journey.Stage.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "--stage \(stage): expected one of \(all)")
      }
      let rows = try store.open().read { facts -> [Row] in
        let offset = try facts.site()?.utcOffset ?? 0
        return try Journey.Subscription.allCases.flatMap {
          try facts.journeys(in: $0, limit: limit)
        }.filter { stage == nil || $0.stage?.rawValue == stage }
          .sorted { $0.parcel < $1.parcel }.map { journey in
            Row(
              parcel: journey.parcel.rawValue, waybill: journey.waybill,
              carrier: journey.carrier.rawValue, stage: journey.stage?.rawValue,
              since: journey.events.last.map {
                "\($0.at.day(utcOffset: offset)) \($0.at.clock(utcOffset: offset))"
              } ?? "-", events: journey.events.count,
              subscription: journey.subscription.rawValue, trouble: journey.trouble.en)
          }
      }
      try listing.print(
        rows,
        columns: [
          ("WAYBILL", \.waybill), ("PARCEL", \.parcel), ("CARRIER", \.carrier),
          ("STAGE", { $0.stage ?? "-" }), ("SINCE", \.since), ("EVENTS", { String($0.events) }),
          ("NEWS", \.subscription), ("TROUBLE", \.trouble),
        ], empty: "no journeys")
    }
  }

  /// Whose number it may be.
  struct Recognize: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whose waybill number it may be: by its look, and by KDNiao (2002).")

    @Argument(help: "The number.") var number: String
    @Flag(help: "Only by its look; nobody is asked.") var offline = false
    @Flag(help: "Print JSON.") var json = false

    struct Answer: Encodable {
      var number: String
      var byLook: [String]
      var byKDNiao: [String]?
    }

    func run() throws {
      var answer = Answer(
        number: number, byLook: Courier.recognize(number).map(\.code.rawValue))
      if !offline, let client = try CarrierConnection.kdniao() {
        answer.byKDNiao = try CarrierConnection.answered(number) {
          () throws(CarrierTrouble) in try client.recognize(number)
        }.map(\.rawValue)
      }
      if json { return print(try jsonText(answer)) }
      func words(_ codes: [String]) -> String {
        codes.isEmpty ? "nobody's" : codes.joined(separator: " ")
      }
      print("by its look  \(words(answer.byLook))")
      if let told = answer.byKDNiao { print("by KDNiao    \(words(told))") }
    }
  }

  /// How many numbers carriers have left for us.
  struct Balance: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask carriers how many waybill numbers they have left for us (KDNiao 1127).")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "Carriers; all that KDNiao speaks for when none is named.")
    var carriers: [String] = []

    struct Row: Encodable {
      var carrier: String
      var left: Int?
      var isLow: Bool
      var trouble: String
    }

    func run() throws {
      let known = try store.open().read { try $0.carriers() }.filter { $0.kind == .kdniao }
      for name in carriers where !known.contains(where: { $0.code.rawValue == name }) {
        throw Failure(.data, "\(name): expected a carrier of kind kdniao")
      }
      guard let client = try CarrierConnection.kdniao() else {
        throw Failure(.unavailable, CarrierConnection.noSecrets)
      }
      let rows = known.filter { carriers.isEmpty || carriers.contains($0.code.rawValue) }
        .map { carrier -> Row in
          var row = Row(carrier: carrier.code.rawValue, isLow: false, trouble: "")
          do throws(CarrierTrouble) {
            switch try client.balance(carrier.code) {
            case .done(let left):
              row.left = left
              row.isLow = left < carrier.lowWater
            case .refused(let refusal): row.trouble = refusal.wording.en
            }
          } catch {
            row.trouble = error.what
          }
          return row
        }
      try listing.print(
        rows,
        columns: [
          ("CARRIER", \.carrier), ("LEFT", { $0.left.map { String($0) } ?? "-" }),
          ("", { $0.isLow ? "! numbers run low: buy more" : $0.trouble }),
        ], empty: "no carriers of kind kdniao")
    }
  }
}
