import Barcodes
public import Warehouse

/// The levers of one wave: what may be done to it now, one digit each, then why.
///
/// A planned wave shows what would be if it were released: its finish, its metres, the people it
/// needs. What was done can be taken back with F8 as long as the floor has not acted on it. Esc
/// goes one step back, and from the levers to the board. Who gives a list to oneself takes it over and
/// goes on with it here. F9 intercepts an order.
public struct WaveDesk: Flow {
  /// The name under which the flow is saved.
  public static let kind = "waveDesk"
  /// The version of the saved form.
  public static let version = 2

  private enum State: Codable, Equatable {
    /// The wave is being read.
    case loading
    /// What may be done is offered.
    case levers
    /// A list is wanted for a lever.
    case list(LeverKind)
    /// Somebody is wanted for a list.
    case person(Code<PickList>)
    /// An order is wanted to be stopped.
    case order
    /// The lever is chosen; why is asked.
    case reason(Lever)
    /// The lever is carried out.
    case moving(Lever)
  }

  private enum LeverKind: String, Codable, CaseIterable {
    case release, recall, pause, resume, first, normal, reassign, closeShort, split
    case dissolve
  }

  let code: Code<Wave>
  let badge: Code<Operator>
  var detail: WaveDetail?
  var message: Message?
  var undo: Lever?
  private var state = State.loading

  /// Opens the levers of a wave for a supervisor.
  public init(wave: Code<Wave>, badge: Code<Operator>) {
    code = wave
    self.badge = badge
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .returned: return [.ask(.waveDetail(code))]
    case .answer(.waveDetail(let detail)):
      self.detail = detail
      if state == .loading { state = .levers }
      return detail == nil ? [.close] : []
    case .chosen(let id): return chosen(id)
    case .outcome(.done(.levered(let undo))):
      self.undo = undo
      if case .moving(.reassign(_, to: badge)) = state {
        return [.sound(.good), .become(ClusterPicking(badge: badge))]
      }
      message = Message(
        .good,
        undo == nil
          ? [Text(zh: "已办", en: "Done")]
          : [Text(zh: "已办, F8 可撤回", en: "Done; F8 takes it back")])
      state = .levers
      return [.sound(.good), .ask(.waveDetail(code))]
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      state = .levers
      return [.refuse(keepingWaiting: false), .ask(.waveDetail(code))]
    case .scan(let scan) where state == .order:
      message = nil
      state = .reason(.intercept(Code(Scanned(scan).code)))
      return []
    case .scan(let scan):
      message = Message(
        .bad,
        [
          Text(zh: "扫到 \(scan.text)", en: "Scanned \(scan.text)"),
          Text(zh: "请按数字选", en: "Choose by digit"),
        ])
      return [.refuse(keepingWaiting: false)]
    case .key(.function(9)) where state == .levers && mayIntercept:
      message = nil
      state = .order
      return []
    case .key(.function(8)):
      guard let undo, state == .levers else { return [] }
      self.undo = nil
      state = .moving(undo)
      return [.commit(.lever(undo, reason: "undo"))]
    case .key(let key): return key == .escape || key == .function(3) ? back() : []
    case .confirmed, .entered, .outcome, .answer, .verified, .changed: return []
    }
  }

  private mutating func back() -> [Effect] {
    message = nil
    guard state != .levers, state != .loading else { return [.close] }
    state = .levers
    return []
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    message = nil
    switch state {
    case .levers:
      guard let kind = LeverKind(rawValue: id) else { return [] }
      take(kind)
    case .list(.reassign): state = .person(Code(id))
    case .list(.closeShort): state = .reason(.closeShort(Code(id)))
    case .list(.split):
      let other = detail?.others.first { $0.code.rawValue == id }?.code
      state = .reason(
        other.map { .merge(code, into: $0) }
          ?? .split(code, [Code(id)], into: detail?.free ?? code))
    case .person(let list):
      state = .reason(.reassign(list, to: id == "-" ? nil : Code(id)))
    case .reason(let lever):
      state = .moving(lever)
      return [.commit(.lever(lever, reason: id))]
    case .loading, .list, .order, .moving: break
    }
    return []
  }

  private mutating func take(_ kind: LeverKind) {
    switch kind {
    case .release: state = .reason(.release(code))
    case .recall: state = .reason(.recall(code))
    case .pause: state = .reason(.pause(code))
    case .resume: state = .reason(.resume(code))
    case .first: state = .reason(.prioritize(code, 9))
    case .normal: state = .reason(.prioritize(code, 0))
    case .reassign, .closeShort, .split: state = .list(kind)
    case .dissolve: state = .reason(.dissolve(code))
    }
  }

  private var kinds: [LeverKind] {
    guard let detail else { return [] }
    let isTaken = detail.lists.contains { $0.state == .picking || $0.state == .done }
    let hasWork = detail.lists.contains { $0.state == .picking || $0.state == .released }
    return LeverKind.allCases.filter { kind in
      switch kind {
      case .release: detail.wave.state == .planned
      case .recall: detail.wave.state == .released && !isTaken
      case .pause: detail.wave.state == .released
      case .resume: detail.wave.state == .paused
      case .first: detail.wave.state != .done && detail.wave.priority == 0
      case .normal: detail.wave.state != .done && detail.wave.priority != 0
      case .reassign, .closeShort: hasWork
      case .dissolve: detail.wave.state == .planned
      case .split:
        detail.wave.state != .done && (detail.lists.count > 1 || !detail.others.isEmpty)
      }
    }
  }

  private func label(_ kind: LeverKind) -> Text {
    switch kind {
    case .release: Text(zh: "放行", en: "Release")
    case .recall: Text(zh: "收回", en: "Recall")
    case .pause: Text(zh: "暂停", en: "Pause")
    case .resume: Text(zh: "继续", en: "Resume")
    case .first: Text(zh: "优先", en: "Put first")
    case .normal: Text(zh: "不再优先", en: "Not first")
    case .reassign: Text(zh: "换人", en: "Give a list to")
    case .closeShort: Text(zh: "短拣关单", en: "Close a list short")
    case .split: Text(zh: "拆出或并入", en: "Split or merge")
    case .dissolve: Text(zh: "解散重排", en: "Dissolve")
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    Screen(
      title: Text(zh: "波次 \(code)", en: "Wave \(code)"), body: rows, message: message,
      prompt: prompt,
      keys: keys, shape: .board)
  }

  private var keys: [KeyHint] {
    guard state == .levers else { return [.back] }
    var keys = [KeyHint.back]
    if undo != nil { keys.append(KeyHint(.function(8), Text(zh: "撤回", en: "Undo"))) }
    if mayIntercept {
      keys.append(KeyHint(.function(9), Text(zh: "拦截订单", en: "Intercept order")))
    }
    return keys
  }

  private var mayIntercept: Bool { detail?.lists.contains { $0.lines > 0 } ?? false }

  private var prompt: Prompt {
    switch state {
    case .loading: return .wait(Text(zh: "正在读取", en: "Reading"))
    case .moving: return .wait(Text(zh: "正在办", en: "Moving"))
    case .levers:
      let offered = kinds
      guard !offered.isEmpty else {
        return .scan(Text(zh: "没有可办的", en: "Nothing to move"))
      }
      return .choose(
        Text(zh: "怎么办", en: "What"), offered.map { Choice($0.rawValue, label($0)) })
    case .list(let kind):
      return .choose(label(kind), lists(kind))
    case .person(let list):
      let people = (detail?.pickers ?? []).map { Choice($0.rawValue, Text($0.rawValue)) }
      return .choose(
        Text(zh: "\(list) 给谁", en: "\(list) to"),
        people + [Choice("-", Text(zh: "谁都行", en: "Anyone"))])
    case .order: return .scan(Text(zh: "扫或输订单号", en: "Scan or type order"))
    case .reason: return .choose(Text(zh: "为什么", en: "Why"), LeverReason.choices)
    }
  }

  /// The lists a lever may move; behind those that may be split off stand the waves to merge with.
  private func lists(_ kind: LeverKind) -> [Choice] {
    let all = detail?.lists ?? []
    let others = kind == .split ? detail?.others ?? [] : []
    return all.filter {
      kind == .split
        ? $0.state != .done && all.count > 1 : $0.state == .picking || $0.state == .released
    }.map { row in
      Choice(
        row.list.rawValue, Text(row.list.rawValue),
        trailing: Text(row.badge.map { "\($0) \(row.open)" } ?? "\(row.open)"))
    }
      + others.map {
        Choice($0.code.rawValue, Text(zh: "并入 \($0.code)", en: "Into \($0.code)"))
      }
  }

  private var rows: [Screen.Body] {
    guard let detail else { return [] }
    let clock = detail.wave.cutOff.clock(utcOffset: detail.utcOffset)
    let open = detail.lists.reduce(0) { $0 + $1.open }
    var facts = [
      Fact(
        Text(zh: "截单 \(clock)", en: "Cut-off \(clock)"), trailing: detail.wave.state.text,
        weight: .strong),
      Fact(
        Text(zh: "拣货单 \(detail.lists.count)", en: "Lists \(detail.lists.count)"),
        trailing: Text(zh: "剩 \(open) 行", en: "\(open) left"), rank: 3),
    ]
    if let told = detail.ifReleased, let forecast = told.forecast {
      facts.append(
        Fact(
          Text(zh: "现在放行", en: "If released"),
          trailing: forecast.finish(utcOffset: detail.utcOffset), weight: .strong))
      facts.append(
        Fact(
          Text(zh: "余 \(forecast.slackText.zh) 分", en: "Slack \(forecast.slackText.en)"),
          trailing: forecast.risk.text, weight: .strong))
      facts.append(
        Fact(
          Text(zh: "走 \(told.metres) 米", en: "Walk \(told.metres) m"),
          trailing: detail.needed.map { Text(zh: "加 \($0) 人", en: "+\($0) people") }
            ?? Text(zh: "加人也不够", en: "hopeless"), rank: 3))
    }
    return facts.map { .fact($0) }
  }
}
