import Barcodes
public import Warehouse

/// The wave board: every wave with its progress, its people, its forecast and its cut-off, live
/// from the work of every process on the store.
///
/// A wave's number or code opens its levers; F6 what waits for a decision, F7 the people, F8 builds
/// waves, F9 the floor map, F10 the history of a thing. What else is scanned is looked up. Esc or F3
/// goes back.
public struct WaveBoard: Flow {
  /// The name under which the flow is saved.
  public static let kind = "waveBoard"
  /// The version of the saved form.
  public static let version = 2

  let badge: Code<Operator>
  var board: BoardView?
  var message: Message?

  /// Makes a supervisor's board.
  public init(badge: Code<Operator> = "") {
    self.badge = badge
  }

  /// The board follows what others do.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned: return [.ask(.board)]
    case .confirmed:
      message = nil
      return [.ask(.board)]
    case .answer(.board(let board)):
      self.board = board
      return []
    case .scan(let scan):
      message = nil
      return chosen(Scanned(scan).code)
    case .answer(.meaning(let meaning)):
      if case .nothing = meaning {
        message = Message(.bad, [meaning.text])
        return [.refuse(keepingWaiting: true)]
      }
      return [.open(Lookup(showing: meaning))]
    case .key(.function(5)): return [.open(Lookup(teaches: true))]
    case .key(.function(6)): return [.open(ExceptionQueue(badge: badge))]
    case .key(.function(7)): return [.open(Crew(badge: badge))]
    case .key(.function(8)): return [.open(ReleaseDesk())]
    case .key(.function(9)): return [.open(FloorBoard())]
    case .key(.function(10)): return [.open(Find())]
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .entered, .chosen, .outcome, .answer, .verified: return []
    }
  }

  private func chosen(_ text: String) -> [Effect] {
    let waves = shown
    if let number = Int(text), waves.indices.contains(number - 1) {
      return [.open(WaveDesk(wave: waves[number - 1].wave.code, badge: badge))]
    }
    if let wave = waves.first(where: { $0.wave.code.rawValue == text }) {
      return [.open(WaveDesk(wave: wave.wave.code, badge: badge))]
    }
    return [.ask(.meaning(text))]
  }

  /// The waves, without those whose orders all went to others.
  private var shown: [WaveProgress] {
    (board?.waves ?? []).filter { $0.wave.state != .done || $0.orders > 0 }
  }

  private func figures(_ wave: WaveProgress) -> WaveFigures? {
    board?.figures.first { $0.wave == wave.wave.code }
  }

  /// What the person sees now.
  public var screen: Screen {
    let waves = shown
    return Screen(
      title: Text(zh: "波次看板", en: "Wave board"),
      progress: Progress(
        done: waves.filter { $0.wave.state == .done }.count, of: waves.count),
      body: [.table(table(waves))], message: message ?? sentence(waves),
      prompt: .scan(Text(zh: "波次号或扫码", en: "Wave or scan")),
      keys: [
        .back, .lookup, KeyHint(.function(6), Text(zh: "异常", en: "Exceptions")),
        KeyHint(.function(7), Text(zh: "人员", en: "People")),
        KeyHint(.function(8), Text(zh: "排波次", en: "Build")),
        KeyHint(.function(9), Text(zh: "地图", en: "Map")),
        KeyHint(.function(10), Text(zh: "追踪", en: "History")),
      ],
      panes: panes, shape: .board)
  }

  private func table(_ waves: [WaveProgress]) -> Table {
    Table(
      columns: [
        Table.Column(Text("#"), trailing: true, rank: 1),
        Table.Column(Text(zh: "波次", en: "Wave")),
        Table.Column(Text(zh: "承运", en: "Carrier"), rank: 6),
        Table.Column(Text(zh: "截单", en: "Cut-off"), rank: 1),
        Table.Column(Text(zh: "拣货", en: "Picked"), rank: 1),
        Table.Column(Text(zh: "剩行", en: "Left"), trailing: true),
        Table.Column(Text(zh: "打包", en: "Packed"), trailing: true, rank: 2),
        Table.Column(Text(zh: "面单", en: "Label"), trailing: true, rank: 5),
        Table.Column(Text(zh: "缺", en: "Short"), trailing: true, rank: 7),
        Table.Column(Text(zh: "待领", en: "Wait"), trailing: true, rank: 8),
        Table.Column(Text(zh: "人", en: "Ppl"), trailing: true, rank: 4),
        Table.Column(Text(zh: "行/时", en: "Rate"), trailing: true, rank: 4),
        Table.Column(Text(zh: "预计", en: "Finish"), rank: 2),
        Table.Column(Text(zh: "余分", en: "Slack"), trailing: true, rank: 3),
        Table.Column(Text(zh: "状态", en: "State")),
        Table.Column(Text(zh: "入笼", en: "Caged"), trailing: true, rank: 9),
        Table.Column(Text(zh: "交接", en: "Shipped"), trailing: true, rank: 9),
      ],
      rows: waves.enumerated().map { row($0 + 1, $1) },
      empty: Text(zh: "没有波次", en: "No waves yet"))
  }

  private func row(_ number: Int, _ wave: WaveProgress) -> Table.Row {
    let carrier =
      board?.carriers.first { $0.code == wave.wave.carrier }.map { Text($0.name) }
      ?? Text(wave.wave.carrier.rawValue)
    let figures = figures(wave)
    let forecast = figures?.forecast
    let offset = board?.utcOffset ?? 0
    return Table.Row(
      [
        Text("\(number)"), Text(wave.wave.code.rawValue), carrier,
        Text(wave.wave.cutOff.clock(utcOffset: offset)),
        Text(bar(wave.lines - wave.open, of: wave.lines)), Text("\(wave.open)"),
        Text("\(wave.packed)/\(wave.orders)"), Text(figures.map { "\($0.labelled)" } ?? "-"),
        Text("\(wave.short)"), Text("\(wave.waiting)/\(wave.lists)"),
        Text("\(max(wave.pickers, figures?.people.count ?? 0))"),
        Text(figures.map { "\($0.rate)" } ?? "-"),
        forecast?.finish(utcOffset: offset) ?? Text("-"), forecast?.slackText ?? Text("-"),
        forecast?.risk.text ?? wave.wave.state.text,
        Text("\(wave.caged)"), Text("\(wave.shipped)"),
      ], tone: forecast?.risk.tone ?? .plain)
  }

  private func bar(_ done: Int, of total: Int) -> String {
    let width = 8
    let filled = total == 0 ? width : done * width / total
    let percent = total == 0 ? 100 : done * 100 / total
    return String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
      + (percent < 100 ? percent < 10 ? "   " : "  " : " ") + "\(percent)%"
  }

  private func sentence(_ waves: [WaveProgress]) -> Message? {
    guard let board else { return nil }
    let next = nextOut(waves, board)
    guard let warning = warning(board) else { return Message(.plain, [next]) }
    return Message(.warn, [warning, next])
  }

  private func warning(_ board: BoardView) -> Text? {
    let told = board.figures.compactMap(\.forecast)
    let bad = told.filter { $0.risk == .late || $0.risk == .unstaffed || $0.risk == .missed }
    guard let worst = bad.min(by: { $0.slack < $1.slack }) else { return doubtful(told) }
    guard worst.risk != .unstaffed else {
      return Text(
        zh: "\(worst.wave) 没人能做完: 缺拣货或打包的人",
        en: "\(worst.wave): nobody to pick or to pack it to its end")
    }
    guard worst.slack < 0 else {
      return Text(
        zh: "\(worst.wave) 可能赶不上车: \(worst.lateChance)% 会迟, 按波次号可调",
        en: "\(worst.wave) may miss its truck (\(worst.lateChance)% late); "
          + "its number opens the levers")
    }
    let minutes = -worst.slack
    return Text(
      zh: "\(worst.wave) 会迟 \(minutes) 分钟 (把握 \(worst.lateChance)%), 按波次号可调",
      en: "\(worst.wave) will be \(minutes) min late (\(worst.lateChance)% sure); "
        + "its number opens the levers")
  }

  /// The wave most likely to be late where none is sure to be.
  private func doubtful(_ told: [WaveForecast]) -> Text? {
    guard let wave = told.filter({ $0.risk == .tight }).max(by: { $0.lateChance < $1.lateChance })
    else { return nil }
    return Text(
      zh: "\(wave.wave) 偏紧: \(wave.lateChance)% 会迟, 余 \(wave.slack) 分",
      en: "\(wave.wave) is tight: \(wave.lateChance)% that it is late, slack \(wave.slack) min")
  }

  private func nextOut(_ waves: [WaveProgress], _ board: BoardView) -> Text {
    guard let next = waves.first(where: { $0.wave.state == .released && $0.packed < $0.orders })
    else { return Text(zh: "没有在做的波次", en: "No wave is on the floor") }
    let clock = next.wave.cutOff.clock(utcOffset: board.utcOffset)
    return Text(
      zh: "最急 \(next.wave.code): \(clock) 截单, 剩 \(next.open) 行, "
        + "\(next.orders - next.packed) 单没打包, \(next.pickers) 人在拣",
      en: "Next out \(next.wave.code): cut-off \(clock), \(next.open.counted("line")) to pick, "
        + "\((next.orders - next.packed).counted("order")) to pack, \(next.pickers) picking")
  }
}
