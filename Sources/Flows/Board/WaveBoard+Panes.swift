import Warehouse

extension WaveBoard {
  /// What stands under the waves where there is room: the orders, what waits for a decision, each
  /// wave's finish against its truck, who is on it, and everybody at work.
  var panes: [Pane] {
    var panes: [Pane] = [.list(Text(zh: "订单", en: "Orders"), counts)]
    if let exceptions = board?.exceptions {
      panes.append(
        .list(
          Text(zh: "F6 异常 \(exceptions.count)", en: "F6 Exceptions \(exceptions.count)"),
          exceptions.map(line)))
    }
    if !timeline.isEmpty {
      panes.append(.list(Text(zh: "完成 = 截单 |", en: "Finish = cut-off |"), timeline))
    }
    if !work.isEmpty { panes.append(.list(Text(zh: "谁在做", en: "Who is on it"), work)) }
    if let people = board?.people {
      panes.append(
        .list(
          Text(zh: "F7 人员 \(people.count)", en: "F7 People \(people.count)"), people.map(line)))
    }
    return panes
  }

  /// An exception in a line: what, about what, and since when.
  private func line(_ exception: FloorException) -> Fact {
    let (title, subject) = (exception.title, exception.subject)
    return Fact(
      Text(zh: "\(title.zh) \(subject.zh)", en: "\(title.en) \(subject.en)"),
      trailing: exception.since.map { Text($0.clock(utcOffset: board?.utcOffset ?? 0)) })
  }

  /// Somebody in a line: where, on what, how fast and how right; who does nothing stands out.
  private func line(_ person: PersonFigures) -> Fact {
    let words = [person.badge.rawValue, person.work, person.place].compactMap { $0 }
      .joined(separator: " ")
    guard person.silent < 10 else {
      return Fact(
        Text(words),
        trailing: Text(zh: "! \(person.silent) 分没动", en: "! \(person.silent) min silent"),
        weight: .strong)
    }
    return Fact(
      Text(words),
      trailing: Text(
        zh: "\(person.perHour)/时 \(person.right)", en: "\(person.perHour)/h \(person.right)"))
  }

  private var told: [WaveFigures] {
    (board?.waves ?? []).compactMap { wave in
      board?.figures.first { $0.wave == wave.wave.code && $0.forecast != nil }
    }
  }

  /// Each wave as a line from the first finish to the last cut-off: `=` from the early finish to
  /// the late one, `|` the cut-off, `X` where it lies among them.
  private var timeline: [Fact] {
    let width = 22
    let cutOffs = Dictionary(
      (board?.waves ?? []).map { ($0.wave.code, $0.wave.cutOff.milliseconds) },
      uniquingKeysWith: { first, _ in first })
    let rows = told.compactMap { figures -> (forecast: WaveForecast, cutOff: Int64)? in
      guard let forecast = figures.forecast, forecast.risk != .unstaffed,
        let cutOff = cutOffs[figures.wave]
      else { return nil }
      return (forecast, cutOff)
    }
    let times = rows.flatMap {
      [$0.forecast.early.milliseconds, $0.forecast.late.milliseconds, $0.cutOff]
    }
    guard let first = times.min(), let last = times.max() else { return [] }
    func place(_ time: Int64) -> Int {
      Int((time - first) * Int64(width - 1) / max(1, last - first))
    }
    let lines = rows.map { forecast, cutOff in
      let span = place(forecast.early.milliseconds)...place(forecast.late.milliseconds)
      let bar = (0..<width).map { column -> Character in
        let isCutOff = column == place(cutOff)
        return span.contains(column) ? isCutOff ? "X" : "=" : isCutOff ? "|" : "."
      }
      return Fact(
        Text(forecast.wave.rawValue), trailing: Text(String(bar)),
        weight: forecast.risk == .safe ? .plain : .strong)
    }
    let offset = board?.utcOffset ?? 0
    let scale = Fact(
      Text(""),
      trailing: Text(
        Timestamp(milliseconds: first).clock(utcOffset: offset)
          + String(repeating: " ", count: width - 10)
          + Timestamp(milliseconds: last).clock(utcOffset: offset)), weight: .dim)
    return lines + [scale]
  }

  /// Each wave with its people, the last minutes' rates and the metres still to be walked.
  private var work: [Fact] {
    told.flatMap { figures -> [Fact] in
      let people = figures.people.map(\.rawValue)
      return [
        Fact(
          Text(figures.wave.rawValue),
          trailing: Text(people.isEmpty ? "-" : people.joined(separator: " "))),
        Fact(
          Text(
            zh: "  打包 \(figures.packRate) 单/时", en: "  \(figures.packRate) packed/h"),
          trailing: Text(zh: "还走 \(figures.metres) 米", en: "\(figures.metres) m to walk"),
          weight: .dim),
      ]
    }
  }

  /// What waits outside the waves.
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
    if board.waybillsWaiting > 0 {
      facts.append(
        Fact(
          Text(zh: "等单号", en: "Numbers asked for"), trailing: Text("\(board.waybillsWaiting)")))
    }
    if board.waybillTroubles > 0 {
      facts.append(
        Fact(
          Text(zh: "! 快递没给单号", en: "! Waybill trouble"),
          trailing: Text("\(board.waybillTroubles)"), weight: .strong))
    }
    for (carrier, left) in board.lowNumbers.sorted(by: { $0.key < $1.key }) {
      facts.append(
        Fact(
          Text(zh: "! \(carrier) 单号不多", en: "! \(carrier) numbers low"),
          trailing: Text("\(left)"), weight: .strong))
    }
    return facts
  }
}
