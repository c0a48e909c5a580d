extension Reader {
  /// The parcel to be sorted or the cage behind a code, or why the parcel cannot be; anything else
  /// is named.
  func sorting(_ code: String) throws -> Answer {
    if let cage = try facts.cage(Code(code)) { return .cage(try load(cage)) }
    guard let parcel = try facts.parcel(waybill: code) ?? facts.parcel(Code(code)) else {
      return .meaning(try meaning(code))
    }
    let rules = Rules(
      facts: facts, context: Context(id: "", session: nil, at: Timestamp(milliseconds: 0)))
    do {
      let waybill = try rules.leavable(parcel)
      try rules.checked(parcel)
      let cages = try facts.cages().filter { $0.carrier == parcel.carrier }.map(load)
      let name = try carrier(parcel.carrier)
      guard !cages.isEmpty else { return .notSortable(.noCage(waybill, name)) }
      return .sorting(
        SortView(
          parcel: parcel.code, waybill: waybill, carrier: parcel.carrier, name: name,
          cages: cages, inside: try facts.caged(parcel.code)?.cage))
    } catch let refusal as Refusal {
      return .notSortable(refusal)
    }
  }

  /// The pickup or the manifest behind the code of a cage or a manifest; anything else is named.
  func pickup(_ code: String) throws -> Answer {
    if let manifest = try facts.manifest(Code(code)) { return .manifest(try view(manifest)) }
    guard let cage = try facts.cage(Code(code)) else { return .meaning(try meaning(code)) }
    if let waiting = try facts.figures(of: cage.code).manifest,
      let manifest = try facts.manifest(waiting)
    {
      return .manifest(try view(manifest))
    }
    let cages = try facts.cages().filter { $0.carrier == cage.carrier }.map(load)
      .filter { $0.figures.parcels > 0 && $0.figures.manifest == nil }
    let inside = try facts.caged(in: cage.code)
    // Before the cages are closed nobody asks what time it is: what is due with them is late.
    let late = try facts.lastCutOff(of: inside).map { until in
      try facts.late(
        cage.carrier, without: Set(inside.map(\.parcel)), until: until, on: "")
    }
    return .pickup(
      PickupView(
        carrier: cage.carrier, name: try carrier(cage.carrier), cage: cage.code, cages: cages,
        late: LateView(late ?? [])))
  }

  func load(_ cage: Cage) throws -> CageLoad {
    CageLoad(
      cage: cage, carrier: try carrier(cage.carrier), figures: try facts.figures(of: cage.code))
  }

  func view(_ manifest: Manifest) throws -> ManifestView {
    ManifestView(
      manifest: manifest, name: try carrier(manifest.carrier),
      late: LateView(
        try facts.manifestLines(of: manifest.code).filter { $0.part == .left }))
  }

  /// Every cage with what stands in it.
  func cages() throws -> [CageLoad] { try facts.cages().map(load) }

  /// A parcel with where it stands, once it is on its way out.
  func placed(_ parcel: Parcel) throws -> Meaning {
    if let inside = try facts.caged(parcel.code) {
      return .placed(parcel, .cage(inside.cage, inside.manifest))
    }
    if parcel.state == .shipped, let manifest = try facts.manifest(of: parcel.code) {
      if let stage = try facts.journey(of: parcel.code)?.stage {
        return .placed(parcel, .underway(manifest.code, stage))
      }
      return .placed(parcel, .handedOver(manifest.code))
    }
    return .parcel(parcel)
  }

  /// Cages and manifests; nil for any other code.
  func atTheDoor(_ code: String) throws -> Meaning? {
    if let cage = try facts.cage(Code(code)) { return .cage(try load(cage)) }
    return try facts.manifest(Code(code)).map { .manifest($0) }
  }
}
