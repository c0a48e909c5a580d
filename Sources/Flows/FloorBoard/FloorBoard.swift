import Barcodes
public import Warehouse

/// The floor from above 库区地图: everybody at work, crowded aisles, where something is wrong, and
/// how much was picked or short at every place.
///
/// It follows the work of every process on the store. F6 shows the heat of picks, of shorts, or
/// none; heat is counted when it is switched on and at Enter. A scan looks a thing up. Nothing is
/// changed here; Esc or F3 goes back.
public struct FloorBoard: Flow {
  /// The name under which the flow is saved.
  public static let kind = "floorBoard"
  /// The version of the saved form.
  public static let version = 1

  /// Which heat is shown.
  public enum Heat: String, Hashable, Codable, Sendable, CaseIterable {
    /// None.
    case none
    /// Lines picked.
    case picks
    /// Lines that came out short.
    case shorts
  }

  var view: FloorView?
  var heat = Heat.none
  /// The counts behind the heat, kept while people move.
  var work: [PlaceWork] = []
  /// Whether the answer that is waited for brings counts.
  var counts = false
  var message: Message?

  /// Makes a map, perhaps of a view that is there already.
  public init(view: FloorView? = nil, heat: Heat = .none) {
    self.view = view
    self.heat = heat
    work = view?.work ?? []
  }

  /// The map follows what others do.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .returned, .confirmed: return ask(counting: heat != .none)
    case .changed: return ask(counting: false)
    case .answer(.floor(let view)):
      self.view = view
      if counts { work = view?.work ?? [] }
      self.view?.work = []
      return []
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(Scanned(scan).code))]
    case .answer(.meaning(let meaning)):
      if case .nothing = meaning {
        message = Message(.bad, [meaning.text])
        return [.refuse(keepingWaiting: true)]
      }
      return [.open(Lookup(showing: meaning))]
    case .key(.function(6)):
      heat = heat == .none ? .picks : heat == .picks ? .shorts : .none
      return ask(counting: heat != .none)
    case .key(.function(5)): return [.open(Lookup())]
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .entered, .chosen, .outcome, .answer, .verified: return []
    }
  }

  private mutating func ask(counting: Bool) -> [Effect] {
    counts = counting
    return [.ask(.floor(working: counting))]
  }
}
