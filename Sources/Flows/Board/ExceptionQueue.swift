import Barcodes
public import Warehouse

/// What waits for a supervisor's decision, each with its facts and the decisions valid for it.
///
/// Choose one, then what to do: send what there is of a held order or stop it; count or look where a
/// bin was short; give the list of somebody who is silent to those who wait; say a word. Esc goes
/// one step back.
public struct ExceptionQueue: Flow {
  /// The name under which the flow is saved.
  public static let kind = "exceptionQueue"
  /// The version of the saved form.
  public static let version = 1

  private enum Decision: String, Codable, CaseIterable {
    case send, stop, countNow, giveBack, tell
  }

  let badge: Code<Operator>
  var exceptions: [FloorException]?
  var chosen: FloorException?
  var message: Message?

  /// Opens the queue for a supervisor.
  public init(badge: Code<Operator>) {
    self.badge = badge
  }

  /// It follows what others do, unless one is being decided.
  public var isLive: Bool { chosen == nil }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned, .confirmed: return [.ask(.exceptions)]
    case .answer(.exceptions(let exceptions)):
      self.exceptions = exceptions
      return []
    case .chosen(let id): return decide(id)
    case .outcome(.done):
      message = Message(.good, [Text(zh: "已办", en: "Done")])
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
    guard let exception = chosen else {
      guard let index = Int(id), let all = exceptions, all.indices.contains(index) else {
        return []
      }
      chosen = all[index]
      return []
    }
    guard let decision = Decision(rawValue: id) else { return [] }
    switch (decision, exception.kind) {
    case (.send, .held(let order, _)):
      return [.commit(.lever(.send(order), reason: "exception"))]
    case (.stop, .held(let order, _)):
      return [.commit(.intercept(order: order, reason: "supervisor"))]
    case (.countNow, .short(let chore)):
      guard case .bin(let bin) = chore.goods.holder else { return [] }
      return [.open(Counting(badge: badge, bin: bin))]
    case (.giveBack, .silent(let person)):
      guard let list = person.list else { return [] }
      return [.commit(.lever(.reassign(list, to: nil), reason: "silent"))]
    case (.tell, .silent), (.tell, .refused): return [.open(Crew())]
    case (.send, _), (.stop, _), (.countNow, _), (.giveBack, _), (.tell, _): return []
    }
  }

  private func decisions(_ exception: FloorException) -> [Decision] {
    switch exception.kind {
    case .held: [.send, .stop]
    case .short: [.countNow]
    case .silent: [.giveBack, .tell]
    case .refused: [.tell]
    case .stopped, .printing: []
    }
  }

  private func label(_ decision: Decision) -> Text {
    switch decision {
    case .send: Text(zh: "有多少发多少", en: "Send what is there")
    case .stop: Text(zh: "拦下, 归位", en: "Stop, put back")
    case .countNow: Text(zh: "现在盘点", en: "Count now")
    case .giveBack: Text(zh: "单子给别人", en: "Give list back")
    case .tell: Text(zh: "发消息", en: "Say a word")
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let chosen else { return overview }
    let offered = decisions(chosen)
    return Screen(
      title: Text(zh: "异常", en: "Exception"), body: facts(chosen), message: message,
      prompt: offered.isEmpty
        ? .scan(Text(zh: "只能看", en: "Nothing to decide"))
        : .choose(Text(zh: "怎么办", en: "What"), offered.map { Choice($0.rawValue, label($0)) }),
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
      keys: [.back], shape: .board)
  }

  private func facts(_ exception: FloorException) -> [Screen.Body] {
    var facts = [Fact(exception.title, trailing: exception.subject, weight: .strong)]
    switch exception.kind {
    case .held(_, let note):
      facts.append(Fact(Text(zh: "缺 \(note)", en: "Missing \(note)")))
    case .short(let chore):
      facts.append(Fact(Text(chore.goods.sku.rawValue)))
      if let order = chore.order { facts.append(Fact(Text(order.rawValue), rank: 3)) }
    case .stopped(let chore):
      facts.append(Fact(Text(chore.goods.sku.rawValue), trailing: Text("\(chore.quantity)")))
      if let order = chore.order { facts.append(Fact(Text(order.rawValue), rank: 3)) }
    case .printing(let job): facts.append(Fact(Text(job.trouble)))
    case .silent(let person):
      facts.append(Fact(Text(person.list?.rawValue ?? "-")))
      facts.append(
        Fact(Text(zh: "\(person.silent) 分没动", en: "\(person.silent) min silent")))
    case .refused(let person):
      facts.append(
        Fact(
          Text(zh: "准确 \(person.accuracy / 10)%", en: "Right \(person.accuracy / 10)%")))
    }
    return facts.map { .fact($0) }
  }
}

extension FloorException {
  /// What is wrong, in a word.
  var title: Text {
    switch kind {
    case .held: Text(zh: "挂起", en: "Held")
    case .short: Text(zh: "缺拣", en: "Short")
    case .stopped: Text(zh: "待归位", en: "Put back")
    case .printing: Text(zh: "打印失败", en: "Print")
    case .silent: Text(zh: "没动静", en: "Silent")
    case .refused: Text(zh: "常扫错", en: "Mis-scans")
    }
  }

  /// What it is about.
  var subject: Text {
    switch kind {
    case .held(let order, _): Text(order.rawValue)
    case .short(let chore), .stopped(let chore):
      Text(chore.goods.holder.description.split(separator: ":").last.map(String.init) ?? "")
    case .printing(let job): Text(job.parcel.rawValue)
    case .silent(let person), .refused(let person): Text(person.badge.rawValue)
    }
  }
}
