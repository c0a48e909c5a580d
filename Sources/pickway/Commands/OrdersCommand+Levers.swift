import ArgumentParser
import Storage
import Warehouse

extension OrdersCommand {
  struct Intercept: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "intercept",
      abstract: "Stop an order; what was picked is put back, and its waybill is given up.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .intercept(Code(order)) }
    var done: String { "\(order) is stopped" }
  }

  struct Reinstate: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "reinstate",
      abstract: "Take a stopped order up again of which nothing was picked.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .reinstate(Code(order)) }
    var done: String { "\(order) is new again" }
  }

  struct Send: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "send",
      abstract: "Send what there is of a held order; what is missing is not sent.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .send(Code(order)) }
    var done: String { "\(order) goes to the benches" }
  }

  struct Hold: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "hold",
      abstract: "Hold an order that waits at the benches.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .hold(Code(order)) }
    var done: String { "\(order) is held" }
  }

  struct Stop: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "stop",
      abstract: "Stop a labelled order at the door: its parcels are not sorted or handed over.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .holdBack(Code(order)) }
    var done: String { "\(order) is stopped at the door" }
  }

  struct LetGo: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "let-go",
      abstract: "Let an order go that was stopped at the door.")
    static let usualReason: String? = "settled"

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .letGo(Code(order)) }
    var done: String { "\(order) may go" }
  }

  struct Promise: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "promise",
      abstract: "Pick missing pieces of an order's line from another bin or lot, on its list.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String
    @Argument(help: "The line's number.") var line: Int
    @Option(help: "The bin.") var from: String
    @Option(help: "The lot; the one that goes first when absent.") var lot: String?

    var lever: Lever {
      get throws {
        let key = try desk.store.open().read { facts in
          let sku = try facts.lines(of: Code(order)).first { $0.number == line }?.sku
          return try facts.stock(in: .bin(Code(from))).filter {
            $0.key.sku == sku && $0.available > 0 && (lot == nil || $0.key.lot == lot)
          }.min { ($0.key.expiry?.number ?? .max) < ($1.key.expiry?.number ?? .max) }?.key
        }
        guard let key else {
          throw Failure(.data, "\(from): no free pieces for line \(line) of \(order)")
        }
        return .promise(Code(order), line: line, from: key)
      }
    }
    var done: String { "\(order)/\(line) is picked from \(from)" }
  }

  struct Unpromise: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "unpromise",
      abstract: "Take such a promise back of which nothing was picked.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The pick line's code.") var line: String

    var lever: Lever { .unpromise(Code(line)) }
    var done: String { "\(line) is missing again" }
  }

  struct Backorder: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "backorder",
      abstract: "Let an order wait for stock as a whole; what was picked is put back.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .backorder(Code(order)) }
    var done: String { "\(order) waits for stock" }
  }

  struct Split: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Send what there is; what is missing waits for stock as an order of its own.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String

    var lever: Lever { .splitOrder(Code(order)) }
    var done: String { "\(order) is sent without its rest" }
  }

  struct Rejoin: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "rejoin",
      abstract: "Join an order with its rest again, as long as nobody was told.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String
    @Argument(help: "The rest's number.") var rest: String

    var lever: Lever { .rejoin(Code(order), rest: Code(rest)) }
    var done: String { "\(rest) is part of \(order) again" }
  }

  struct CancelLine: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel-line",
      abstract: "Do not send what is not picked of an order's line.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String
    @Argument(help: "The line's number.") var line: Int

    var lever: Lever { .cancelLine(Code(order), line) }
    var done: String { "line \(line) of \(order) is cancelled" }
  }

  struct RestoreLine: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore-line",
      abstract: "Want cancelled pieces of a line again, as long as nobody was told.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The order's number.") var order: String
    @Argument(help: "The line's number.") var line: Int
    @Argument(help: "How many.") var pieces: Int

    var lever: Lever { .restoreLine(Code(order), line, pieces) }
    var done: String { "\(pieces) pieces of line \(line) of \(order) are wanted again" }
  }
}
