/// A province, a city and a district, as far as they are known.
public struct Region: Hashable, Codable, Sendable {
  /// The province, municipality or autonomous region: `广东省`, `北京`.
  public var province: String
  /// The city or prefecture: `深圳市`.
  public var city: String
  /// The district or county: `南山区`.
  public var district: String

  /// Makes a region; empty texts mean any or unknown.
  public init(province: String = "", city: String = "", district: String = "") {
    self.province = province
    self.city = city
    self.district = district
  }

  /// Reads a region from one line, with blanks, `/`, `,` or `-` between the parts or none at all:
  /// `广东省 深圳市 南山区`, `北京市朝阳区`.
  public init(_ text: String) {
    let parts = text.split { " /,-，、\t".contains($0) }.map(String.init)
    guard parts.count < 2 else {
      self.init(
        province: parts[0], city: parts[1],
        district: parts.dropFirst(2).joined())
      return
    }
    var rest = Substring(parts.first ?? "")
    let province = Self.take(&rest, endings: ["特别行政区", "自治区", "省"]) ?? Self.municipality(&rest)
    guard let province else {
      self.init(province: String(rest))
      return
    }
    if Self.municipalities.contains(String(province.prefix(2))) {
      self.init(province: province, city: "\(province.prefix(2))市", district: String(rest))
      return
    }
    let city = Self.take(&rest, endings: ["自治州", "地区", "市", "盟"]) ?? ""
    self.init(province: province, city: city, district: String(rest))
  }

  private static let municipalities: Set<String> = ["北京", "上海", "天津", "重庆"]

  /// Takes the shortest beginning that ends with one of `endings`.
  private static func take(_ rest: inout Substring, endings: [String]) -> String? {
    for start in rest.indices.dropFirst() {
      guard let ending = endings.first(where: { rest[start...].hasPrefix($0) }) else { continue }
      let end = rest.index(start, offsetBy: ending.count)
      defer { rest = rest[end...] }
      return String(rest[..<end])
    }
    return nil
  }

  private static func municipality(_ rest: inout Substring) -> String? {
    guard municipalities.contains(String(rest.prefix(2))) else { return nil }
    let name = String(rest.prefix(2))
    rest = rest.dropFirst(2)
    if rest.hasPrefix("市") { rest = rest.dropFirst() }
    // 北京市北京市朝阳区 says the city twice.
    if rest.hasPrefix(name + "市") { rest = rest.dropFirst(3) }
    return name
  }
}

extension Region: CustomStringConvertible {
  /// The parts in one line.
  public var description: String {
    let parts = [province, city, district].filter { !$0.isEmpty }
    return parts.isEmpty ? "*" : parts.joined(separator: " ")
  }
}
