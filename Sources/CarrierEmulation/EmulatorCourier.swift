import Carriers
import Warehouse

/// What the emulator knows of a courier: how its numbers begin and how it marks the way.
struct EmulatorCourier {
  let code: String
  let name: String
  private let prefix: String
  private let digits: Int

  /// The couriers waybills can be had of.
  static let all: [String: EmulatorCourier] = {
    let shapes: [(code: String, prefix: String, digits: Int)] = [
      ("SF", "SF1", 12), ("ZTO", "73", 12), ("YTO", "YT", 13), ("STO", "77", 13), ("YD", "4", 14),
      ("JTSD", "JT", 13), ("DBL", "DPK", 12), ("JD", "JDX0", 11), ("EMS", "1", 12),
      ("YZPY", "9", 12),
    ]
    return Dictionary(
      uniqueKeysWithValues: shapes.map { shape in
        let name = Courier.known(CarrierCode(shape.code))?.name.zh ?? shape.code
        return (
          shape.code,
          EmulatorCourier(
            code: shape.code, name: name, prefix: shape.prefix, digits: shape.digits)
        )
      })
  }()

  /// The number given out as the `serial`th, from 0.
  func number(_ serial: Int) -> String {
    // The steps scatter the last digits, as real pools do.
    let text = String(260_000_017 + serial * 7)
    return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The way to a city: made up, but always the same for the same place.
  static func way(province: String, city: String, district: String) -> (
    mark: String, sorting: String, package: String, packageCode: String, branch: String
  ) {
    let digest = Array(Digest.md5Hex(Array("\(province)/\(city)/\(district)".utf8)).utf8)
    let center = Array(Digest.md5Hex(Array("\(province)/\(city)".utf8)).utf8)
    func number(_ bytes: ArraySlice<UInt8>, _ below: Int, _ least: Int) -> Int {
      bytes.reduce(0) { ($0 * 31 + Int($1)) % (below - least) } + least
    }
    let hub = number(center[0..<8], 1000, 100)
    let branch = number(digest[8..<16], 1000, 100)
    let route = number(digest[16..<24], 100, 10)
    return (
      "\(hub)-\(branch) 0\(route)", "\(hub)", "\(city)转运中心", "\(hub)\(branch % 10)",
      "\(city)\(district)网点"
    )
  }
}
