import Routing

/// A scattered-storage problem with its published value.
struct PublicScattered: Decodable {
  struct Pick: Decodable {
    let sku: String
    let quantity: Int
  }

  struct Stock: Decodable {
    let sku: String
    let quantity: Int
    let at: PublicPoint
  }

  let layout: PublicLayout
  let start: PublicPoint
  let end: PublicPoint
  let picks: [Pick]
  let stock: [Stock]
  let _name: String
  let _optimum: Double

  func request() throws -> ScatteredRequest {
    var articles: [String: Int] = [:]
    for (index, pick) in picks.enumerated() { articles[pick.sku] = index }
    return try ScatteredRequest(
      layout: layout.layout(), start: start.place, ends: [end.place],
      demands: picks.map { ArticleDemand(quantity: $0.quantity) },
      stock: stock.compactMap { entry in
        articles[entry.sku].map {
          StockEntry(article: $0, place: entry.at.place, quantity: entry.quantity)
        }
      })
  }
}
