import Barcodes
public import Flows
public import Station
public import Storage
public import Terminal
public import Warehouse

/// A stage without any terminal: handhelds of this process on any store, memory or SQLite.
///
/// All that follows from a gesture has happened when it returns, labels included. Losing power is
/// letting a handheld go: everything it had not recorded is gone with it.
public final class InProcessStage: Stage {
  /// The store.
  public let store: any Store
  /// The folder in which relative spool folders begin.
  public let folder: String
  /// Makes texts that were never made before.
  public let seed: @Sendable () -> String
  /// Nothing is waited for.
  public let patience = 0
  /// Every tone is heard.
  public let hearsGood = true
  /// The scales, which show at once what a trip says.
  public let scales: TripScales? = TripScales()
  private let clock: TripClock
  private let printing: PrintWorker
  private let waybills: WaybillWorker?
  private var glasses: [String: Lit] = [:]

  /// A handheld that is on.
  private struct Lit {
    var handheld: Handheld
    var glass: Glass
    /// The journal's head when a live screen was last told of others' work.
    var head: Int
  }

  /// Makes a stage.
  ///
  /// - Parameters:
  ///   - store: a store that is ready to work on.
  ///   - folder: where relative spool folders begin.
  ///   - start: the time the trip begins.
  ///   - seed: makes texts that were never made before, not even by an earlier stage on the store.
  ///   - carriers: who speaks for carriers that give waybill numbers themselves; nil for nobody.
  public init(
    store: any Store, folder: String, start: Timestamp, seed: @escaping @Sendable () -> String,
    carriers: WaybillWorker.Connections? = nil
  ) {
    self.store = store
    self.folder = folder
    self.seed = seed
    let clock = TripClock(start)
    self.clock = clock
    printing = PrintWorker(
      store: store, claimant: "trip-\(seed())", folder: folder, now: { clock.now })
    waybills = carriers.map { carriers in
      WaybillWorker(
        store: store, claimant: "trip-\(seed())", connections: carriers, now: { clock.now },
        draw: { $0.upperBound })
    }
  }

  /// The trip's time.
  public var now: Timestamp { clock.now }

  /// Switches a person's handheld on, or gives it another glass.
  public func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    let glass = Glass(size: size, language: language)
    if glasses[person] != nil {
      glasses[person]?.glass = glass
    } else {
      glasses[person] = Lit(
        handheld: try handheld(person), glass: glass, head: try store.head())
    }
  }

  /// Makes a gesture and gives the last tone that followed.
  public func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let handheld = try lit(person).handheld
    let echo = try handheld.handle(Self.inputs(gesture))
    if echo.committed { try workAside() }
    return switch echo.sounds.last {
    case .good: .good
    case .bad: .bad
    case nil: .nothing
    }
  }

  /// What a person sees now; a live screen has followed the others.
  public func frame(of person: String) throws -> Frame {
    var lit = try lit(person)
    let head = try store.head()
    if head != lit.head {
      _ = try lit.handheld.handle([.changed])
      _ = try lit.handheld.hear()
    }
    lit.head = head
    glasses[person] = lit
    return try lit.glass.frame(of: lit.handheld, at: clock.now)
  }

  /// Takes a handheld's power away, and switches it on again; what it left to print is printed.
  public func kill(_ person: String) throws {
    glasses[person] = Lit(
      handheld: try handheld(person), glass: try lit(person).glass, head: try store.head())
    try workAside()
  }

  /// Without a terminal a hang-up is the end of the program, as losing power is.
  public func hangUp(_ person: String) throws {
    try kill(person)
  }

  /// Moves the clock forward and prints what is due then.
  public func advance(to time: Timestamp) throws {
    clock.advance(to: time)
    try workAside()
  }

  /// Nobody gets on by waiting here.
  public func rest(milliseconds: Int) {}

  /// Live screens see what their scales show.
  public func follow() throws {
    for lit in glasses.values where lit.handheld.conversation.isLive {
      if try lit.handheld.handle([.changed]).committed { try workAside() }
    }
  }

  /// Switches everything off.
  public func close() {
    for lit in glasses.values { try? lit.handheld.rest() }
    glasses = [:]
  }

  /// What goes on beside the handhelds: carriers are asked, labels are printed.
  private func workAside() throws {
    try waybills?.work()
    try printing.work()
  }

  private func lit(_ person: String) throws -> Lit {
    guard let lit = glasses[person] else {
      throw StageTrouble("the handheld of \(person) is not on")
    }
    return lit
  }

  private func handheld(_ person: String) throws -> Handheld {
    let clock = clock
    return try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: Code(person), now: { clock.now }, seed: seed, scales: scales ?? TripScales()))
  }

  private static func inputs(_ gesture: Gesture) -> [Input] {
    switch gesture {
    case .scan(let codes): codes.map { .scan(Scan(text: $0)) }
    case .key(let key): [.key(key)]
    case .type(let text): text.map { .key(.character($0)) } + [.key(.enter)]
    }
  }
}
