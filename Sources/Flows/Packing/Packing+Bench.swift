import Warehouse

/// What a bench asks for besides the pieces: the carton first, the weight before the label.
///
/// The proposed carton is scanned, or another one that holds everything, with a reason. A parcel that
/// is whole is put on the scale, or its weight is keyed. A weight that does not pass blocks the label
/// until it is weighed again, its pieces are verified again, or a supervisor's badge and reason let it
/// pass. Material is added by its scan at any moment before that.
extension Packing {
  /// Where the bench stands with what it asks for.
  enum Step: Hashable, Codable {
    /// Is told what the parcel still needs.
    case asking(Code<Parcel>)
    /// Waits for the carton.
    case carton
    /// Waits for the reason why another carton is taken.
    case instead(Code<CartonType>)
    /// Waits for the weight.
    case weight
    /// Waits for the badge of who lets a weight pass.
    case release(Off)
    /// Waits for the PIN of that badge.
    case pin(Off, Code<Operator>)
    /// Waits for the reason.
    case reason(Off, Code<Operator>)
  }

  /// A weight that did not pass.
  struct Off: Hashable, Codable {
    let grams: Int
    let source: WeightSource
  }

  /// What the scale showed when a weight was taken from it.
  struct Load: Hashable, Codable {
    let load: Int
    let grams: Int
  }

  /// Asks what a parcel still needs.
  mutating func askBench(_ view: PackView, _ parcel: Code<Parcel>) -> [Effect] {
    state = .bench(view, nil, .asking(parcel))
    return [.ask(.bench(parcel))]
  }

  /// Goes on with what the parcel still needs.
  mutating func knows(_ known: BenchView?) -> [Effect] {
    guard var known else {
      state = .source
      return []
    }
    // What was proposed tells of the void, when the carton is there.
    if known.advice == nil, bench?.parcel == known.parcel { known.advice = bench?.advice }
    bench = known
    switch state {
    case .bench(let view, _, _): return goOn(view, known)
    // A label that was scanned by itself: its parcel's, once it is there.
    case .opening where known.packing.proven == nil:
      state = .proof(known.parcel, "", nil)
      return [.commit(.proveLabel(parcel: known.parcel, scanned: known.parcel.rawValue))]
    case .source, .opening, .piece, .missing, .deciding, .whole, .hot, .lost, .proof: return []
    }
  }

  private mutating func goOn(_ view: PackView, _ known: BenchView) -> [Effect] {
    let rules = known.rules
    if rules.cartons, known.packing.carton == nil {
      state = .bench(view, known, .carton)
    } else if !known.isWhole {
      state = .piece(view, known.parcel)
    } else if rules.weighing != nil, known.packing.weight == nil {
      state = .bench(view, known, .weight)
      return [.sound(.good), .ask(.scale(known.parcel))]
    } else {
      state = .whole(view, known.parcel)
    }
    return [.sound(.good)]
  }

  // MARK: - Scans and keys

  /// A scan where the bench asks for something.
  mutating func scanned(
    _ code: String, _ view: PackView, _ known: BenchView, _ step: Step
  ) -> [Effect] {
    if let material = known.rules.material(code), step != .carton {
      return [.commit(.useMaterial(parcel: known.parcel, material.code, count: 1))]
    }
    switch step {
    case .asking: return []
    case .carton, .instead: return carton(code, view, known)
    case .weight:
      guard off != nil else { return refuse(Self.weighFirst) }
      return [.ask(.badge(code))]
    case .release, .pin, .reason: return [.ask(.badge(code))]
    }
  }

  private mutating func carton(
    _ code: String, _ view: PackView, _ known: BenchView
  ) -> [Effect] {
    state = .bench(view, known, .carton)
    let advice = known.advice ?? CartonAdvice()
    guard advice.known.contains(where: { $0.rawValue == code }) else {
      let wanted = advice.proposed.first?.code.rawValue
      return refuse([
        Text(zh: "不是纸箱: \(code)", en: "Not a carton: \(code)"),
        wanted.map { Text(zh: "请扫纸箱 \($0)", en: "Scan carton \($0)") } ?? Self.scanCarton,
      ])
    }
    let scanned = Code<CartonType>(code)
    guard let first = advice.proposed.first, first.code != scanned else {
      return [.commit(.useCarton(parcel: known.parcel, scanned, insteadOf: nil, nil))]
    }
    // Where one carton holds everything, another one has to as well.
    guard advice.proposed.count > 1 || advice.fitting.contains(scanned) else {
      return refuse([
        Text(zh: "纸箱不对: \(code)", en: "Wrong carton: \(code)"),
        Text(zh: "装不下这单的货", en: "It does not hold all"),
        Text(zh: "请用 \(first.code)", en: "Take \(first.code)"),
      ])
    }
    state = .bench(view, known, .instead(scanned))
    return []
  }

  /// Something typed where the bench asks for something.
  mutating func entered(_ text: String) -> [Effect] {
    guard case .bench(_, let known?, let step) = state else { return [] }
    switch step {
    case .weight:
      message = nil
      let words = text.filter { $0 != " " }
      guard !words.isEmpty else { return [.ask(.scale(known.parcel))] }
      guard let grams = Self.grams(words) else {
        return refuse([
          Text(zh: "不是重量: \(words.prefix(10))", en: "Not grams: \(words.prefix(6))"),
          Text(zh: "输克数, 如 1250", en: "Grams, such as 1250"),
        ])
      }
      return weigh(known, Off(grams: grams, source: .keyed))
    case .pin(_, let badge): return [.verify(badge, pin: text)]
    case .asking, .carton, .instead, .release, .reason: return []
    }
  }

  /// `1250`, `1250g` or `1.25kg` in grams.
  private static func grams(_ text: String) -> Int? {
    let lower = text.lowercased()
    if lower.hasSuffix("kg") || lower.contains(".") {
      let digits = lower.hasSuffix("kg") ? String(lower.dropLast(2)) : lower
      guard digits.allSatisfy({ $0.isNumber || $0 == "." }), let value = Double(digits),
        (0.001...9_999).contains(value)
      else { return nil }
      return Int((value * 1000).rounded())
    }
    let digits = lower.hasSuffix("g") ? String(lower.dropLast()) : lower
    guard digits.count <= 6, let grams = Int(digits), grams > 0 else { return nil }
    return grams
  }

  mutating func chosen(_ id: String, _ view: PackView, _ known: BenchView, _ step: Step) -> [Effect]
  {
    switch step {
    case .instead(let carton):
      state = .bench(view, known, .carton)
      guard let reason = CartonReason(rawValue: id), let first = known.advice?.proposed.first else {
        return []
      }
      return [
        .commit(
          .useCarton(parcel: known.parcel, carton, insteadOf: first.code, reason))
      ]
    case .reason(let off, let badge):
      state = .bench(view, known, .weight)
      guard let reason = WeightReason(rawValue: id) else { return [] }
      isPassing = true
      return [
        .commit(
          .passWeight(parcel: known.parcel, grams: off.grams, off.source, by: badge, reason))
      ]
    case .asking, .carton, .weight, .release, .pin: return []
    }
  }

  /// A key where the bench asks for something; nil where it is none of its keys.
  mutating func pressed(_ key: Key, _ view: PackView, _ known: BenchView, _ step: Step) -> [Effect]?
  {
    switch (key, step) {
    case (.function(6), .weight):
      // Without a tote there is nowhere to go back to.
      guard off != nil, !view.totes.isEmpty else { return nil }
      message = nil
      isRechecking = true
      return [.commit(.recheck(parcel: known.parcel))]
    case (.function(9), .weight):
      guard let off else { return nil }
      message = nil
      state = .bench(view, known, .release(off))
      return []
    default: return nil
    }
  }

  // MARK: - The scale

  /// What the scale shows: a weight at rest is taken, each once.
  mutating func scaled(_ shown: ScaleView) -> [Effect] {
    guard case .bench(_, let known?, .weight) = state else { return [] }
    scale = shown
    guard case .resting(let grams, let load) = shown else { return [] }
    let now = Load(load: load, grams: grams)
    guard load != usedLoad, now != tried else { return [] }
    tried = now
    return weigh(known, Off(grams: grams, source: .scale))
  }

  private mutating func weigh(_ known: BenchView, _ weight: Off) -> [Effect] {
    off = weight
    return [.commit(.weigh(parcel: known.parcel, grams: weight.grams, weight.source))]
  }

  /// A badge that was scanned to let a weight pass.
  mutating func badge(_ person: BadgeView?) -> [Effect] {
    guard case .bench(let view, let known?, let step) = state, let off else { return [] }
    switch step {
    case .weight, .release, .pin, .reason: break
    case .asking, .carton, .instead: return []
    }
    guard let person else {
      return refuse(step == .weight ? Self.weighFirst : Self.notABadge)
    }
    guard person.roles.contains(.supervisor) else {
      return refuse(Refusal.notAllowed(.supervisor).lines)
    }
    state = .bench(
      view, known, person.hasPIN ? .pin(off, person.badge) : .reason(off, person.badge))
    return [.sound(.good)]
  }

  /// Whether the PIN of who lets a weight pass was right.
  mutating func verified(_ isRight: Bool) -> [Effect] {
    guard case .bench(_, _, .pin(_, let badge)) = state else { return [] }
    return [.commit(.tryPIN(badge, right: isRight))]
  }

  // MARK: - Outcomes

  /// What became of a command of the bench; nil where it is the business of others.
  mutating func heardAtBench(
    _ outcome: Outcome, _ view: PackView, _ known: BenchView, _ step: Step
  ) -> [Effect]? {
    switch (outcome, step) {
    case (.done(.tried(.right)), .pin(let off, let badge)):
      state = .bench(view, known, .reason(off, badge))
      return [.sound(.good)]
    case (.done(.tried(let result)), .pin(let off, _)):
      state = .bench(view, known, .release(off))
      return refuse(result.lines)
    case (.done(.plain), _), (.done(.verified), _):
      if isRechecking == true {
        isRechecking = nil
        (off, tried) = (nil, nil)
        message = Message(.warn, [Text(zh: "重新逐件复核", en: "Verify each piece again")])
        state = .opening
        return [.ask(.packing(view.order.rawValue))]
      }
      // Carton or material is noted.
      (off, tried) = (nil, nil)
      return askBench(view, known.parcel)
    case (.refused(let refusal), _):
      (isRechecking, isPassing) = (nil, nil)
      if case .bench(.weightOutside) = refusal {} else { off = nil }
      // Its order was stopped, or somebody else has it: there is nothing to go on with.
      if refusal.endsTheParcel { state = .source }
      guard case .bench(.weightOutside) = refusal, view.totes.isEmpty else {
        return refuse(refusal.lines)
      }
      // Without a tote there is nowhere to verify from.
      return refuse(refusal.lines.dropLast() + [Text(zh: "重称, F9放行", en: "Again, or F9")])
    case (.done, _):
      // It was closed.
      if case .resting(_, let load) = scale { usedLoad = load }
      (off, tried, scale, isPassing) = (nil, nil, nil, nil)
      return nil
    }
  }

  /// A full parcel is closed, and the next one of the order is open.
  mutating func filled(
    _ parcel: Code<Parcel>, _ waybill: String?, _ next: Code<Parcel>, _ view: PackView
  ) -> [Effect] {
    packed += 1
    follow(parcel, waybill ?? "")
    message = Message(
      .good,
      [
        Text(zh: "\(parcel) 已封", en: "\(parcel) closed"),
        waybill.map { Text($0) } ?? Text(zh: "等单号", en: "Waits for its number"),
        Text(zh: "下一箱 \(next)", en: "Next: \(next)"),
      ])
    if bench?.rules.proof == true, let waybill {
      state = .proof(parcel, waybill, nil)
      after = After(view: view, parcel: next)
      return [.sound(.good)]
    }
    guard view.asks == true else {
      state = .piece(view, next)
      return [.sound(.good)]
    }
    return askBench(view, next)
  }

  /// A parcel is closed: its label is scanned back where the site wants it, else the next tote.
  mutating func closed(_ parcel: Code<Parcel>, _ waybill: String, hot: BulkView? = nil) {
    self.hot = nil
    let proves = hot?.proof ?? bench?.rules.proof ?? false
    if proves, !waybill.isEmpty {
      state = .proof(parcel, waybill, hot)
    } else if let hot, hot.left > 0 {
      state = .hot(hot)
    } else {
      state = .source
    }
  }

  /// A label was scanned on its parcel.
  mutating func proved(_ outcome: Outcome, _ label: String, _ hot: BulkView?) -> [Effect] {
    if case .refused(let refusal) = outcome {
      if refusal.endsTheParcel { (state, after) = (.source, nil) }
      return refuse(refusal.lines)
    }
    message = Message(
      .good, [Text(zh: "面单贴对了", en: "Label is right"), Text(label)])
    doubted = nil
    if let after {
      self.after = nil
      if after.view.asks == true { return askBench(after.view, after.parcel) }
      state = .piece(after.view, after.parcel)
      return [.sound(.good)]
    }
    if let hot, hot.left > 0 { state = .hot(hot) } else { state = .source }
    return [.sound(.good)]
  }

  static let scanCarton = Text(zh: "扫纸箱", en: "Scan the carton")
  static let scanWeight = Text(zh: "放秤上或输克数", en: "Weigh or key grams")
  static let scanProof = Text(zh: "贴好面单后扫它", en: "Stick it, scan it")
  static let scanSupervisor = Text(zh: "扫主管工牌", en: "Supervisor's badge")
  static let weighFirst = [
    Text(zh: "先称重", en: "Weigh it first"), Text(zh: "放秤上或输克数", en: "Weigh or key grams"),
  ]
  static let notABadge = [
    Text(zh: "不认识这张工牌", en: "Unknown badge"), Text(zh: "请扫主管工牌", en: "Supervisor's badge"),
  ]
}

extension Refusal {
  /// Whether nothing more can be done with the parcel on the bench.
  fileprivate var endsTheParcel: Bool {
    if case .parcelIs = self { return true }
    if case .labelVoid = self { return true }
    if case .inOtherHands = self { return true }
    return false
  }
}
