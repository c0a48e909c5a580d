import Warehouse

extension ReleaseDesk {
  /// What the person sees now.
  public var screen: Screen {
    return Screen(
      title: Text(zh: "排波次", en: "Build waves"), body: rows, message: message, prompt: prompt,
      keys: keys, shape: .board)
  }

  private var keys: [KeyHint] {
    guard state == .choosing else { return [.back] }
    var keys = [KeyHint.back, KeyHint(.function(6), Text(zh: "试算", en: "What if"))]
    if policies.count > 1 {
      keys.append(KeyHint(.function(7), Text(zh: "只留一个", en: "Only this")))
    }
    if !undo.isEmpty { keys.append(KeyHint(.function(8), Text(zh: "撤回", en: "Undo"))) }
    keys.append(
      KeyHint(
        .function(9),
        policies.count == 1
          ? Text(zh: "对比", en: "Beside") : Text(zh: "改另一个", en: "Other")))
    return keys + [KeyHint(.function(10), Text(zh: "排", en: "Plan"))]
  }

  private var prompt: Prompt {
    switch state {
    case .loading: .wait(Text(zh: "正在算", en: "Working it out"))
    case .building:
      .wait(
        Text(
          zh: "已排 \(planned.count) 波 \(placed)/\(view?.orders ?? placed) 单",
          en: "\(placed)/\(view?.orders ?? placed) in \(planned.count.counted("wave"))"))
    case .releasing(_, let left):
      .wait(
        Text(
          zh: "放行 \(planned.count - left.count)/\(planned.count)",
          en: "Releasing \(planned.count - left.count)/\(planned.count)"))
    case .undoing: .wait(Text(zh: "正在撤回", en: "Taking it back"))
    case .choosing: .choose(Text(zh: "怎么排", en: "How"), choices)
    case .value(let part): .choose(part.text, values(of: part))
    case .extent:
      .choose(
        Text(zh: "排到哪步", en: "How far"),
        [
          Choice("plan", Text(zh: "只排, 先不放行", en: "Plan only")),
          Choice("release", Text(zh: "排好就放行", en: "Plan and release")),
        ])
    case .reason: .choose(Text(zh: "为什么", en: "Why"), LeverReason.choices)
    }
  }

  private var choices: [Choice] {
    Part.allCases.map { part in
      let values = policies.enumerated().map { index, policy in
        let value = self.value(of: part, in: policy)
        guard policies.count > 1, index == edited else { return value }
        return Text(zh: "[\(value.zh)]", en: "[\(value.en)]")
      }
      return Choice(
        part.rawValue, part.text,
        trailing: Text(
          zh: values.map(\.zh).joined(separator: " | "),
          en: values.map(\.en).joined(separator: " | ")))
    }
  }

  private func values(of part: Part) -> [Choice] {
    let any = [Choice("-", Text(zh: "不限", en: "any"))]
    let view = view ?? ReleaseView()
    func count(_ orders: Int) -> Text { Text(zh: "\(orders) 单", en: orders.counted("order")) }
    switch part {
    case .carrier:
      return any
        + view.carriers.map {
          Choice($0.value.rawValue, Text($0.value.rawValue), trailing: count($0.orders))
        }
    case .before:
      let days = Set(view.cutOffs.map { $0.value.day(utcOffset: view.utcOffset) })
      return any
        + view.cutOffs.map {
          let day = days.count > 1 ? "\($0.value.day(utcOffset: view.utcOffset)) " : ""
          return Choice(
            "\($0.value.milliseconds)",
            Text(day + $0.value.clock(utcOffset: view.utcOffset)), trailing: count($0.orders))
        }
    case .pieces:
      return any
        + ReleasePolicy.Pieces.allCases.map {
          Choice(
            $0.rawValue, $0.text,
            trailing: count($0 == .single ? view.singles : view.orders - view.singles))
        }
    case .zone:
      return any
        + view.zones.map {
          Choice($0.value.rawValue, Text($0.value.rawValue), trailing: count($0.orders))
        }
    case .capacity:
      return any + (1...max(1, view.capacity)).map { Choice("\($0)", Text("\($0)")) }
    case .way:
      return WavePolicy.allCases.filter { $0 != .batch || view.hasWalls }
        .map { Choice($0.rawValue, $0.text) }
    }
  }

  private func value(of part: Part, in policy: ReleasePolicy) -> Text {
    let any = Text(zh: "不限", en: "any")
    switch part {
    case .carrier: return policy.carrier.map { Text($0.rawValue) } ?? any
    case .before:
      return policy.before.map { Text($0.clock(utcOffset: view?.utcOffset ?? 0)) } ?? any
    case .pieces: return policy.pieces?.text ?? any
    case .zone: return policy.zone.map { Text($0.rawValue) } ?? any
    case .capacity: return policy.capacity.map { Text("\($0)") } ?? any
    case .way: return policy.way.text
    }
  }

  private var rows: [Screen.Body] {
    guard let view else { return [] }
    guard !view.figures.isEmpty else {
      return [
        .fact(
          Fact(
            Text(zh: "等排的订单", en: "Orders to plan"), trailing: Text("\(view.orders)"),
            weight: .strong))
      ]
    }
    let offset = view.utcOffset
    let rows: [(Text, (WhatIf) -> Text)] = [
      (Text(zh: "订单/波次", en: "Orders/waves"), { Text("\($0.orders)/\($0.waves)") }),
      (Text(zh: "拣货单/行", en: "Lists/lines"), { Text("\($0.lists)/\($0.lines)") }),
      (Text(zh: "走 米", en: "Metres"), { Text("\($0.metres)") }),
      (
        Text(zh: "做完", en: "Finish"),
        { $0.last?.finish(utcOffset: offset) ?? Text("-") }
      ),
      (Text(zh: "余分", en: "Slack"), { $0.worst?.slackText ?? Text("-") }),
      (Text(zh: "状态", en: "State"), { $0.worst?.risk.text ?? Text("-") }),
      (
        Text(zh: "要几人", en: "People"),
        { told in
          guard told.orders > 0 else { return Text("-") }
          guard let needed = told.needed else {
            return told.worst?.risk == .unstaffed
              ? Text(zh: "没人打包", en: "no packer") : Text(zh: "加人也不够", en: "hopeless")
          }
          return Text("\(told.pickers)+\(needed)")
        }
      ),
      (
        Text(zh: "害迟", en: "Makes late"),
        { Text($0.delayed.isEmpty ? "-" : $0.delayed.map(\.rawValue).joined(separator: " ")) }
      ),
    ]
    let heads =
      [Table.Column(Text(""))]
      + view.figures.indices.map { index in
        Table.Column(
          Text(zh: "策略\(index + 1)", en: "Policy \(index + 1)"), trailing: true, rank: index)
      }
    return [
      .table(
        Table(
          columns: heads,
          rows: rows.map { label, value in Table.Row([label] + view.figures.map(value)) },
          empty: Text("")))
    ]
  }
}

extension ReleaseDesk.Part {
  /// The part in a word.
  var text: Text {
    switch self {
    case .carrier: Text(zh: "快递", en: "Carrier")
    case .before: Text(zh: "截单到", en: "Cut-off to")
    case .pieces: Text(zh: "件型", en: "Pieces")
    case .zone: Text(zh: "库区", en: "Zone")
    case .capacity: Text(zh: "一车几单", en: "Orders a device")
    case .way: Text(zh: "拣法", en: "Way")
    }
  }
}

extension ReleasePolicy.Pieces {
  /// How many pieces, in a word.
  var text: Text {
    switch self {
    case .single: Text(zh: "单件", en: "single")
    case .multi: Text(zh: "多件", en: "multi")
    }
  }
}

extension WavePolicy {
  /// The way in a word.
  var text: Text {
    switch self {
    case .cluster: Text(zh: "边拣边分", en: "cluster")
    case .discrete: Text(zh: "摘果", en: "discrete")
    case .batch: Text(zh: "合拣", en: "batch")
    case .zone: Text(zh: "分区", en: "zone")
    case .bulk: Text(zh: "爆款", en: "bulk")
    case .auto: Text(zh: "自动", en: "auto")
    }
  }
}
