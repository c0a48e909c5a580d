import Warehouse

extension Packing {
  /// The prompt for a tote or an order.
  public static let scanSource = Text(zh: "扫周转箱或订单", en: "Scan tote or order")
  /// The prompt for a piece.
  public static let scanPiece = Text(zh: "扫商品", en: "Scan a piece")

  static func pickedShort(_ view: PackView) -> [Text] {
    let missing = view.lines.reduce(0) { $0 + max(0, $1.ordered - $1.packed - $1.inTote) }
    return [Text(zh: "拣货缺 \(missing) 件", en: "Picked short: \(missing)")]
  }

  func named(_ meaning: Meaning) -> [Text] {
    [
      Text(zh: "不是这单的", en: "Not in this order"),
      Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)"),
      Text(zh: "拿出来放一边", en: "Take it out"),
    ]
  }

  /// What the person sees now.
  public var screen: Screen {
    switch state {
    case .source, .opening:
      return Screen(
        title: Text(zh: "复核打包", en: "Packing"),
        body: waiting
          + (packed == 0
            ? []
            : [
              .fact(
                Fact(Text(zh: "已打包", en: "Packed"), trailing: Text("\(packed)"), rank: 3))
            ]),
        message: message, prompt: .scan(Self.scanSource), keys: [.back, .lookup] + labelKeys)
    case .piece(let view, _):
      return Screen(
        title: title(view), progress: recorded, body: body(view), message: message,
        prompt: .scan(piecePrompt), keys: [.back, .lookup, .full, .missing] + labelKeys,
        panes: panes(view))
    case .whole(let view, let parcel):
      return Screen(
        title: title(view), progress: recorded,
        body: [
          .fact(Fact(Text(zh: "全部已复核", en: "All verified"), weight: .headline)),
          .fact(Fact(Text(parcel.rawValue), weight: .strong)),
          .fact(Fact(Text(zh: "原面单已作废", en: "Old label is void"))),
          .fact(Fact(Text(zh: "撕掉旧面单", en: "Tear it off"))),
        ], message: message,
        prompt: .confirm(Text(zh: "Enter 出新面单", en: "Enter: new label")), keys: [.back])
    case .bench(let view, let known, let step): return screen(view, known, step)
    case .proof(let parcel, let number, _): return proof(parcel, number)
    case .hot(let view): return hot(view)
    case .lost(let view): return lost(view)
    case .missing(let view, _), .deciding(let view, _):
      return Screen(
        title: title(view), progress: recorded,
        body: missing(view).map { .fact($0) }, message: message,
        prompt: .choose(
          Text(zh: "缺件怎么办?", en: "Pieces missing?"),
          Self.sending(view) + [
            Choice(Settlement.hold.rawValue, Text(zh: "挂起等主管", en: "Hold the order")),
            Choice("back", Text(zh: "继续找", en: "Go on looking")),
          ]), keys: [.back], panes: panes(view))
    }
  }

  /// Of an order of which nothing was verified there is nothing to send.
  private static func sending(_ view: PackView) -> [Choice] {
    guard view.lines.contains(where: { $0.packed > 0 }) else { return [] }
    return [Choice(Settlement.shipWithout.rawValue, Text(zh: "先发有的", en: "Send what is here"))]
  }

  static func notHot(_ meaning: Meaning, _ view: BulkView) -> [Text] {
    [
      Text(zh: "不是这箱的", en: "Not of this tote"),
      Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)"),
      Text(zh: "要: \(view.product.name.zh)", en: "Take: \(view.product.name.en)"),
    ]
  }

  private func hot(_ view: BulkView) -> Screen {
    Screen(
      title: Text(zh: "爆款 \(view.tote)", en: "Hot \(view.tote)"), progress: recorded,
      body: [
        .fact(
          Fact(Text(zh: "还剩 \(view.left) 件", en: "\(view.left) to go"), weight: .headline)),
        .gap, .fact(Fact(Text(view.product.name), weight: .strong)),
        .fact(
          Fact(
            Text(
              view.product.packagings.first?.barcodes.first ?? view.product.sku.rawValue),
            rank: 5)),
        .fact(Fact(Text(zh: "一件一单", en: "A piece an order"), rank: 4)),
      ], message: message, prompt: .scan(piecePrompt), keys: [.back, .lookup, .missing])
  }

  private func lost(_ view: BulkView) -> Screen {
    Screen(
      title: Text(zh: "爆款 \(view.tote)", en: "Hot \(view.tote)"), progress: recorded,
      body: [.fact(Fact(Text(view.product.name), weight: .strong))], message: message,
      prompt: .choose(
        Text(zh: "账上还有 \(view.left) 件", en: "\(view.left) by the book"),
        [
          Choice("lost", Text(zh: "没有了, 记缺", en: "Not there: short")),
          Choice("back", Text(zh: "继续找", en: "Go on looking")),
        ]), keys: [.back])
  }

  private func title(_ view: PackView) -> Text {
    Text(zh: "复核 \(view.order)", en: "Pack \(view.order)")
  }

  private func body(_ view: PackView) -> [Screen.Body] {
    let open = view.lines.filter { $0.packed < $0.ordered }
    let left = open.reduce(0) { $0 + $1.ordered - $1.packed }
    var body: [Screen.Body] = [
      .fact(
        Fact(
          Text(zh: "还差 \(left) 件", en: "\(left) to go"), trailing: Text(view.carrier),
          weight: .headline))
    ]
    body += open.enumerated().map { index, line in
      .fact(
        Fact(
          line.name, trailing: Text("\(line.packed)/\(line.ordered)"),
          rank: 2 + min(index, 20)))
    }
    return body + packedIn
  }

  private func missing(_ view: PackView) -> [Fact] {
    view.lines.filter { $0.packed < $0.ordered }.map { line in
      Fact(
        Text(line.product.name),
        trailing: Text(zh: "缺\(line.ordered - line.packed)", en: "-\(line.ordered - line.packed)"))
    }
  }

  func panes(_ view: PackView) -> [Pane] {
    let facts = view.lines.map { line in
      Fact(
        Text(line.product.name), trailing: Text("\(line.packed)/\(line.ordered)"),
        weight: line.packed < line.ordered ? .plain : .dim)
    }
    return [
      .list(
        Text(
          zh: "订单 \(view.order)  箱 \(view.totes.map(\.rawValue).joined(separator: " "))",
          en: "Order \(view.order)  tote \(view.totes.map(\.rawValue).joined(separator: " "))"),
        facts)
    ]
  }
}

extension KeyHint {
  /// Pieces are missing.
  static let missing = KeyHint(.function(9), Text(zh: "缺", en: "Missing"))
}
