import ArgumentParser
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
}
