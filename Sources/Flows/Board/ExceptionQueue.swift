import Barcodes
public import Warehouse

/// What waits for a supervisor's decision, each with its facts and the decisions valid for it.
///
/// Choose one, then what to do, at most six things, one digit each: share a short out, pick from
/// another bin or lot, split, let wait, cancel a line or the order, count, print again, put back, give
/// a list to somebody, say a word, watch. F8 takes the last decision back as long as the floor has not
/// acted on it. Esc goes one step back.
public struct ExceptionQueue: Flow {
  /// The name under which the flow is saved.
  public static let kind = "exceptionQueue"
  /// The version of the saved form.
  public static let version = 2

  let badge: Code<Operator>
  var exceptions: [FloorException]?
  var chosen: FloorException?
  var message: Message?
  var undo: Lever?

  /// Opens the queue for a supervisor.
  public init(badge: Code<Operator>) {
    self.badge = badge
  }

  /// It follows what others do, unless one is being decided.
  public var isLive: Bool { chosen == nil }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .returned:
      chosen = nil
      return [.ask(.exceptions)]
    case .begun, .changed, .confirmed: return [.ask(.exceptions)]
    case .answer(.exceptions(let exceptions)):
      self.exceptions = exceptions
      return []
    case .chosen(let id): return decide(id)
    case .outcome(.done(let receipt)):
      undo = if case .levered(let undo) = receipt { undo } else { nil }
      message = Message(
        .good,
        [
          undo == nil
            ? Text(zh: "已办", en: "Done") : Text(zh: "已办, F8 可撤回", en: "Done; F8 takes it back")
        ])
      chosen = nil
      return [.sound(.good), .ask(.exceptions)]
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      chosen = nil
      return [.refuse(keepingWaiting: false), .ask(.exceptions)]
    case .scan(let scan):
      message = Message(
        .bad,
        [
          Text(zh: "扫到 \(scan.text)", en: "Scanned \(scan.text)"),
          Text(zh: "请按数字选", en: "Choose by digit"),
        ])
      return [.refuse(keepingWaiting: false)]
    case .key(.function(8)) where chosen == nil:
      guard let undo else { return [] }
      self.undo = nil
      return [.commit(.lever(undo, reason: "undo"))]
    case .key(let key):
      guard key == .escape || key == .function(3) else { return [] }
      guard chosen != nil else { return [.close] }
      chosen = nil
      message = nil
      return []
    case .entered, .answer, .verified: return []
    }
  }

  private mutating func decide(_ id: String) -> [Effect] {
    message = nil
    guard let index = Int(id) else { return [] }
    guard let exception = chosen else {
      guard let all = exceptions, all.indices.contains(index) else { return [] }
      chosen = all[index]
      return []
    }
    guard exception.remedies.indices.contains(index) else { return [] }
    return carryOut(exception.remedies[index], exception)
  }

  private func carryOut(_ remedy: Remedy, _ exception: FloorException) -> [Effect] {
    func pull(_ lever: Lever?) -> [Effect] {
      lever.map { [.commit(.lever($0, reason: "exception"))] } ?? []
    }
    let shortage = exception.shortage
    let order = exception.order
    switch remedy {
    case .shareOut:
      return pull(shortage.flatMap { short in short.wave.map { .shareOut($0, short.sku) } })
    case .otherStock(let key, _):
      return pull(shortage.map { .promise($0.order, line: $0.line, from: key) })
    case .cancelLine: return pull(shortage.map { .cancelLine($0.order, $0.line) })
    case .split: return pull(order.map { .splitOrder($0) })
    case .backorder: return pull(order.map { .backorder($0) })
    case .cancelOrder: return pull(order.map { .intercept($0) })
    case .send: return pull(order.map { .send($0) })
    case .letGo: return pull(order.map { .letGo($0) })
    case .reassign(let list, let badge): return pull(.reassign(list, to: badge))
    case .signOff: return pull(exception.person.map { .signOff($0.badge) })
    case .count(let bin): return [.open(Counting(badge: badge, bin: bin))]
    case .putBack: return [.open(PutBack(badge: badge, tote: exception.tote))]
    case .reprint:
      return exception.parcel.map { [.commit(.reprint(parcel: $0, reason: "exception"))] } ?? []
    case .labelSeen: return exception.parcel.map { [.commit(.labelSeen(parcel: $0))] } ?? []
    case .labelMissing:
      return exception.parcel.map { [.commit(.labelMissing(parcel: $0))] } ?? []
    case .tell: return [.open(Crew(badge: badge, telling: exception.badge))]
    case .shadow: return [.open(Shadowing(badge: badge, device: exception.device))]
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let chosen else { return overview }
    return Screen(
      title: Text(zh: "异常", en: "Exception"), body: chosen.facts.map { .fact($0) },
      message: message,
      prompt: chosen.remedies.isEmpty
        ? .scan(Text(zh: "只能看", en: "Nothing to decide"))
        : .choose(
          Text(zh: "怎么办", en: "What"),
          chosen.remedies.enumerated().map { Choice("\($0)", $1.text, trailing: $1.detail) }),
      keys: [.back], shape: .board)
  }

  private var overview: Screen {
    let all = exceptions ?? []
    return Screen(
      title: Text(zh: "异常 \(all.count)", en: "Exceptions \(all.count)"), message: message,
      prompt: all.isEmpty
        ? .scan(Text(zh: "没有异常", en: "No exceptions"))
        : .choose(
          Text(zh: "选一项", en: "Choose"),
          all.enumerated().map { Choice("\($0)", $1.title, trailing: $1.subject) }),
      keys: undo == nil ? [.back] : [.back, KeyHint(.function(8), Text(zh: "撤回", en: "Undo"))],
      panes: (1...9).contains(all.count)
        ? [.list(Text(zh: "是什么", en: "What is known"), facts(all))] : [],
      shape: .board)
  }

  /// What is known of each, in a line, where there is room.
  private func facts(_ all: [FloorException]) -> [Fact] {
    all.enumerated().map { index, exception in
      Fact(
        Text(
          zh: "\(index + 1) \(exception.title.zh) \(exception.subject.zh)",
          en: "\(index + 1) \(exception.title.en) \(exception.subject.en)"),
        trailing: exception.summary)
    }
  }
}
