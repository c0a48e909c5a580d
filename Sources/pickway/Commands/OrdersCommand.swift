import ArgumentParser
import Flows
import Station
import Storage
import Warehouse

/// Orders: what there is, and stock promised to them.
struct OrdersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "orders", abstract: "List orders, promise stock to them.",
    subcommands: [
      List.self, Allocate.self, Intercept.self, Reinstate.self, Carry.self, Send.self, Hold.self,
      Stop.self, LetGo.self, Promise.self, Unpromise.self, Backorder.self, Split.self,
      Rejoin.self, CancelLine.self, RestoreLine.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List orders, most urgent first.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only orders in this state, such as backorder.") var state: String?
    @Option(help: "At most this many a state.") var limit = 1000

    struct Row: Encodable {
      var number: String
      var channel: String
      var carrier: String
      var cutOff: String
      var priority: Int
      var state: String
      var wave: String
      var note: String
    }

    func run() throws {
      var states = Order.State.allCases
      if let state {
        guard let one = Order.State(rawValue: state) else {
          let all = states.map(\.rawValue).joined(separator: ", ")
          throw Failure(.usage, "--state \(state): expected one of \(all)")
        }
        states = [one]
      }
      let rows = try store.open().read { facts in
        let offset = try facts.site()?.utcOffset ?? 0
        return try states.flatMap { try facts.orders(in: $0, limit: limit) }.map { order in
          Row(
            number: order.number.rawValue, channel: order.channel,
            carrier: order.carrier.rawValue,
            cutOff: "\(order.cutOff.day(utcOffset: offset)) "
              + order.cutOff.clock(utcOffset: offset),
            priority: order.priority, state: order.state.rawValue,
            wave: order.wave?.rawValue ?? "", note: order.note)
        }
      }
      try listing.print(
        rows,
        columns: [
          ("ORDER", \.number), ("CHANNEL", \.channel), ("CARRIER", \.carrier),
          ("CUT-OFF", \.cutOff), ("PRIO", { String($0.priority) }), ("STATE", \.state),
          ("WAVE", \.wave), ("NOTE", \.note),
        ], empty: "no orders")
    }
  }

  struct Allocate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Promise stock to every new order and backorder.")

    @OptionGroup var store: StoreOption

    func run() throws {
      let done = try FloorDesk(store: store.open(), now: Machine.now, seed: Machine.seed)
        .allocate()
      print("\(done.orders.counted("order")) allocated, \(done.backorders) wait for stock")
    }
  }

  struct Carry: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "carrier",
      abstract: "Send an order with another carrier, as long as it has no waybill.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The order's number.") var order: String
    @Argument(help: "The carrier's code.") var carrier: String

    func run() throws {
      try store.open().carryOut(.setCarrier(order: Code(order), carrier: Code(carrier)))
      print("\(order) goes with \(carrier)")
    }
  }
}
