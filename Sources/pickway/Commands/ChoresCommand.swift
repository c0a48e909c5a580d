import ArgumentParser
import Storage
import Warehouse

/// Work inside the house: what exceptions left behind and nobody has done yet.
struct ChoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chores", abstract: "List counts, put-backs and replenishments that wait.")

  @OptionGroup var store: StoreOption
  @OptionGroup var listing: ListingOption

  struct Row: Encodable {
    var number: Int
    var kind: String
    var state: String
    var place: String
    var sku: String
    var quantity: Int
    var to: String
    var cause: String
    var order: String
    var badge: String
  }

  func run() throws {
    let rows = try store.open().read { facts in
      try Chore.Kind.allCases.flatMap { try facts.openChores($0) }.map { chore in
        Row(
          number: chore.number, kind: chore.kind.rawValue, state: chore.state.rawValue,
          place: chore.goods.holder.description, sku: chore.goods.sku.rawValue,
          quantity: chore.quantity, to: chore.to?.rawValue ?? "", cause: chore.cause.rawValue,
          order: chore.order?.rawValue ?? "", badge: chore.badge?.rawValue ?? "")
      }
    }
    try listing.print(
      rows,
      columns: [
        ("NO", { String($0.number) }), ("KIND", \.kind), ("STATE", \.state), ("AT", \.place),
        ("SKU", \.sku), ("PIECES", { String($0.quantity) }), ("TO", \.to), ("CAUSE", \.cause),
        ("ORDER", \.order), ("BADGE", \.badge),
      ], empty: "no chores")
  }
}
