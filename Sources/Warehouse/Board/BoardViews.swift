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
}
