import Warehouse

/// What became of what the bench asked for.
extension Packing {
  mutating func heard(_ outcome: Outcome) -> [Effect] {
    if case .done = outcome { wantsSerial = false }
    if decided != nil { return labelDecided(outcome) }
    if case .proof(let parcel, let number, let hot) = state {
      return proved(outcome, number.isEmpty ? parcel.rawValue : number, hot)
    }
    if case .bench(let view, let known?, let step) = state,
      let effects = heardAtBench(outcome, view, known, step)
    {
      return effects
    }
    let (wasFilling, wasNoting) = (isFilling, isNoting)
    (isFilling, isNoting) = (nil, nil)
    switch (outcome, state) {
    case (.done(.filled(let parcel, let waybill, let next)), _):
      guard let view = current else { return [] }
      return filled(parcel, waybill, next, view)
    case (.done(.dropped(let cart, let bench, let totes)), _):
      place = bench
      message = Message(
        .good,
        [
          Text(zh: "\(cart) 放到 \(bench)", en: "\(cart) left at \(bench)"),
          Text(zh: "\(totes) 个周转箱", en: totes.counted("tote")),
        ])
      return [.sound(.good), .ask(.queue(bench))]
    case (.done(.signedIn(let session)), .source):
      place = session.workstation
      let bench = session.workstation?.rawValue ?? "-"
      message = Message(.good, [Text(zh: "工位 \(bench)", en: "Bench \(bench)")])
      return [.sound(.good), .ask(.queue(place))]
    case (.done(.verified(left: 0, undecided: 0)), .deciding(let view, let parcel)):
      return askBench(view, parcel)
    case (.done(.verified), .piece(let view, let parcel)) where wasFilling == true:
      return askBench(view, parcel)
    case (.done(.plain), .piece(let view, let parcel)) where wasNoting == true:
      return askBench(view, parcel)
    case (.refused(.serialsWanted), .piece), (.refused(.serialsWanted), .hot):
      wantsSerial = true
      let wanted = Refusal.serialsWanted("", found: told.serials.count, wanted: units)
      message = Message(.plain, wanted.lines)
      return [.sound(.good)]
    case (.done(.opened(let parcel)), .opening):
      guard let view else { return [] }
      bench = nil
      if view.asks == true { return askBench(view, parcel) }
      guard view.lines.contains(where: { $0.packed < $0.ordered || $0.inTote > 0 }) else {
        state = .whole(view, parcel)
        return [.sound(.good)]
      }
      state = .piece(view, parcel)
      if view.lines.allSatisfy({ $0.packed + $0.inTote >= $0.ordered }) { return [.sound(.good)] }
      message = Message(.warn, Self.pickedShort(view))
      return [.sound(.good)]
    case (.done(.verified(let left, let undecided)), .piece(var view, let parcel)):
      guard let product = scanned else { return [] }
      count(product, in: &view)
      if left == 0, undecided == 0 {
        message = nil
        return askBench(view, parcel)
      }
      state = left == 0 && undecided > 0 ? .missing(view, parcel) : .piece(view, parcel)
      message = Message(
        .good, [Text(zh: "好: \(product.name.zh)", en: "OK: \(product.name.en)")])
      return [.sound(.good)]
    case (.done(.closed(let parcel, let waybill)), _):
      closed(parcel, waybill, hot: hot)
      packed += 1
      follow(parcel, waybill)
      message = Message(
        .good,
        [
          Text(zh: "已封箱, 面单打印中", en: "Closed, label prints"),
          Text(waybill), Text(parcel.rawValue),
        ])
      return [.sound(.good)]
    case (.done(.carried(let parcel, let waybill, let carriage)), _):
      closed(parcel, waybill ?? "", hot: hot)
      packed += 1
      follow(parcel, waybill ?? "")
      message = Message(.good, Self.carried(parcel, waybill, carriage))
      return [.sound(.good)]
    case (.done(.opened(let parcel)), .hot(var view)):
      // What the site wants of every parcel is asked for.
      view.left -= 1
      view.packed += 1
      hot = view
      return look(parcel.rawValue)
    case (.done(.packedNext(let parcel, let waybill, let left)), .hot(var view)):
      packed += 1
      follow(parcel, waybill)
      view.left = left
      view.packed += 1
      closed(parcel, waybill, hot: view)
      message = Message(
        .good,
        [
          Text(
            zh: "第 \(view.packed)/\(view.orders) 单", en: "Order \(view.packed) of \(view.orders)"),
          waybill.isEmpty ? Text(zh: "等单号", en: "Waits for its number") : Text(waybill),
          Text(parcel.rawValue),
        ])
      return [.sound(.good)]
    case (.done(.lost(let count)), .hot(let view)):
      state = .source
      message = Message(
        .warn,
        [Text(zh: "\(view.tote) 缺 \(count) 件已记", en: "\(view.tote): \(count) short")])
      return [.sound(.good)]
    case (.done(.lost(let count)), .deciding(let view, _)):
      state = .source
      message = Message(
        .warn, [Text(zh: "\(view.order) 缺 \(count) 件已记", en: "\(view.order): \(count) short")])
      return [.sound(.good)]
    case (.done, .deciding(let view, _)):
      state = .source
      message = Message(
        .warn, [Text(zh: "订单 \(view.order) 已挂起", en: "Order \(view.order) is held")])
      return [.sound(.good)]
    case (.refused(let refusal), .deciding(let view, let parcel)):
      let isWhole = view.lines.allSatisfy { $0.packed >= $0.ordered && $0.inTote == 0 }
      state = isWhole ? .whole(view, parcel) : .missing(view, parcel)
      return refuse(refusal.lines)
    case (.refused(let refusal), .opening):
      // Where somebody else has the open parcel, the tote goes on.
      state = hot.map { .hot($0) } ?? .source
      return refuse(refusal.lines)
    case (.refused(.wrongItem), _), (.refused(.extraPiece), _):
      guard case .refused(let refusal) = outcome, let scanned else { return [] }
      var lines = refusal.lines
      lines.insert(Text(scanned.name), at: 1)
      return refuse(lines)
    case (.refused(let refusal), _): return refuse(refusal.lines)
    case (.done, _): return []
    }
  }

  private func count(_ product: Product, in view: inout PackView) {
    guard let index = view.lines.firstIndex(where: { $0.product.sku == product.sku }) else {
      return
    }
    view.lines[index].packed += units
    view.lines[index].inTote -= units
  }
}
