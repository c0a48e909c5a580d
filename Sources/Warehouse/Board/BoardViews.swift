/// A wave with everything a supervisor needs to move its work.
public struct WaveDetail: Hashable, Codable, Sendable {
  /// A list of it.
  public struct Row: Hashable, Codable, Sendable {
    /// The list.
    public var list: Code<PickList>
    /// How far it is.
    public var state: PickList.State
    /// Who has it.
    public var badge: Code<Operator>?
    /// Lines of it.
    public var lines: Int
    /// Lines still open.
    public var open: Int
    /// The walk, in millimetres.
    public var length: Int
  }

  /// The wave.
  public var wave: Wave
  /// Its lists by code.
  public var lists: [Row]
  /// Who is signed in and may pick.
  public var pickers: [Code<Operator>]
  /// Waves of the same carrier in the same state.
  public var others: [Wave]
  /// A code no wave has.
  public var free: Code<Wave>
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
  /// What would be if it were released now; nil unless it is planned and somebody can tell.
  public var ifReleased: WaveFigures?
  /// How many more people would have to pick for it to be in time; nil where none are too many.
  public var needed: Int?
}

/// Something on the floor that waits for a decision.
public struct FloorException: Hashable, Codable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Codable, Sendable {
    /// An order is held; the words say what is missing.
    case held(Code<Order>, String)
    /// A bin was found short and waits for its count.
    case short(Chore)
    /// Pieces of a stopped order wait to be put back.
    case stopped(Chore)
    /// A label did not come out.
    case printing(PrintJob)
    /// Somebody has a list and does nothing.
    case silent(PersonFigures)
    /// A person's scans are refused too often.
    case refused(PersonFigures)
  }

  /// What is wrong.
  public var kind: Kind
  /// Since when, where it is known.
  public var since: Timestamp?

  /// Makes an exception.
  public init(kind: Kind, since: Timestamp? = nil) {
    self.kind = kind
    self.since = since
  }
}

extension Reader {
  func detail(_ code: Code<Wave>) throws -> WaveDetail? {
    guard let wave = try facts.wave(code) else { return nil }
    let waves = try facts.waveProgress().map(\.wave)
    var number = waves.count + 1
    func name(_ number: Int) -> Code<Wave> {
      Code("W" + (number < 10 ? "00" : number < 100 ? "0" : "") + "\(number)")
    }
    while waves.contains(where: { $0.code == name(number) }) { number += 1 }
    return WaveDetail(
      wave: wave,
      lists: try facts.lists(of: code).map { list in
        let lines = try facts.pickLines(of: list.code)
        return WaveDetail.Row(
          list: list.code, state: list.state, badge: list.badge, lines: lines.count,
          open: lines.filter { $0.open > 0 }.count, length: list.walk.length)
      },
      pickers: try facts.sessions().map(\.badge).filter {
        try facts.person($0)?.roles.contains(.picker) == true
      }.sorted(),
      others: waves.filter {
        $0.code != code && $0.carrier == wave.carrier && $0.state == wave.state
      },
      free: name(number), utcOffset: try facts.site()?.utcOffset ?? 0)
  }

  /// What waits for a decision, as the records tell.
  func exceptions() throws -> [FloorException] {
    try facts.orders(in: .held, limit: 100).map {
      FloorException(kind: .held($0.number, $0.note))
    }
      + facts.openChores(.count).filter { $0.cause == .short }.map {
        FloorException(kind: .short($0), since: $0.since)
      }
      + facts.openChores(.putBack).map { FloorException(kind: .stopped($0), since: $0.since) }
      + facts.printJobs(in: .failed, limit: 100).map {
        FloorException(kind: .printing($0), since: $0.queued)
      }
  }
}
