import Warehouse

extension SiteRecords {
  /// Something a drill asks for that its site does not have.
  struct Missing {
    /// The key of the drill's file.
    var part: String
    /// Which item of its list, from 0.
    var index: Int?
    /// The line, where it is known already.
    var line: Int?
    var sentence: String
  }

  func problems(in drill: Drill) -> [Missing] {
    stockProblems(drill) + orderProblems(drill) + faultProblems(drill) + noteProblems(drill)
  }

  private func stockProblems(_ drill: Drill) -> [Missing] {
    let (bins, skus) = (bins, skus)
    return drill.stock.enumerated().flatMap { index, put in
      var missing: [Missing] = []
      if !bins.contains(put.bin) {
        missing.append(Missing(part: "stock", index: index, sentence: "no bin \(put.bin)"))
      }
      if !skus.contains(put.sku) {
        missing.append(Missing(part: "stock", index: index, sentence: "no product \(put.sku)"))
      }
      return missing
    }
  }

  private func orderProblems(_ drill: Drill) -> [Missing] {
    let skus = skus
    let carriers = site.compactMap { record in
      if case .carrier(let carrier) = record { carrier.code.rawValue } else { nil }
    }
    var left = pieces(drill)
    var missing: [Missing] = []
    for (index, order) in drill.orders.enumerated() {
      func add(_ sentence: String) {
        missing.append(
          Missing(part: "orders", index: index, sentence: "order \(index + 1): \(sentence)"))
      }
      if let carrier = order.carrier, !carriers.contains(carrier) { add("no carrier \(carrier)") }
      for line in order.lines {
        guard skus.contains(line.sku) else {
          add("no product \(line.sku)")
          continue
        }
        let there = left[line.sku, default: 0]
        if there < line.quantity {
          add("\(line.sku) \(line.quantity): expected at most \(max(0, there)), all there is")
        }
        left[line.sku] = there - line.quantity
      }
    }
    return missing
  }

  /// The pieces of each product as a drill begins.
  private func pieces(_ drill: Drill) -> [String: Int] {
    let changed = Set(drill.stock.map(\.bin))
    var pieces: [String: Int] = [:]
    for case .count(let key, let quantity) in stock {
      if case .bin(let bin) = key.holder, changed.contains(bin.rawValue) { continue }
      pieces[key.sku.rawValue, default: 0] += quantity
    }
    for put in drill.stock { pieces[put.sku, default: 0] += put.quantity }
    return pieces
  }

  private func faultProblems(_ drill: Drill) -> [Missing] {
    let (bins, skus) = (bins, skus)
    var missing: [Missing] = []
    for fault in drill.faults {
      func add(_ sentence: String) {
        missing.append(
          Missing(
            part: "faults", line: fault.line, sentence: "\(fault.kind.rawValue): \(sentence)"))
      }
      let isProduct = fault.kind == .seedWrong
      for bin in [fault.bin, isProduct ? nil : fault.with].compactMap({ $0 })
      where !bins.contains(bin) {
        add("no bin \(bin)")
      }
      for sku in [fault.sku, isProduct ? fault.with : nil].compactMap({ $0 })
      where !skus.contains(sku) {
        add("no product \(sku)")
      }
      if let order = fault.order, order > drill.orders.count { add("no order \(order)") }
      if let with = fault.with, with == (isProduct ? fault.sku : fault.bin) {
        add("with \(with): expected another one")
      }
      let swaps = fault.kind == .totesSwapped || fault.kind == .wallTotesSwapped
      if swaps, let slot = fault.slot, slot == fault.by {
        add("by \(slot): expected another slot")
      }
    }
    return missing
  }

  private func noteProblems(_ drill: Drill) -> [Missing] {
    let (bins, skus) = (bins, skus)
    return drill.notes.enumerated().compactMap { index, note in
      let sentence: String? =
        if note.work == .count || note.work == .correct {
          bins.contains(note.at) ? nil : "no bin \(note.at)"
        } else if note.work == .teach {
          skus.contains(note.at) ? nil : "no product \(note.at)"
        } else if note.work.isAboutOrder,
          !(Int(note.at).map { (1...max(1, drill.orders.count)).contains($0) } ?? false)
        {
          "no order \(note.at), expected its number"
        } else {
          nil
        }
      return sentence.map {
        Missing(part: "notes", index: index, sentence: "\(note.work.rawValue): \($0)")
      }
    }
  }
}
