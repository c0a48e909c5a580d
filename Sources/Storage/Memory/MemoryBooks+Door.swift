import Warehouse

/// A parcel on a manifest, as a key.
struct ManifestKey: Hashable, Comparable {
  let manifest: Code<Manifest>
  let parcel: Code<Parcel>

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.manifest == rhs.manifest ? lhs.parcel < rhs.parcel : lhs.manifest < rhs.manifest
  }
}

/// The tables of what happens to a parcel after its label.
struct DoorTables {
  let cages = MemoryTable<Code<Cage>, Cage>()
  let caged = MemoryTable<Code<Parcel>, CagedParcel>(["cage": { $0.cage }])
  let manifests = MemoryTable<Code<Manifest>, Journalled<Manifest>>()
  let lines = MemoryTable<ManifestKey, ManifestLine>([
    "manifest": { $0.manifest }, "sent": { $0.part == .sent ? $0.parcel : nil },
  ])
  let messages = MemoryTable<String, Journalled<OutboxMessage>>([
    "state": { $0.record.state }, "parcel": { $0.record.parcel },
  ])

  var all: [any Revertible] { [cages, caged, manifests, lines, messages] }
}

extension MemoryBooks {
  func cage(_ code: Code<Cage>) throws -> Cage? { door.cages[code] }
  func cages() throws -> [Cage] { door.cages.sorted }
  func caged(_ parcel: Code<Parcel>) throws -> CagedParcel? { door.caged[parcel] }
  func caged(in cage: Code<Cage>) throws -> [CagedParcel] { door.caged.rows("cage", cage) }

  func figures(of cage: Code<Cage>) throws -> CageFigures {
    let inside = door.caged.rows("cage", cage)
    return CageFigures(
      parcels: inside.count, grams: inside.reduce(0) { $0 + $1.grams },
      manifest: inside.compactMap(\.manifest).max())
  }

  func unsortedCount() throws -> Int {
    let caged = door.caged.rows.keys.filter { parcelTable[$0]?.record.state == .closed }.count
    return parcelTable.rows.values.filter { $0.record.state == .closed }.count - caged
  }

  func parcels(of carrier: Code<Carrier>, in state: Parcel.State) throws -> [Parcel] {
    parcelTable.sorted.map(\.record).filter { $0.carrier == carrier && $0.state == state }
  }

  func manifest(_ code: Code<Manifest>) throws -> Manifest? { door.manifests[code]?.record }
  func manifests() throws -> [Manifest] { door.manifests.sorted.map(\.record) }
  func manifestCount() throws -> Int { door.manifests.rows.count }

  func manifestLines(of code: Code<Manifest>) throws -> [ManifestLine] {
    door.lines.rows("manifest", code)
  }

  func manifest(of parcel: Code<Parcel>) throws -> Manifest? {
    door.lines.rows("sent", parcel).first.flatMap { door.manifests[$0.manifest]?.record }
  }

  func message(_ key: String) throws -> OutboxMessage? { door.messages[key]?.record }

  func messages(in state: OutboxMessage.State, limit: Int) throws -> [OutboxMessage] {
    Array(byTurn(state).prefix(limit))
  }

  func dueMessages(at moment: Timestamp, limit: Int) throws -> [OutboxMessage] {
    let due = byTurn(.queued).filter { message in
      message.due <= moment && message.lease.map { $0 <= moment } ?? true
    }
    return Array(due.prefix(limit))
  }

  func messageCounts() throws -> [OutboxMessage.State: Int] {
    var counts: [OutboxMessage.State: Int] = [:]
    for state in OutboxMessage.State.allCases {
      let count = door.messages.count("state", state)
      if count > 0 { counts[state] = count }
    }
    return counts
  }

  private func byTurn(_ state: OutboxMessage.State) -> [OutboxMessage] {
    door.messages.rows("state", state).map(\.record).sorted {
      $0.due == $1.due ? Code<Parcel>($0.key) < Code<Parcel>($1.key) : $0.due < $1.due
    }
  }

  func write(_ lines: [ManifestLine], of code: Code<Manifest>) {
    for line in door.lines.rows("manifest", code) {
      door.lines[ManifestKey(manifest: code, parcel: line.parcel)] = nil
    }
    for line in lines { door.lines[ManifestKey(manifest: code, parcel: line.parcel)] = line }
  }
}
