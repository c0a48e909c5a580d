import Foundation
import Routing
import Testing

/// A wave problem as the public data has it.
private struct PublicWave: Decodable {
  struct Order: Decodable { let lines: [String: Int] }
  struct Aisle: Decodable { let stock: [String: Int] }
  struct Units: Decodable { let min, max: Int }

  let _best: Double
  let orders: [Order]
  let aisles: [Aisle]
  let units: Units

  func request() throws -> WaveRequest {
    var numbers: [String: Int] = [:]
    func lines(_ quantities: [String: Int]) -> [WaveRequest.Line] {
      quantities.sorted { $0.key < $1.key }.map { sku, quantity in
        let number = numbers[sku] ?? numbers.count
        numbers[sku] = number
        return WaveRequest.Line(sku: number, quantity: quantity)
      }
    }
    return try WaveRequest(
      orders: orders.map { WaveRequest.Order(lines: lines($0.lines)) },
      aisles: aisles.map { WaveRequest.Aisle(stock: lines($0.stock)) },
      minUnits: units.min, maxUnits: units.max)
  }
}

@Suite(
  .enabled(
    if: PublicData.isPresent,
    "skipped: no public data at \(PublicData.path), set PICKWAY_DATA"))
struct WavePublicDataTests {
  /// SBPO 2025 challenge: the small waves, whose best known ratio is met and proven.
  @Test(arguments: [1, 2, 4, 17, 20])
  func smallWavesAreProven(number: Int) throws {
    let name = "waves/a_instance_00\(number < 10 ? "0" : "")\(number).json"
    let data = try Data(contentsOf: PublicData.folder.appendingPathComponent(name))
    let wave = try JSONDecoder().decode(PublicWave.self, from: data)
    let request = try wave.request()
    guard
      case .choice(let choice) = WaveChoiceSolver(moves: 40_000).solve(request, elapsed: { .zero })
    else {
      Issue.record("\(name): no wave")
      return
    }
    #expect(choice.violations(of: request) == [])
    #expect(abs(choice.ratio.value - wave._best) < 1e-9, "\(name)")
    #expect(choice.proven, "\(name)")
  }
}
