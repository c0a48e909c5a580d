/// Names of places as numbers, each level by itself; 0 means any, and an unknown name matches none.
struct PlaceNames: Sendable {
  /// A name as its bytes: Chinese names would else be normalized each time they are hashed.
  private struct Key: Hashable, Sendable {
    let text: String

    static func == (lhs: Self, rhs: Self) -> Bool {
      var (left, right) = (lhs.text, rhs.text)
      return left.withUTF8 { left in
        right.withUTF8 { left.count == $0.count && left.elementsEqual($0) }
      }
    }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var provinces: [Key: UInt32] = [:]
  private var cities: [Key: UInt32] = [:]
  private var districts: [Key: UInt32] = [:]
  private var count: UInt32 = 0

  private static let provinceEndings = [
    "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市",
  ]

  /// The place of a region, its names taken in.
  mutating func add(_ region: Region) -> TariffBook.Place {
    TariffBook.Place(
      province: take(region.province, in: \.provinces, Self.provinceEndings),
      city: take(region.city, in: \.cities, ["市", "地区"]),
      district: take(region.district, in: \.districts, []))
  }

  /// The place of a region; names never taken in get a number no row has.
  func place(_ region: Region) -> TariffBook.Place {
    TariffBook.Place(
      province: find(region.province, provinces), city: find(region.city, cities),
      district: find(region.district, districts))
  }

  private func find(_ name: String, _ names: [Key: UInt32]) -> UInt32 {
    // An unknown part matches rows for any, and nothing else.
    names[Key(text: name)] ?? .max
  }

  /// Takes a name in under all the endings it may be written with.
  private mutating func take(
    _ name: String, in level: WritableKeyPath<PlaceNames, [Key: UInt32]>, _ endings: [String]
  ) -> UInt32 {
    guard !name.isEmpty else { return 0 }
    if let known = self[keyPath: level][Key(text: name)] { return known }
    count += 1
    var stem = name
    if let ending = endings.first(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) {
      stem.removeLast(ending.count)
    }
    for spelling in [name, stem] + endings.map({ stem + $0 }) {
      let key = Key(text: spelling)
      if self[keyPath: level][key] == nil { self[keyPath: level][key] = count }
    }
    return count
  }
}
