import Barcodes
public import Warehouse

/// What a supervisor looks at without changing anything 现场: the floor map, the history of a thing,
/// another handheld's screen.
///
/// Choose by digit; a scan looks a thing up. Esc or F3 goes back to the menu.
public struct Overlook: Flow {
  /// The name under which the flow is saved.
  public static let kind = "overlook"
  /// The version of the saved form.
  public static let version = 1

  let badge: Code<Operator>
  var message: Message?

  /// Makes the choice of a person.
  public init(badge: Code<Operator>) {
    self.badge = badge
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .chosen(let id): return open(id)
    case .key(.function(5)): return [.open(Lookup())]
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(Scanned(scan).code))]
    case .answer(.meaning(let meaning)):
      guard case .nothing = meaning else { return [.open(Lookup(showing: meaning))] }
      message = Message(.bad, [meaning.text])
      return [.refuse(keepingWaiting: true)]
    case .begun, .returned, .changed, .entered, .confirmed, .outcome, .answer, .verified: return []
    }
  }

  private mutating func open(_ id: String) -> [Effect] {
    message = nil
    return switch Item(rawValue: id) {
    case .map: [.open(FloorBoard())]
    case .find: [.open(Find())]
    case .shadow: [.open(Shadowing(badge: badge))]
    case nil: []
    }
  }

  enum Item: String, CaseIterable {
    case map, find, shadow

    var label: Text {
      switch self {
      case .map: Text(zh: "库区地图", en: "Floor map")
      case .find: Text(zh: "追踪", en: "Find")
      case .shadow: Text(zh: "监看", en: "Shadow")
      }
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    Screen(
      title: Text(zh: "现场", en: "Floor"), message: message,
      prompt: .choose(
        Text(zh: "选一项", en: "Choose"), Item.allCases.map { Choice($0.rawValue, $0.label) }),
      keys: [.back, .lookup])
  }
}
