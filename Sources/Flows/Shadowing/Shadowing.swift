import Barcodes
import Foundation
public import Warehouse

/// Another handheld's screen, live and read-only 监看.
///
/// Choose who, or scan the badge; the screen follows theirs, under a title that says so. No key
/// reaches the other handheld: Esc or F3 goes back to the choice, and from there to the menu. What
/// the person chose stands in the journal of their own session.
public struct Shadowing: Flow {
  /// The name under which the flow is saved.
  public static let kind = "shadowing"
  /// The version of the saved form.
  public static let version = 1

  let badge: Code<Operator>
  var sessions: [Session]?
  /// Which handheld is watched.
  var device: Code<Device>?
  /// What it showed last; nil when nobody works there.
  var seen: Screen?
  var message: Message?

  /// Makes a choice for a person, who is not in it; perhaps with a handheld chosen.
  public init(badge: Code<Operator>, device: Code<Device>? = nil) {
    self.badge = badge
    self.device = device
  }

  /// The screen follows the other one.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned:
      if let device { return [.ask(.shadow(device))] }
      return [.ask(.atWork)]
    case .answer(.atWork(let sessions)):
      self.sessions = sessions.filter { $0.badge != badge }
      return []
    case .chosen(let id):
      guard device == nil, sessions?.contains(where: { $0.device.rawValue == id }) == true else {
        return []
      }
      return watch(Code(id))
    case .scan(let scan):
      let known = sessions?.first { [$0.badge.rawValue, $0.device.rawValue].contains(scan.text) }
      guard device == nil else { return [.refuse(keepingWaiting: true)] }
      guard let known else {
        message = Message(
          .bad,
          [
            Text(zh: "\(scan.text) 不在岗", en: "\(scan.text) not at work"),
            Text(zh: "扫工牌或选一人", en: "Scan a badge or choose"),
          ])
        return [.refuse(keepingWaiting: true)]
      }
      return watch(known.device)
    case .answer(.shadow(let view)): return saw(view)
    case .key(.escape), .key(.function(3)):
      guard device != nil else { return [.close] }
      (device, seen) = (nil, nil)
      return [.ask(.atWork)]
    case .entered, .confirmed, .key, .outcome, .answer, .verified: return []
    }
  }

  private mutating func watch(_ device: Code<Device>) -> [Effect] {
    self.device = device
    message = nil
    return [.ask(.shadow(device))]
  }

  private mutating func saw(_ view: ShadowView?) -> [Effect] {
    guard let watched = device, let view, view.device == watched,
      let snapshot = try? JSONDecoder().decode(Snapshot.self, from: Data(view.state.utf8)),
      snapshot.conversation.session != nil
    else {
      message = Message(
        .warn,
        [Text(zh: "已下线 \(device?.rawValue ?? "")", en: "Signed out \(device?.rawValue ?? "")")])
      (device, seen) = (nil, nil)
      return [.ask(.atWork)]
    }
    var screen = Conversation(snapshot).screen
    // A secret prompt would make this glass hide its own keys, which nobody reads anyway.
    if case .secret(let label) = screen.prompt { screen.prompt = .text(label) }
    seen = screen
    return []
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let device, let seen else {
      return Screen(
        title: Text(zh: "监看", en: "Shadow"),
        body: sessions?.isEmpty == true
          ? [.fact(Fact(Text(zh: "没有别人在岗", en: "Nobody else at work")))] : [],
        message: message,
        prompt: .choose(
          Text(zh: "看谁", en: "Whom"),
          (sessions ?? []).map { session in
            Choice(
              session.device.rawValue, Text(session.badge.rawValue),
              trailing: Text(session.device.rawValue))
          }), keys: [.back])
    }
    var screen = seen
    screen.title = Text(zh: "看 \(device) \(seen.title.zh)", en: "See \(device) \(seen.title.en)")
    screen.banner = Text(zh: "监看 只读", en: "Shadow, read-only")
    screen.keys = [.back]
    return screen
  }
}
