import Barcodes
public import Warehouse

/// A handheld that was left alone: only its person's badge goes on, at the exact step.
///
/// Scan the badge of who is at work here, and type its PIN where it has one: what was on the glass
/// is there again. Another badge changes the user at once: the work of the first one is suspended
/// as it is, to be gone on with on any handheld. Everything else is refused; no key goes back.
public struct Locked: Flow {
  /// The name under which the flow is saved.
  public static let kind = "locked"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a badge.
    case badge
    /// Waits for the PIN of the person's own badge.
    case pin
    /// The PIN is being judged.
    case judging
  }

  let badge: Code<Operator>
  var state = State.badge
  var message: Message?

  /// Locks the handheld of a person.
  public init(badge: Code<Operator>) {
    self.badge = badge
  }

  /// What the person sees now.
  public var screen: Screen {
    switch state {
    case .badge:
      Screen(
        title: Text(zh: "已锁 \(badge)", en: "Locked \(badge)"),
        body: [
          .fact(Fact(Text(zh: "工作已保存", en: "Work is kept"), weight: .strong, rank: 2)),
          .fact(Fact(Text(zh: "别的工牌换人", en: "Other badge: change"), rank: 3)),
        ], message: message, prompt: .scan(SignIn.scanBadge))
    case .pin, .judging:
      Screen(
        title: Text(zh: "已锁 \(badge)", en: "Locked \(badge)"), message: message,
        prompt: .secret(Text(zh: "密码", en: "PIN")), keys: [.back])
    }
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .scan(let scan):
      message = nil
      state = .badge
      return [.ask(.badge(scan.text))]
    case .answer(.badge(let person)): return recognized(person)
    case .entered(let pin):
      guard state == .pin else { return [] }
      state = .judging
      return [.verify(badge, pin: pin)]
    case .verified(let right): return [.commit(.tryPIN(badge, right: right))]
    case .outcome(.done(.tried(.right))): return [.sound(.good), .close]
    case .outcome(.done(.tried(let result))):
      state = .badge
      return refuse(result.lines)
    case .outcome(.refused(let refusal)):
      state = .badge
      return refuse(refusal.lines)
    case .key(let key):
      guard key == .escape || key == .function(3) else { return [] }
      message = nil
      state = .badge
      return []
    case .begun, .confirmed, .chosen, .outcome, .answer, .returned, .changed: return []
    }
  }

  private mutating func recognized(_ person: BadgeView?) -> [Effect] {
    guard let person else {
      return refuse([Text(zh: "不认识这张工牌", en: "Unknown badge"), SignIn.scanBadge])
    }
    guard person.badge == badge else {
      return [.changeUser(Scan(text: person.badge.rawValue))]
    }
    guard person.hasPIN else { return [.sound(.good), .close] }
    state = .pin
    return []
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }
}

extension PINResult {
  /// What the person is told of a PIN that did not do.
  var lines: [Text] {
    switch self {
    case .right: [Text(zh: "密码对", en: "PIN is right")]
    case .wrong(let left):
      [
        Text(zh: "密码不对", en: "Wrong PIN"),
        Text(zh: "还可试 \(left) 次", en: "\(left) more to try"),
      ]
    case .locked:
      [
        Text(zh: "错太多次, 已锁", en: "Too many: locked"),
        Text(zh: "稍后再试或找主管", en: "Wait or ask a lead"),
      ]
    }
  }
}
