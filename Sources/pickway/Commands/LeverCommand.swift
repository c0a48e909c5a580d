import ArgumentParser
import Foundation
import Station
import Storage
import Warehouse

/// A command that pulls one lever: what it needs, and what it says.
protocol LeverCommand: ParsableCommand {
  /// The store, and why.
  var desk: LeverOption { get }
  /// What is moved.
  var lever: Lever { get throws }
  /// What is said when it was.
  var done: String { get }
  /// The reason where none needs to be given.
  static var usualReason: String? { get }
}

extension LeverCommand {
  static var usualReason: String? { nil }

  func validate() throws {
    guard desk.reason ?? Self.usualReason != nil else {
      throw ValidationError("Missing expected argument '--reason <reason>'")
    }
  }

  /// Moves work, says so, and says how it is moved back.
  func run() throws {
    let why = LeverOption.signed(desk.reason ?? Self.usualReason ?? "")
    let id = Machine.seed()
    let opened = try desk.store.open()
    let receipt = try opened.carryOut(.lever(lever, reason: why), id: id)
    var back = ""
    if case .levered(undo: let undo?) = receipt {
      back = "; back again: \(undo.words)"
      if case .takeBack = undo { back += try opened.line(of: id).map { " \($0)" } ?? "" }
    }
    print(done + back)
  }
}

extension Store {
  /// The line of the journal a command of a moment ago has.
  fileprivate func line(of id: String) throws -> Int? {
    let head = try head()
    return try entries(after: max(0, head - 500), limit: 500).last {
      JournalledCommand($0)?.id == CommandID(id)
    }?.number
  }
}

/// What every lever of the command line needs.
struct LeverOption: ParsableArguments {
  @OptionGroup var store: StoreOption
  @Option(help: "Why; it is journalled with who did it.") var reason: String?

  /// A reason with who gives it: the account that runs the program.
  static func signed(_ reason: String) -> String { "\(reason) (\(NSUserName()))" }
}

extension Lever {
  /// The command line that pulls it.
  var words: String {
    switch self {
    case .release(let wave): "pickway wave release \(wave)"
    case .recall(let wave): "pickway wave recall \(wave)"
    case .prioritize(let wave, let priority): "pickway wave first \(wave) --priority \(priority)"
    case .pause(let wave): "pickway wave pause \(wave)"
    case .resume(let wave): "pickway wave resume \(wave)"
    case .split(let wave, let lists, let new):
      "pickway wave split \(wave) \(lists.map(\.rawValue).joined(separator: " ")) --into \(new)"
    case .merge(let wave, let other): "pickway wave merge \(wave) --into \(other)"
    case .reassign(let list, let badge):
      "pickway wave reassign \(list)" + (badge.map { " --to \($0)" } ?? "")
    case .closeShort(let list): "pickway wave close-short \(list)"
    case .send(let order): "pickway orders send \(order)"
    case .hold(let order): "pickway orders hold \(order)"
    case .tell(let badge, _): "a word to \(badge)"
    case .plan: "pickway wave plan"
    case .dissolve(let wave): "pickway wave dissolve \(wave)"
    case .intercept(let order): "pickway orders intercept \(order)"
    case .reinstate(let order): "pickway orders reinstate \(order)"
    case .holdBack(let order): "pickway orders stop \(order)"
    case .letGo(let order): "pickway orders let-go \(order)"
    case .promise(let order, let line, let key):
      "pickway orders promise \(order) \(line) --from \(key.holder.code)"
        + (key.lot.isEmpty ? "" : " --lot \(key.lot)")
    case .unpromise(let line): "pickway orders unpromise \(line)"
    case .shareOut(let wave, let sku): "pickway wave share-out \(wave) \(sku)"
    case .backorder(let order): "pickway orders backorder \(order)"
    case .splitOrder(let order): "pickway orders split \(order)"
    case .rejoin(let order, let rest): "pickway orders rejoin \(order) \(rest)"
    case .cancelLine(let order, let line): "pickway orders cancel-line \(order) \(line)"
    case .restoreLine(let order, let line, let pieces):
      "pickway orders restore-line \(order) \(line) \(pieces)"
    case .signOff(let badge): "pickway operators sign-off \(badge)"
    case .takeBack: "pickway undo"
    }
  }
}
