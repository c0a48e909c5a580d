import Routing
import Simulation

/// The floor on which walks are timed: 20 aisles 5 m apart, 45 positions a meter apart on either
/// side of each in every block, cross-aisles a meter from the outermost.
enum AisleFloor {
  static let depot = Place.aisle(0, y: 0)

  static func layout(blocks: Int) throws -> AisleLayout {
    try AisleLayout(
      aisles: (0..<20).map { $0 * 5_000 }, crossAisles: (0...blocks).map { $0 * blockLength })
  }

  /// So many positions, any as likely as any other.
  static func stops(_ count: Int, blocks: Int, _ random: inout SeededGenerator) -> [Place] {
    (0..<count).map { _ in
      let aisle = random.number(below: 20)
      let block = random.number(below: blocks)
      return .aisle(aisle, y: block * blockLength + random.number(in: 1...45) * 1_000)
    }
  }

  /// Aisle by aisle, as the codes of bins go.
  static func inCodeOrder(_ places: [Place]) -> [Place] {
    func key(_ place: Place) -> (Int, Int) {
      switch place {
      case .aisle(let aisle, let y): (aisle, y)
      case .offGrid: (0, 0)
      }
    }
    return places.sorted { key($0) < key($1) }
  }

  private static let blockLength = 46_000
}
