import Warehouse

/// Reads the members of a tariff document and gathers what is wrong with them.
struct TariffReader {
  var problems: [TariffDocument.Problems.Problem] = []

  mutating func document(_ json: JSON) -> TariffDocument {
    let root = Node(json: json, path: "")
    allow(root, ["version", "carriers", "rules"])
    if integer(root, "version", 1...1) == nil { report(root, "version", "1") }
    var document = TariffDocument(carriers: [], rules: [])
    var seen: Set<CarrierCode> = []
    for node in list(root, "carriers", required: true) {
      let terms = self.terms(node)
      if !seen.insert(terms.carrier).inserted { report(node, "carrier", "each carrier once") }
      document.carriers.append(terms)
    }
    document.rules = list(root, "rules").map { rule($0, seen) }
    return document
  }

  private mutating func terms(_ node: Node) -> CarrierTerms {
    allow(
      node,
      [
        "carrier", "rows", "divisor", "rounding", "hours", "cod", "insurance", "fuel", "remote",
        "peaks", "oversize", "bans", "refusedGoods", "heaviest", "longest", "quota",
      ])
    var terms = CarrierTerms(carrier: CarrierCode(text(node, "carrier", required: true)), rows: [])
    terms.divisor = integer(node, "divisor", 1...100_000)
    if let rounding = child(node, "rounding") { terms.rounding = self.rounding(rounding) }
    terms.hours = integer(node, "hours", 1...2000) ?? terms.hours
    terms.cod = child(node, "cod").map { rate($0) }
    terms.insurance = child(node, "insurance").map { rate($0) }
    terms.fuel = child(node, "fuel").map { rate($0) }
    terms.remote = list(node, "remote").map { remote($0) }
    terms.peaks = list(node, "peaks").compactMap { peak($0) }
    terms.oversize = child(node, "oversize").map { node in
      allow(node, ["millimeters", "fen"])
      return CarrierTerms.Oversize(
        millimeters: needed(node, "millimeters", 1...100_000), fen: needed(node, "fen", Self.money))
    }
    terms.bans = regions(node, "bans")
    terms.refusedGoods = Set(texts(node, "refusedGoods"))
    terms.heaviest = integer(node, "heaviest", Self.weight)
    terms.longest = integer(node, "longest", 1...100_000)
    terms.quota = integer(node, "quota", 0...10_000_000)
    let rows = list(node, "rows", required: true)
    if rows.isEmpty && node.json["rows"] != nil { report(node, "rows", "at least one row") }
    terms.rows = rows.map { row($0) }
    return terms
  }

  private mutating func rounding(_ node: Node) -> Rounding {
    allow(node, ["step", "mode", "grace", "least"])
    let step = needed(node, "step", 1...100_000)
    let mode = Rounding.Mode(rawValue: text(node, "mode").isEmpty ? "up" : text(node, "mode"))
    if mode == nil { report(node, "mode", "up, down or nearest") }
    let grace = integer(node, "grace", 0...100_000) ?? 0
    if grace >= max(2, step) { report(node, "grace", "less than the step") }
    return Rounding(
      step: step, mode: mode ?? .up, grace: grace, least: integer(node, "least", Self.weight) ?? 0)
  }

  private mutating func row(_ node: Node) -> TariffRow {
    allow(
      node,
      [
        "from", "to", "shipping", "validFrom", "validTo", "firstGrams", "firstFen", "bands",
        "addGrams", "addFen",
      ])
    var bands = list(node, "bands").map { node -> TariffRow.Band in
      allow(node, ["grams", "fen"])
      return TariffRow.Band(
        grams: needed(node, "grams", Self.weight), fen: needed(node, "fen", Self.money))
    }
    let hasFirst = node.json["firstGrams"] != nil || node.json["firstFen"] != nil
    if hasFirst == (node.json["bands"] != nil) {
      report(node, "firstGrams", "either firstGrams and firstFen, or bands")
    } else if hasFirst {
      bands = [
        TariffRow.Band(
          grams: needed(node, "firstGrams", Self.weight), fen: needed(node, "firstFen", Self.money))
      ]
    }
    for (before, after) in zip(bands, bands.dropFirst())
    where after.grams <= before.grams || after.fen < before.fen {
      report(node, "bands", "heavier bands after lighter ones, none cheaper than the one before")
      break
    }
    var further: TariffRow.Band?
    if node.json["addGrams"] != nil || node.json["addFen"] != nil {
      further = TariffRow.Band(
        grams: needed(node, "addGrams", Self.weight), fen: needed(node, "addFen", Self.money))
    }
    let (from, to) = (day(node, "validFrom"), day(node, "validTo"))
    if let from, let to, to < from { report(node, "validTo", "a day not before \(from)") }
    return TariffRow(
      from: region(node, "from"), to: region(node, "to"), shipping: text(node, "shipping"),
      validFrom: from, validTo: to, bands: bands, further: further)
  }

  private mutating func rate(_ node: Node) -> CarrierTerms.Rate {
    allow(node, ["permyriad", "least", "most"])
    let least = integer(node, "least", Self.money) ?? 0
    let most = integer(node, "most", Self.money)
    if let most, most < least { report(node, "most", "at least \(least)") }
    return CarrierTerms.Rate(
      permyriad: needed(node, "permyriad", 0...10_000), least: least, most: most)
  }

  private mutating func remote(_ node: Node) -> CarrierTerms.Remote {
    allow(node, ["regions", "fen", "fenPerKilogram"])
    return CarrierTerms.Remote(
      regions: regions(node, "regions"), fen: integer(node, "fen", Self.money) ?? 0,
      fenPerKilogram: integer(node, "fenPerKilogram", Self.money) ?? 0)
  }

  private mutating func peak(_ node: Node) -> CarrierTerms.Peak? {
    allow(node, ["from", "to", "fen"])
    let fen = needed(node, "fen", Self.money)
    guard let from = day(node, "from", required: true), let to = day(node, "to", required: true)
    else { return nil }
    if to < from { report(node, "to", "a day not before \(from)") }
    return CarrierTerms.Peak(from: from, to: to, fen: fen)
  }

  private mutating func rule(_ node: Node, _ known: Set<CarrierCode>) -> ChoiceRule {
    allow(
      node,
      ["name", "to", "fromGrams", "toGrams", "cod", "channels", "goods", "use", "avoid"])
    var cod: Bool?
    if let value = node.json["cod"] {
      cod = value.truth
      if cod == nil { report(node, "cod", "true or false") }
    }
    func carriers(_ name: String) -> Set<CarrierCode> {
      Set(
        texts(node, name).map { text in
          if !known.contains(CarrierCode(text)) { report(node, name, "carriers of this document") }
          return CarrierCode(text)
        })
    }
    let rule = ChoiceRule(
      name: text(node, "name", required: true), to: regions(node, "to"),
      fromGrams: integer(node, "fromGrams", Self.weight),
      toGrams: integer(node, "toGrams", Self.weight), cod: cod,
      channels: Set(texts(node, "channels")), goods: Set(texts(node, "goods")),
      use: carriers("use"), avoid: carriers("avoid"))
    if rule.use.isEmpty && rule.avoid.isEmpty { report(node, "use", "use or avoid") }
    return rule
  }

  static let weight = 0...100_000_000
  static let money = 0...100_000_000
}
