import Warehouse

/// The floor of a made-up warehouse: its layout and its bins.
///
/// Bays are 1 m wide, aisles 3.5 m apart. A bin is called by aisle, bay and level, `A-07-2`: odd
/// bays are on the left, even ones on the right, counted from the front.
struct FixtureFloor: Sendable {
  static let spacing = 3_500
  static let bay = 1_000
  /// From a cross-aisle to the middle of the first bay.
  static let margin = 1_500

  let size: FixtureSize
  let layout: FloorLayout
  /// Pick faces, then reserve, then staging.
  let bins: [Bin]

  init(_ size: FixtureSize) {
    self.size = size
    let depth = (size.bays - 1) * Self.bay + 2 * Self.margin
    layout = FloorLayout(
      aisles: (0..<size.aisles).map { .init(code: Self.letters($0), x: $0 * Self.spacing) },
      crossAisles: (0...size.blocks).map { $0 * depth })
    var faces: [Bin] = []
    var reserve: [Bin] = []
    let digits = String(size.blocks * size.bays * 2).count
    for aisle in 0..<size.aisles {
      for column in 0..<size.blocks * size.bays {
        let (block, place) = column.quotientAndRemainder(dividingBy: size.bays)
        let y = block * depth + Self.margin + place * Self.bay
        for (offset, side) in Bin.Side.allCases.enumerated() {
          let bay = column * 2 + offset + 1
          let code = "\(Self.letters(aisle))-\(Self.padded(bay, digits))"
          let zone: Code<Zone> = aisle < size.aisles / 2 ? "F" : "G"
          for level in 1...size.levels where faces.count < size.pickFaces {
            faces.append(
              Bin(
                code: Code("\(code)-\(level)"), zone: zone, kind: .pickFace, aisle: aisle, y: y,
                side: side, level: level))
          }
          if column % 5 == 2, side == .left {
            reserve.append(
              Bin(
                code: Code("\(code)-\(size.levels + 1)"), zone: "R", kind: .reserve, aisle: aisle,
                y: y, side: side, level: size.levels + 1))
          }
        }
      }
    }
    let staging = (0..<6).map { number in
      Bin(
        code: Code("STG-\(number + 1)"), zone: "S", kind: .staging, aisle: number % size.aisles,
        y: 0, side: .left, level: 1)
    }
    bins = faces + reserve + staging
  }

  /// Where walks start: at the front, left of the middle.
  var start: FloorPoint { FloorPoint(x: layout.aisles[(size.aisles - 1) / 2].x, y: 0) }

  /// Where walks end: at the front, one aisle on.
  var drop: FloorPoint { FloorPoint(x: layout.aisles[size.aisles / 2].x, y: 0) }

  /// The letters of an aisle: A to Z, then AA, AB and on.
  static func letters(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
    return index < 26 ? letter : letters(index / 26 - 1) + letter
  }

  static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
