import ArgumentParser
import Carriers
import Foundation
import Station
import Storage
import Warehouse

extension CarrierCommand {
  struct Waybills: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List waybills by state: queued, claimed, stuck, joined, done.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only those in this state.") var state: String?
    @Option(help: "At most this many a state.") var limit = 1000

    func run() throws {
      var states: [WaybillJob.State] = [.stuck, .claimed, .queued, .joined, .done]
      if let state {
        guard let one = WaybillJob.State(rawValue: state) else {
          throw Failure(.usage, "--state \(state): expected queued, claimed, stuck, joined or done")
        }
        states = [one]
      }
      try listing.print(
        store.open().read { facts in
          try states.flatMap { try facts.waybillJobs(in: $0, limit: limit) }
        },
        columns: [
          ("WAYBILL", { $0.number ?? "-" }), ("PARCEL", \.parcel.rawValue),
          (
            "CODE",
            {
              $0.lead.map { "with \($0)" }
                ?? OrderCode(parcel: $0.parcel, revision: $0.revision).rawValue
            }
          ),
          ("CARRIER", \.carrier.rawValue), ("WANTED", \.aim.rawValue), ("STATE", \.state.rawValue),
          ("CALLS", { String($0.calls) }), ("REASON", \.reason.en), ("TROUBLE", \.trouble.en),
        ], empty: "no waybills")
    }
  }

  struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask carriers for the waybills that are due now; a console does so by itself.")

    @OptionGroup var store: StoreOption

    func run() throws {
      let opened = try store.open()
      guard let connections = try CarrierConnection.found(for: opened) else {
        throw Failure(
          .unavailable,
          "no carrier to ask: expected one of kind kdniao, and PICKWAY_KDNIAO_FILE or"
            + " PICKWAY_KDNIAO_ID with PICKWAY_KDNIAO_KEY")
      }
      let settled = try WaybillWorker(
        store: opened, claimant: "ask-\(Machine.seed())", connections: connections,
        now: Machine.now, log: { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
      ).work()
      print("\(settled) settled")
      let stuck = try opened.read { try $0.waybillJobs(in: .stuck, limit: 1) }.first
      if let stuck { throw Failure(.unavailable, "\(stuck.parcel): \(stuck.trouble.en)") }
    }
  }

  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask a carrier again, under the same code, after its cause was mended.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The parcel.") var parcel: String

    func run() throws {
      try store.open().carryOut(.retryWaybill(parcel: Code(parcel)))
      print("\(parcel) is asked for again")
    }
  }

  struct Void: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a parcel's waybill up; its bench closes it anew once that is confirmed.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The parcel or its waybill number.") var parcel: String
    @Option(help: "Why.") var reason: String

    func run() throws {
      let opened = try store.open()
      let code = try opened.read { try $0.parcel(waybill: parcel)?.code } ?? Code(parcel)
      try opened.carryOut(.voidWaybill(parcel: code, reason: reason))
      let state = try opened.read { try $0.parcel(code)?.state }
      print(
        state == .open
          ? "\(code): given up" : "\(code): the carrier is asked to give its waybill up")
    }
  }

  struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask where a parcel is.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The waybill number.") var waybill: String
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let opened = try store.open()
      let (parcel, tail, offset) = try opened.read { facts -> (Parcel?, String, Int) in
        let parcel = try facts.parcel(waybill: waybill)
        let receiver = try parcel.flatMap { try facts.receiver(of: $0.order) }
        return (
          parcel, receiver.map { ContactParty($0).phoneTail } ?? "",
          try facts.site()?.utcOffset ?? 0
        )
      }
      guard let carrier = parcel?.carrier ?? Courier.recognize(waybill).first?.code else {
        throw Failure(.data, "\(waybill): no parcel has it, and no carrier's numbers look like it")
      }
      guard let client = try CarrierConnection.kdniao() else {
        throw Failure(
          .unavailable, "tracks come through KDNiao: \(CarrierConnection.noSecrets)")
      }
      let query = TraceQuery(carrier: carrier, number: waybill, phoneTail: tail)
      let trace = try CarrierConnection.answered(waybill) {
        () throws(CarrierTrouble) in try client.trace(query)
      }
      if json { return print(try jsonText(trace)) }
      print("\(carrier) \(waybill): \(trace.state)")
      for event in trace.events {
        let when = "\(event.at.day(utcOffset: offset)) \(event.at.clock(utcOffset: offset))"
        print("\(when)  \([event.place, event.what].filter { !$0.isEmpty }.joined(separator: " "))")
      }
    }
  }
}
