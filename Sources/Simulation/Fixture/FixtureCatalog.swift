import Barcodes
import Warehouse

/// The products of a made-up warehouse, and how well they sell.
struct FixtureCatalog: Sendable {
  /// The products in the order of their families, so that look-alikes have neighboring codes.
  let products: [Product]
  /// The family of each product.
  let families: [Int]
  /// The products by how well they sell, best first.
  let ranking: [Int]
  private let cumulative: [Int]

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed, stream: 1)
    var products: [Product] = []
    var families: [Int] = []
    let kinds = ProductFamily.all
    let combinations = kinds.reduce(0) { $0 + $1.variants.count * $1.sizes.count }
    let rounds = max(1, (count + combinations - 1) / combinations)
    // All rounds are whole but the last, which is thinned out evenly over the families.
    let rest = count - combinations * (rounds - 1)
    let digits = max(4, String(count).count)
    var position = 0
    for (index, family) in kinds.enumerated() {
      for variant in family.variants {
        for size in family.sizes {
          defer { position += 1 }
          let isInLast =
            (position + 1) * rest / combinations > position * rest / combinations
          for round in 1...rounds where round < rounds || isInLast {
            let number = products.count + 1
            products.append(
              Self.product(
                number, digits, family, variant, size, round: round, company: index, &random))
            families.append(index)
          }
        }
      }
    }
    self.products = products
    self.families = families
    ranking = random.shuffled(Array(products.indices))
    // Zipf's law with a blunt tip: the best product sells about eleven times its fiftieth.
    var sum = 0
    cumulative = products.indices.map { rank in
      sum += 1_000_000 / (rank + 5)
      return sum
    }
  }

  /// A product, the better it sells the likelier.
  func popular(_ random: inout SeededGenerator) -> Int {
    let target = random.number(below: cumulative.last ?? 1)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return ranking[low]
  }

  /// The family of a product.
  func family(of product: Int) -> ProductFamily { ProductFamily.all[families[product]] }

  private static func product(
    _ number: Int, _ digits: Int, _ family: ProductFamily, _ variant: String,
    _ size: ProductFamily.Size, round: Int, company: Int, _ random: inout SeededGenerator
  ) -> Product {
    let words = variant.split(separator: "/").map(String.init)
    let name = Name(
      zh: "\(family.zh) \(words[0]) \(size.zh)" + (round > 1 ? " \(round)号" : ""),
      en: "\(family.en) \(words[words.count - 1]) \(size.en)" + (round > 1 ? " no. \(round)" : ""))
    // One of ten prefixes of GS1 China, a made-up company of the family, the product.
    let prefix = "69\(company % 10)"
    let body = prefix + FixtureFloor.padded(1_000 + company * 37, 4)
    let each = completed(body + FixtureFloor.padded(number, 5))
    var barcodes = [each]
    // Goods with an old and a new print are about.
    if random.chance(percent: 4) {
      barcodes.append(completed(prefix + "8" + FixtureFloor.padded(number, 8)))
    }
    var packagings = [Packaging(unit: "each", units: 1, barcodes: barcodes)]
    if family.inner > 0 {
      packagings.append(
        Packaging(unit: "inner", units: family.inner, barcodes: [completed("1" + each.dropLast())]))
    }
    packagings.append(
      Packaging(unit: "case", units: family.outer, barcodes: [completed("2" + each.dropLast())]))
    return Product(
      sku: Code(family.category.rawValue + FixtureFloor.padded(number, digits)), name: name,
      packagings: packagings, grams: size.grams, size: size.sides, tracking: family.tracking)
  }

  /// Digits with their check digit behind.
  static func completed(_ payload: String) -> String {
    payload + "\(CheckDigit.modulo10(of: payload) ?? 0)"
  }
}
