/// One carrier's rows and places, found by numbers.
struct TariffShelf: Sendable {
  /// Places at any depth, each with all that lies in it.
  struct PlaceSet: Sendable {
    private var places: Set<TariffBook.Place> = []

    init(_ regions: [Region], _ names: inout PlaceNames) {
      for region in regions { places.insert(names.add(region)) }
    }

    func contains(_ place: TariffBook.Place) -> Bool {
      guard !places.isEmpty else { return false }
      for level in 0..<TariffBook.Place.levels where places.contains(place.upward(level)) {
        return true
      }
      return false
    }
  }

  /// What decides whether a row that ends at a place holds; small, because it is read so often.
  private struct Entry: Sendable {
    var origin: TariffBook.Place
    var row: Int
    var firstDay: Int
    var lastDay: Int
    var shipping: String
  }

  let bans: PlaceSet
  let remote: [PlaceSet]
  /// The rows by destination, those to be preferred first.
  private var entries: [TariffBook.Place: [Entry]] = [:]

  init(_ terms: CarrierTerms, _ names: inout PlaceNames) {
    bans = PlaceSet(terms.bans, &names)
    var remote: [PlaceSet] = []
    for surcharge in terms.remote { remote.append(PlaceSet(surcharge.regions, &names)) }
    self.remote = remote
    for (index, row) in terms.rows.enumerated() {
      let entry = Entry(
        origin: names.add(row.from), row: index, firstDay: row.validFrom?.number ?? 0,
        lastDay: row.validTo?.number ?? .max, shipping: row.shipping)
      entries[names.add(row.to), default: []].append(entry)
    }
    for place in entries.keys {
      entries[place]?.sort { left, right in
        (left.origin.depth, left.firstDay, left.row)
          > (right.origin.depth, right.firstDay, right.row)
      }
    }
  }

  /// The row that holds; nil when there is none.
  func row(
    from: TariffBook.Place, to: TariffBook.Place, _ day: Day, _ shipping: String
  ) -> Int? {
    for level in 0..<TariffBook.Place.levels {
      guard let entries = entries[to.upward(level)] else { continue }
      for entry in entries
      where entry.firstDay <= day.number && day.number <= entry.lastDay
        && entry.origin.holds(from)
        && (shipping.isEmpty || entry.shipping.isEmpty || entry.shipping == shipping)
      {
        return entry.row
      }
    }
    return nil
  }
}

extension TariffBook.Place {
  /// How many levels there are: the place, its city, its province, anywhere.
  static let levels = 4

  /// The place, or what it lies in so many levels up.
  func upward(_ level: Int) -> TariffBook.Place {
    TariffBook.Place(
      province: level < 3 ? province : 0, city: level < 2 ? city : 0,
      district: level < 1 ? district : 0)
  }

  /// How many of its parts are given.
  var depth: Int { district != 0 ? 3 : city != 0 ? 2 : province != 0 ? 1 : 0 }

  /// Whether another place is the same or lies in this one.
  func holds(_ other: TariffBook.Place) -> Bool {
    (province == 0 || province == other.province) && (city == 0 || city == other.city)
      && (district == 0 || district == other.district)
  }
}
