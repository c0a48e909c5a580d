import ArgumentParser
import Planning
import Storage
import Warehouse

/// Which cartons an order goes into.
struct ProposeCarton: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Say which cartons an order's pieces fit into.",
    discussion: """
      The smallest carton that holds everything and carries it, else as few as do. Pieces lie as
      their records say (orientation upright or flat), else any way round. Without an order, pieces are named: --pieces SKU=COUNT.
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var listing: ListingOption
  @Argument(help: "The order.") var order: String?
  @Option(help: ArgumentHelp("Pieces of a product; repeatable.", valueName: "sku=count"))
  var pieces: [String] = []

  func validate() throws {
    guard (order == nil) != pieces.isEmpty else {
      throw ValidationError("expected an order, or --pieces SKU=COUNT")
    }
  }

  /// A proposal as it is printed.
  private struct Line: Encodable {
    var carton: String
    var pieces: [String: Int]
    var grams: Int
    var voidPercent: Int
  }

  func run() throws {
    let lines = try store.open().read { facts in
      let items = try wanted(facts).map { sku, count in
        guard let product = try facts.product(sku) else {
          throw Failure(.noInput, "\(sku): no such product")
        }
        return CartonItem(product, count: count)
      }
      do {
        return try CartonPlanner(facts.cartons()).propose(items).map { proposal in
          Line(
            carton: proposal.carton.code.rawValue,
            pieces: Dictionary(
              uniqueKeysWithValues: proposal.pieces.map { ($0.key.rawValue, $0.value) }),
            grams: proposal.grams, voidPercent: proposal.void)
        }
      } catch let trouble as CartonPlanner.Trouble {
        throw Failure(.data, sentence(trouble))
      }
    }
    try listing.print(
      lines,
      columns: [
        ("CARTON", \.carton),
        (
          "PIECES",
          {
            $0.pieces.sorted { $0.key < $1.key }.map { "\($0.key) x\($0.value)" }
              .joined(separator: ", ")
          }
        ),
        ("GRAMS", { String($0.grams) }), ("VOID", { "\($0.voidPercent) %" }),
      ], empty: "nothing to pack")
  }

  private func wanted(_ facts: any Facts) throws -> [(Code<Product>, Int)] {
    guard let order else { return try pieces.map(parsed) }
    guard try facts.order(Code(order)) != nil else {
      throw Failure(.noInput, "\(order): no such order")
    }
    return try facts.lines(of: Code(order)).map { ($0.sku, $0.quantity - $0.short) }
  }

  private func parsed(_ text: String) throws -> (Code<Product>, Int) {
    guard let sign = text.lastIndex(of: "="), let count = Int(text[text.index(after: sign)...]),
      (1...10_000).contains(count)
    else { throw Failure(.usage, "--pieces \(text): expected SKU=COUNT, from 1 to 10000 pieces") }
    return (Code(String(text[..<sign])), count)
  }

  private func sentence(_ trouble: CartonPlanner.Trouble) -> String {
    switch trouble {
    case .noCartons: "the site has no cartons: expected some from `pickway cartons add`"
    case .tooLarge(let sku): "\(sku): a piece fits into no carton of the site"
    case .notMeasured(let sku): "\(sku): expected length, width and height above 0 mm"
    }
  }
}
