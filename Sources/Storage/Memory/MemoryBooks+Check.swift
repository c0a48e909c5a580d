import Warehouse

extension MemoryBooks {
  /// Everything that contradicts what is always true, as the engines' statements find it.
  func violations() -> [Violation] {
    stockViolations() + packingViolations() + journalViolations() + referenceViolations()
      + wayViolations() + exceptionViolations() + stopViolations() + waybillViolations()
      + doorViolations() + printerViolations() + mentionViolations()
      + benchViolations()
      + journeyViolations()
  }

  private func stockViolations() -> [Violation] {
    var moved: [SortedKey: Int] = [:]
    for entry in movements.rows.values {
      let movement = entry.movement
      moved[SortedKey(key: movement.from), default: 0] -= movement.quantity
      moved[SortedKey(key: movement.from.moved(to: movement.to)), default: 0] += movement.quantity
    }
    var wanted: [SortedKey: Int] = [:]
    for line in pickLineTable.rows.values where line.state == .open {
      wanted[SortedKey(key: line.from), default: 0] += line.quantity - line.picked
    }
    var found: [Violation] = []
    for key in Set(moved.keys).union(wanted.keys).union(stock.rows.keys).sorted() {
      let (record, subject) = (stock[key], key.key.checked)
      let booked = record?.quantity ?? 0
      if key.key.holder != .outside, moved[key, default: 0] != booked {
        let rule: Violation.Rule = if case .bin = key.key.holder { .stock } else { .contents }
        found.append(
          Violation(rule, subject, expected: moved[key, default: 0], found: booked))
      }
      if let record, let least = record.negative {
        found.append(Violation(.negative, subject, expected: 0, found: least))
      }
      let promised = record?.allocated ?? 0
      if wanted[key, default: 0] != promised {
        found.append(
          Violation(.allocated, subject, expected: wanted[key, default: 0], found: promised))
      }
      if promised > booked {
        found.append(Violation(.overAllocated, subject, expected: booked, found: promised))
      }
    }
    for line in pickLineTable.sorted
    where line.picked < 0 || line.picked > line.quantity
      || line.state == .picked && line.picked != line.quantity
    {
      found.append(
        Violation(.picked, line.code.rawValue, expected: line.quantity, found: line.picked))
    }
    return found
  }

  private func packingViolations() -> [Violation] {
    var found: [Violation] = []
    for line in orderLines.sorted {
      let done = line.packed + line.short
      let state = orders[line.order]?.state
      let isPacked = state == .packed || state == .shipped
      if line.packed < 0 || line.short < 0 || done > line.quantity
        || isPacked && done != line.quantity
      {
        found.append(
          Violation(
            .packed, "\(line.order)/\(line.number)", expected: line.quantity, found: done))
      }
    }
    found += verifiedViolations()
    let labelled = Set(jobs.rows.values.map(\.record.parcel))
    for parcel in parcelTable.sorted.map(\.record)
    where parcel.state == .closed || parcel.state == .shipped {
      if parcel.waybill?.isEmpty ?? true {
        found.append(Violation(.waybill, parcel.code.rawValue, expected: 1, found: 0))
      }
      if benches[parcel.workstation]?.printer != nil, !labelled.contains(parcel.code) {
        found.append(Violation(.label, parcel.code.rawValue, expected: 1, found: 0))
      }
    }
    let waybills = parcelTable.rows.values.compactMap(\.record.waybill)
    found += repeated(waybills).map { Violation(.waybill, $0, expected: 1, found: $1) }
    let firsts = jobs.rows.values.map(\.record).filter(\.reason.isEmpty)
    found += repeated(firsts.map(\.parcel.rawValue))
      .map { Violation(.reprint, $0, expected: 1, found: $1) }
    for job in jobs.sorted.map(\.record) {
      if job.attempts < (job.state.hasBegun ? 1 : 0) {
        found.append(
          Violation(.reprint, job.code.rawValue, expected: 1, found: job.attempts))
      }
    }
    return found
  }

  /// What is verified on an order's lines is what lies in its parcels.
  private func verifiedViolations() -> [Violation] {
    var packed: [String: Int] = [:]
    var inside: [String: Int] = [:]
    for line in orderLines.rows.values where line.packed != 0 {
      packed["\(line.order) \(line.sku)", default: 0] += line.packed
    }
    for record in stock.rows.values {
      guard case .parcel(let code) = record.key.holder, let parcel = parcelTable[code]?.record,
        parcel.state != .void
      else { continue }
      inside["\(parcel.order) \(record.key.sku)", default: 0] += record.quantity
    }
    return Set(packed.keys).union(inside.keys).sorted().compactMap { subject in
      let (expected, found) = (packed[subject, default: 0], inside[subject, default: 0])
      guard expected != found else { return nil }
      return Violation(.verified, subject, expected: expected, found: found)
    }
  }

  func repeated(_ names: [String]) -> [(String, Int)] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Stock {
  /// The figure that is below zero, if one is.
  fileprivate var negative: Int? {
    [quantity, allocated, frozen].first { $0 < 0 }
  }
}

extension StockKey {
  /// The key in words, as violations name it.
  var checked: String {
    [holder.description, sku.rawValue, lot, expiry.map { "\($0.number)" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
