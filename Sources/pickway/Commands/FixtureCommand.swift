import ArgumentParser
import Exchange
import Foundation
import Simulation

/// Writes the files of a made-up site.
struct FixtureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fixture", abstract: "Write the files of a made-up site: demo, large, foodmart.",
    discussion: """
      The same seed gives the same bytes everywhere. `foodmart FILE` turns public shop baskets \
      (food_1000.json, cluster picking with a cart of 8 totes) into a site, stock and orders.
      """, subcommands: [Demo.self, Large.self, Foodmart.self], defaultSubcommand: Demo.self)

  struct Output: ParsableArguments {
    @Option(name: [.short, .customLong("output")], help: "The folder to write into.")
    var output: String

    func write(_ source: some FixtureSource) throws {
      let figures: FixtureFiles.Figures
      do {
        figures = try FixtureFiles.write(source, to: output)
      } catch {
        throw Failure(.cannotCreate, error.description)
      }
      print(
        "\(output): \(figures.bins) bins, \(figures.products) products, \(figures.stock) stock "
          + "rows, \(figures.orders) orders with \(figures.lines) lines")
    }
  }

  struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The demo site.")

    @OptionGroup var output: Output
    @Option(help: "What chance is made of.") var seed: UInt64 = 1

    func run() throws { try output.write(Fixture(seed: seed)) }
  }

  struct Large: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A large site.")

    @OptionGroup var output: Output
    @Option(help: "What chance is made of.") var seed: UInt64 = 1
    @Option(help: "Bins.") var bins = 100_000
    @Option(help: "Products.") var products = 50_000
    @Option(help: "Stock rows.") var stock = 200_000
    @Option(help: "Orders.") var orders = 20_000

    func run() throws {
      for (name, value) in [
        ("--bins", bins), ("--products", products), ("--stock", stock), ("--orders", orders),
      ] where !(1...10_000_000).contains(value) {
        throw Failure(.usage, "\(name) \(value): expected a number from 1 to 10000000")
      }
      let size = FixtureSize.large(bins: bins, products: products, stock: stock, orders: orders)
      try output.write(Fixture(size: size, seed: seed))
    }
  }

  struct Foodmart: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A site, stock and orders of public shop baskets.")

    @Argument(help: "A batch problem, such as food_1000.json.") var file: String
    @OptionGroup var output: Output

    func run() throws {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(.noInput, "\(file): expected a file that can be read")
      }
      do {
        try output.write(FoodmartFixture(Array(data)))
      } catch let problem as FixtureProblem {
        throw Failure(.data, "\(file): \(problem)")
      }
    }
  }
}
