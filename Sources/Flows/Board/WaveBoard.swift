import Barcodes
import Warehouse

/// The wave board: every wave with its progress, its people and its cut-off, live from the work
/// of every process on the store.
///
/// Nothing is changed here; Esc or F3 goes back.
public struct WaveBoard: Flow {
  /// The name under which the flow is saved.
  public static let kind = "waveBoard"
  /// The version of the saved form.
  public static let version = 1

  var board: BoardView?

  /// Makes a board.
  public init() {}

  /// The board follows what others do.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned, .confirmed: return [.ask(.board)]
    case .answer(.board(let board)):
      self.board = board
      return []
    case .scan(let scan): return [.ask(.meaning(scan.text))]
    case .answer(.meaning(let meaning)):
      if case .nothing = meaning { return [.refuse(keepingWaiting: true)] }
      return [.open(Lookup(showing: meaning))]
    case .key(.function(5)): return [.open(Lookup())]
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .entered, .chosen, .outcome, .answer, .verified: return []
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    let waves = board?.waves ?? []
    return Screen(
      title: Text(zh: "波次看板", en: "Wave board"),
      progress: Progress(
        done: waves.filter { $0.wave.state == .done }.count, of: waves.count),
      body: [.table(table(waves))], message: sentence(waves),
      prompt: .scan(Text(zh: "扫码查询", en: "Scan to look up")), keys: [.back, .lookup],
      panes: [.list(Text(zh: "订单", en: "Orders"), counts)], shape: .board)
  }

  private func table(_ waves: [WaveProgress]) -> Table {
    Table(
      columns: [
        Table.Column(Text(zh: "波次", en: "Wave")),
        Table.Column(Text(zh: "承运", en: "Carrier"), rank: 2),
        Table.Column(Text(zh: "截单", en: "Cut-off"), rank: 1),
        Table.Column(Text(zh: "拣货", en: "Picked"), rank: 1),
        Table.Column(Text(zh: "剩行", en: "Lines left"), trailing: true),
        Table.Column(Text(zh: "缺", en: "Short"), trailing: true, rank: 3),
        Table.Column(Text(zh: "待领", en: "Waiting"), trailing: true, rank: 3),
        Table.Column(Text(zh: "人", en: "People"), trailing: true, rank: 2),
        Table.Column(Text(zh: "打包", en: "Packed"), trailing: true, rank: 1),
        Table.Column(Text(zh: "状态", en: "State"), rank: 2),
        Table.Column(Text(zh: "入笼", en: "Caged"), trailing: true, rank: 3),
        Table.Column(Text(zh: "交接", en: "Shipped"), trailing: true, rank: 3),
      ],
      rows: waves.map(row), empty: Text(zh: "没有波次", en: "No waves yet"))
  }

  private func row(_ wave: WaveProgress) -> Table.Row {
    let carrier =
      board?.carriers.first { $0.code == wave.wave.carrier }.map { Text($0.name) }
      ?? Text(wave.wave.carrier.rawValue)
    return Table.Row([
      Text(wave.wave.code.rawValue), carrier,
      Text(wave.wave.cutOff.clock(utcOffset: board?.utcOffset ?? 0)),
      Text(bar(wave.lines - wave.open, of: wave.lines)), Text("\(wave.open)"),
      Text("\(wave.short)"), Text("\(wave.waiting)/\(wave.lists)"), Text("\(wave.pickers)"),
      Text("\(wave.packed)/\(wave.orders)"), wave.wave.state.text,
      Text("\(wave.caged)"), Text("\(wave.shipped)"),
    ])
  }

  private func bar(_ done: Int, of total: Int) -> String {
    let width = 8
    let filled = total == 0 ? width : done * width / total
    let percent = total == 0 ? 100 : done * 100 / total
    return String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
      + (percent < 100 ? percent < 10 ? "   " : "  " : " ") + "\(percent)%"
  }

  private func sentence(_ waves: [WaveProgress]) -> Message? {
    guard board != nil else { return nil }
    guard let next = waves.first(where: { $0.wave.state == .released && $0.packed < $0.orders })
    else {
      return Message(.plain, [Text(zh: "没有在做的波次", en: "No wave is on the floor")])
    }
    let clock = next.wave.cutOff.clock(utcOffset: board?.utcOffset ?? 0)
    return Message(
      .plain,
      [
        Text(
          zh: "最急 \(next.wave.code): \(clock) 截单, 剩 \(next.open) 行, "
            + "\(next.orders - next.packed) 单没打包, \(next.pickers) 人在拣",
          en: "Next out \(next.wave.code): cut-off \(clock), \(next.open) lines to pick, "
            + "\(next.orders - next.packed) orders to pack, \(next.pickers) picking")
      ])
  }

  private var counts: [Fact] {
    guard let board else { return [] }
    var facts: [Fact] = [Order.State.new, .allocated, .backorder, .held].map { state in
      Fact(state.text, trailing: Text("\(board.counts[state] ?? 0)"))
    }
    facts.append(
      Fact(
        Text(zh: "在笼", en: "Caged"),
        trailing: Text("\(board.waves.reduce(0) { $0 + $1.caged })")))
    facts.append(
      Fact(Order.State.shipped.text, trailing: Text("\(board.counts[.shipped] ?? 0)")))
    if board.printTroubles > 0 {
      facts.append(
        Fact(
          Text(zh: "! 打印失败", en: "! Print trouble"), trailing: Text("\(board.printTroubles)"),
          weight: .strong))
    }
    return facts
  }
}
