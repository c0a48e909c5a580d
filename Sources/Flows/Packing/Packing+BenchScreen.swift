import Warehouse

/// What the bench shows while it asks for carton, weight or label.
extension Packing {
  /// The screen of a step.
  func screen(_ view: PackView, _ known: BenchView?, _ step: Step) -> Screen {
    let title = Text(zh: "复核 \(view.order)", en: "Pack \(view.order)")
    let waiting = Screen(
      title: title, progress: recorded, message: message,
      prompt: .wait(Text(zh: "请稍等", en: "One moment")), keys: [.back])
    guard let known else { return waiting }
    switch step {
    case .asking: return waiting
    case .carton:
      return Screen(
        title: title, progress: recorded, body: proposal(known), message: message,
        prompt: .scan(Self.scanCarton), keys: [.back, .lookup] + labelKeys,
        panes: panes(view))
    case .instead(let carton):
      return Screen(
        title: title, progress: recorded,
        body: [.fact(Fact(Text(zh: "改用 \(carton)", en: "\(carton) instead"), weight: .headline))],
        message: message,
        prompt: .choose(
          Text(zh: "为什么换箱?", en: "Why another one?"),
          CartonReason.allCases.map { Choice($0.rawValue, $0.text) }
            + [Choice("back", Text(zh: "不换", en: "Not after all"))]),
        keys: [.back], panes: panes(view))
    case .weight:
      return Screen(
        title: title, progress: recorded, body: weight(known), message: message,
        prompt: .text(Self.scanWeight),
        keys: [.back] + (off == nil ? [] : view.totes.isEmpty ? [.release] : [.recheck, .release])
          + labelKeys,
        panes: panes(view))
    case .release(let off):
      return Screen(
        title: title, progress: recorded, body: [.fact(Self.fact(off))] + weight(known),
        message: message, prompt: .scan(Self.scanSupervisor), keys: [.back])
    case .pin(let off, let badge):
      return Screen(
        title: title, progress: recorded, body: [.fact(Self.fact(off))], message: message,
        prompt: .secret(Text(zh: "\(badge) 密码", en: "PIN of \(badge)")), keys: [.back])
    case .reason(let off, let badge):
      return Screen(
        title: title, progress: recorded,
        body: [.fact(Self.fact(off)), .fact(Fact(Text(badge.rawValue)))], message: message,
        prompt: .choose(
          Text(zh: "为什么放行?", en: "Why let it pass?"),
          WeightReason.allCases.map { Choice($0.rawValue, $0.text) }
            + [Choice("back", Text(zh: "不放行", en: "Not after all"))]),
        keys: [.back])
    }
  }

  /// The screen of a parcel whose label is to be scanned on it.
  func proof(_ parcel: Code<Parcel>, _ number: String) -> Screen {
    Screen(
      title: Text(zh: "核对面单", en: "Check the label"),
      body: [
        .fact(Fact(Text(parcel.rawValue), weight: .headline)),
        .fact(Fact(Text(zh: "单号 \(number)", en: "No. \(number)"), rank: 3)),
      ], message: message, prompt: .scan(Self.scanProof), keys: [.back, .lookup] + labelKeys)
  }

  /// What waits, the first truck first.
  var waiting: [Screen.Body] {
    guard let queue, queue.count > 0 else { return [] }
    let rows = queue.entries.enumerated().map { index, entry in
      let clock = entry.cutOff.clock(utcOffset: queue.utcOffset)
      return Screen.Body.fact(
        Fact(
          Text("\(clock) \(entry.tote?.rawValue ?? entry.order.rawValue)"),
          trailing: Text(zh: "\(entry.pieces)件", en: "\(entry.pieces)"), rank: 5 + index))
    }
    return [
      .fact(
        Fact(
          Text(zh: "等打包", en: "To pack"),
          trailing: Text(zh: "\(queue.count) 单", en: "\(queue.count)"),
          weight: .strong, rank: 2))
    ] + rows
  }

  /// Carton and material of the parcel on the bench, for beside its pieces.
  var packedIn: [Screen.Body] {
    guard let bench else { return [] }
    var facts: [Screen.Body] = []
    if let carton = bench.packing.carton {
      facts.append(.fact(Fact(Text(zh: "箱 \(carton)", en: "In \(carton)"), rank: 24)))
    }
    return facts + materials(bench)
  }

  private func proposal(_ known: BenchView) -> [Screen.Body] {
    guard let advice = known.advice else { return [] }
    guard let first = advice.proposed.first else {
      let why =
        advice.trouble.map { Text(zh: "没量过: \($0)", en: "Not measured: \($0)") }
        ?? Text(zh: "没有合适的箱", en: "No carton holds it")
      return [
        .fact(Fact(Text(zh: "自己选箱", en: "Choose a carton"), weight: .headline)), .fact(Fact(why)),
      ]
    }
    var body: [Screen.Body] = [
      .fact(
        Fact(
          Text(first.code.rawValue),
          trailing: Text(zh: "空 \(first.void)%", en: "void \(first.void)%"), weight: .headline))
    ]
    if advice.proposed.count > 1 {
      body.append(
        .fact(
          Fact(
            Text(
              zh: "共 \(advice.proposed.count) 箱, 先装 \(first.pieces)",
              en: "\(advice.proposed.count) boxes, \(first.pieces) here"), rank: 2)))
    }
    body.append(.fact(Fact(Text(zh: "推荐纸箱", en: "Proposed carton"), rank: 4)))
    return body + materials(known)
  }

  /// Material in use and proposed.
  private func materials(_ known: BenchView) -> [Screen.Body] {
    known.rules.materials.compactMap { material in
      let used = known.packing.materials.first { $0.code == material.code }?.count ?? 0
      let void = known.advice?.proposed.first?.void ?? 0
      let isProposed =
        material.forFragile && known.isFragile || material.fromVoid.map { void >= $0 } ?? false
      guard used > 0 || isProposed else { return nil }
      return .fact(
        Fact(
          Text(material.name),
          trailing: used > 0
            ? Text("x\(used)") : Text(zh: "扫 \(material.code)", en: "\(material.code)"),
          rank: 6))
    }
  }

  private func weight(_ known: BenchView) -> [Screen.Body] {
    let expected = known.expected
    var body: [Screen.Body] = [.fact(Fact(shown, weight: .headline))]
    body.append(
      .fact(
        Fact(
          Text(zh: "应重 \(expected.grams) 克", en: "Should be \(expected.grams) g"), rank: 2)))
    if expected.most < 1_000_000 {
      body.append(
        .fact(
          Fact(
            Text(
              zh: "可在 \(expected.least)-\(expected.most)",
              en: "from \(expected.least)-\(expected.most)"), rank: 3)))
    }
    return body + packedIn
  }

  /// The scale in words: one line.
  private var shown: Text {
    switch scale {
    case nil, ScaleView.none?: Text(zh: "没有秤: 输克数", en: "No scale: type it")
    case .empty?: Text(zh: "放上包裹", en: "Put parcel on it")
    case .moving?: Text(zh: "等秤稳定", en: "Coming to rest")
    case .resting(let grams, let load)?:
      load == usedLoad
        ? Text(zh: "拿下上一个包裹", en: "Take last one off") : Text(zh: "\(grams) 克", en: "\(grams) g")
    case .fault(let fault)?: fault.text
    }
  }

  private static func fact(_ off: Off) -> Fact {
    Fact(Text(zh: "称得 \(off.grams) 克", en: "Weighed \(off.grams) g"), weight: .headline)
  }
}

extension ScaleFault {
  /// What is wrong with the scale, and what helps: one line.
  var text: Text {
    switch self {
    case .unplugged: Text(zh: "秤没连上: 输克数", en: "Unplugged: type it")
    case .silent: Text(zh: "秤没数据: 输克数", en: "Silent: type it")
    case .unstable: Text(zh: "秤不稳: 输克数", en: "Unstable: type it")
    case .overload: Text(zh: "秤超载: 输克数", en: "Overload: type it")
    case .negative: Text(zh: "秤为负: 去皮归零", en: "Below 0: zero it")
    case .unit: Text(zh: "秤单位不是千克", en: "Set scale to kg")
    case .unreadable: Text(zh: "秤数据乱: 输克数", en: "Unreadable: type it")
    }
  }
}

extension CartonReason {
  /// Why another carton is taken.
  var text: Text {
    switch self {
    case .noneLeft: Text(zh: "推荐的没了", en: "None of those left")
    case .doesNotFit: Text(zh: "实际装不下", en: "Does not go in")
    case .protection: Text(zh: "要多保护", en: "Needs protection")
    }
  }
}

extension WeightReason {
  /// Why a weight is let pass.
  var text: Text {
    switch self {
    case .checked: Text(zh: "逐件看过, 没错", en: "Checked each piece")
    case .bookWrong: Text(zh: "商品档案重量错", en: "Record is wrong")
    case .material: Text(zh: "填充料不同", en: "Other material")
    case .scaleOff: Text(zh: "秤不准", en: "Scale is off")
    }
  }
}

extension KeyHint {
  /// Every piece is verified again.
  static let recheck = KeyHint(.function(6), Text(zh: "重核", en: "Verify"))
  /// A supervisor lets the weight pass.
  static let release = KeyHint(.function(9), Text(zh: "放行", en: "Pass"))
}
