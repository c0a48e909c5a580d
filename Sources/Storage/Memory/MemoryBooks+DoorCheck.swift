import Warehouse

extension MemoryBooks {
  /// What happens to parcels after their labels, where it is not as it must be.
  func doorViolations() -> [Violation] {
    shippedViolations() + cagedViolations() + manifestViolations() + missingAtTheDoor()
  }

  private func shippedViolations() -> [Violation] {
    var found: [Violation] = []
    let signed = Set(
      door.manifests.rows.values.map(\.record).filter { $0.state == .signed }.map(\.code))
    for parcel in parcelTable.sorted.map(\.record) where parcel.state == .shipped {
      let count = door.lines.rows("sent", parcel.code).filter { signed.contains($0.manifest) }.count
      if count != 1 {
        found.append(Violation(.shipped, parcel.code.rawValue, expected: 1, found: count))
      }
    }
    for line in door.lines.sorted where line.part == .sent && signed.contains(line.manifest) {
      guard let parcel = parcelTable[line.parcel]?.record, parcel.state != .shipped else {
        continue
      }
      found.append(
        Violation(.shipped, "\(line.manifest) \(line.parcel)", expected: 1, found: 0))
    }
    for order in orders.sorted where order.state == .shipped {
      let states = parcelTable.rows("order", order.number).map(\.record.state)
      let isGone = states.allSatisfy { $0 == .shipped || $0 == .void }
      if !isGone || !states.contains(.shipped) {
        found.append(Violation(.shipped, order.number.rawValue, expected: 1, found: 0))
      }
    }
    for parcel in parcelTable.sorted.map(\.record) where parcel.state == .shipped {
      let told = door.messages.rows("parcel", parcel.code).map(\.record)
        .filter { $0.waybill == parcel.waybill }
      for kind in [OutboxMessage.Kind.notice, .tracking] {
        let count = told.filter { $0.kind == kind }.count
        guard count != 1 else { continue }
        found.append(
          Violation(.told, "\(parcel.code) \(kind.rawValue)", expected: 1, found: count))
      }
    }
    for message in door.messages.sorted.map(\.record) {
      let isOfParcel = message.kind == .tracking || message.kind == .notice
      guard message.about.isEmpty != isOfParcel || message.parcel.rawValue.isEmpty == isOfParcel
      else { continue }
      found.append(Violation(.told, message.key, expected: 1, found: 0))
    }
    return found
  }

  private func cagedViolations() -> [Violation] {
    door.caged.sorted.compactMap { entry in
      guard let parcel = parcelTable[entry.parcel]?.record, let cage = door.cages[entry.cage],
        parcel.state != .closed || parcel.waybill == nil || parcel.carrier != cage.carrier
      else { return nil }
      return Violation(.caged, entry.parcel.rawValue, expected: 1, found: 0)
    }
  }

  private func manifestViolations() -> [Violation] {
    var found: [Violation] = []
    var listed: Set<ManifestKey> = []
    for manifest in door.manifests.sorted.map(\.record) {
      let sent = door.lines.rows("manifest", manifest.code).filter { $0.part == .sent }
      let grams = sent.reduce(0) { $0 + $1.grams }
      if sent.count != manifest.parcels {
        found.append(
          Violation(
            .manifest, "\(manifest.code) parcels", expected: manifest.parcels, found: sent.count))
      }
      if grams != manifest.grams {
        found.append(
          Violation(.manifest, "\(manifest.code) grams", expected: manifest.grams, found: grams))
      }
      let isSigned = manifest.signed != nil && !manifest.signature.isEmpty
      if (manifest.state == .signed) != isSigned {
        found.append(Violation(.manifest, "\(manifest.code) signature", expected: 1, found: 0))
      }
      guard manifest.state == .closed else { continue }
      listed.formUnion(sent.map { ManifestKey(manifest: $0.manifest, parcel: $0.parcel) })
    }
    let stands = Set(
      door.caged.rows.values.compactMap { entry in
        entry.manifest.map { ManifestKey(manifest: $0, parcel: entry.parcel) }
      })
    for key in listed.symmetricDifference(stands).sorted() {
      found.append(
        Violation(
          .manifest, "\(key.manifest) \(key.parcel)", expected: listed.contains(key) ? 1 : 0,
          found: stands.contains(key) ? 1 : 0))
    }
    return found
  }

  private func missingAtTheDoor() -> [Violation] {
    var missing: Set<String> = []
    func require(_ found: Bool, _ words: String) { if !found { missing.insert(words) } }
    for cage in door.cages.rows.values {
      require(carrierTable[cage.carrier] != nil, "cage refers to carrier \(cage.carrier)")
    }
    for entry in door.caged.rows.values {
      require(parcelTable[entry.parcel] != nil, "caged refers to parcel \(entry.parcel)")
      require(door.cages[entry.cage] != nil, "caged refers to cage \(entry.cage)")
    }
    for manifest in door.manifests.rows.values.map(\.record) {
      require(
        carrierTable[manifest.carrier] != nil, "manifest refers to carrier \(manifest.carrier)")
    }
    for line in door.lines.rows.values {
      require(
        door.manifests[line.manifest] != nil, "manifest_line refers to manifest \(line.manifest)")
      require(parcelTable[line.parcel] != nil, "manifest_line refers to parcel \(line.parcel)")
    }
    for message in door.messages.rows.values.map(\.record) {
      require(orders[message.order] != nil, "outbox refers to orders \(message.order)")
      require(
        parcelTable[message.parcel] != nil || !message.about.isEmpty,
        "outbox refers to parcel \(message.parcel)")
    }
    return missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
