import Warehouse

extension FloorException {
  /// What is wrong, in a word.
  var title: Text {
    switch kind {
    case .missing: Text(zh: "缺货", en: "Missing")
    case .held: Text(zh: "挂起", en: "Held")
    case .short: Text(zh: "缺拣", en: "Short")
    case .stopped: Text(zh: "待归位", en: "Put back")
    case .printing: Text(zh: "打印失败", en: "Print")
    case .label: Text(zh: "面单不明", en: "Label?")
    case .door: Text(zh: "门口拦下", en: "At door")
    case .weight: Text(zh: "重量不符", en: "Weight")
    case .silent: Text(zh: "没动静", en: "Silent")
    case .stale: Text(zh: "久不用", en: "Stale")
    case .refused: Text(zh: "常扫错", en: "Mis-scans")
    }
  }

  /// What it is about.
  var subject: Text {
    switch kind {
    case .missing(let shortage): Text("\(shortage.order) \(shortage.sku)")
    case .held(let order, _), .door(let order, _): Text(order.rawValue)
    case .short(let chore), .stopped(let chore):
      Text(chore.goods.holder.description.split(separator: ":").last.map(String.init) ?? "")
    case .printing(let job), .label(let job): Text(job.parcel.rawValue)
    case .weight(let block): Text(block.parcel.rawValue)
    case .silent(let person), .stale(let person), .refused(let person):
      Text(person.badge.rawValue)
    }
  }

  /// What is known of it.
  var facts: [Fact] {
    [Fact(title, trailing: subject, weight: .strong)] + details
  }

  /// What is known of it, in a line.
  var summary: Text {
    func line(_ language: Language) -> String {
      details.flatMap { [$0.leading[language], $0.trailing?[language] ?? ""] }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return Text(zh: line(.zh), en: line(.en))
  }

  private var details: [Fact] {
    switch kind {
    case .missing(let shortage): return shortage.facts
    case .held(_, let note): return [Fact(Text(zh: "缺 \(note)", en: "Missing \(note)"))]
    case .door(_, let note): return [Fact(Text(note))]
    case .short(let chore):
      return [Fact(Text(chore.goods.sku.rawValue))]
        + (chore.order.map { [Fact(Text($0.rawValue), rank: 3)] } ?? [])
    case .stopped(let chore):
      return [Fact(Text(chore.goods.sku.rawValue), trailing: Text("\(chore.quantity)"))]
        + (chore.order.map { [Fact(Text($0.rawValue), rank: 3)] } ?? [])
    case .printing(let job), .label(let job):
      let why = job.fault.map { fault in
        job.state == .failed ? [Fact(fault.text), Fact(fault.remedy)] : [Fact(fault.text)]
      }
      return [Fact(Text(job.printer.rawValue), trailing: job.state.text)]
        + (why ?? [Fact(Text(job.trouble))])
    case .weight(let block):
      return [
        Fact(Text(block.order.rawValue), trailing: Text(block.workstation.rawValue)),
        Fact(
          Text(zh: "称 \(block.grams) 克", en: "Weighs \(block.grams) g"),
          trailing: Text(
            zh: "应 \(block.least)-\(block.most)", en: "wanted \(block.least)-\(block.most)")),
        Fact(Text(block.badge.rawValue), rank: 3),
      ]
    case .silent(let person):
      return [
        Fact(Text(person.list?.rawValue ?? "-")),
        Fact(Text(zh: "\(person.silent) 分没动", en: "\(person.silent) min silent")),
      ]
    case .stale(let person):
      return [
        Fact(Text(person.device.rawValue)),
        Fact(Text(zh: "\(person.silent) 分没动", en: "\(person.silent) min silent")),
      ]
    case .refused(let person):
      return [
        Fact(Text(zh: "准确 \(person.accuracy / 10)%", en: "Right \(person.accuracy / 10)%"))
      ]
    }
  }

  /// The missing pieces it is about.
  var shortage: Shortage? {
    if case .missing(let shortage) = kind { shortage } else { nil }
  }

  /// The order it is about.
  var order: Code<Order>? {
    switch kind {
    case .missing(let shortage): shortage.order
    case .held(let order, _), .door(let order, _): order
    case .weight(let block): block.order
    case .short, .stopped, .printing, .label, .silent, .stale, .refused: nil
    }
  }

  /// The parcel it is about.
  var parcel: Code<Parcel>? {
    switch kind {
    case .printing(let job), .label(let job): job.parcel
    case .missing, .held, .door, .short, .stopped, .silent, .stale, .refused, .weight: nil
    }
  }

  /// The person it is about.
  var person: PersonFigures? {
    switch kind {
    case .silent(let person), .stale(let person), .refused(let person): person
    case .missing, .held, .door, .short, .stopped, .printing, .label, .weight: nil
    }
  }

  /// Who is to be told or watched.
  var badge: Code<Operator>? {
    if case .weight(let block) = kind { block.badge } else { person?.badge }
  }

  /// The handheld that is watched.
  var device: Code<Device>? {
    if case .weight(let block) = kind { block.device } else { person?.device }
  }

  /// The tote whose pieces are put back.
  var tote: Code<Tote>? {
    guard case .stopped(let chore) = kind, case .tote(let tote) = chore.goods.holder else {
      return nil
    }
    return tote
  }
}

extension Shortage {
  /// What is known of it; the last fact says in a line how the short would be shared out.
  fileprivate var facts: [Fact] {
    var facts = [
      Fact(
        Text(sku.rawValue), trailing: Text(zh: "缺 \(missing) 件", en: "\(missing) missing"))
    ]
    if let bin {
      facts.append(Fact(Text(bin.rawValue), trailing: reason?.text, rank: 3))
    }
    if let wave { facts.append(Fact(Text(wave.rawValue), rank: 3)) }
    if let words = sharing?.words { facts.append(Fact(words)) }
    return facts
  }
}

extension Sharing {
  /// Who gets what from whom, and why, in a line.
  var words: Text? {
    guard let move = moves.first else { return nil }
    let why: Text =
      switch ground {
      case .priority: Text(zh: "优先级高", en: "higher priority")
      case .cutOff: Text(zh: "截单早", en: "earlier cut-off")
      case .whole: Text(zh: "多齐一单", en: "one more whole order")
      }
    let more = moves.count > 1 ? " +\(moves.count - 1)" : ""
    return Text(
      zh: "\(orders)单分: \(move.from) 让 \(move.pieces) 件给 \(move.to)\(more), \(why.zh)",
      en: "Of \(orders) orders \(move.from) gives \(move.pieces) to \(move.to)\(more): \(why.en)")
  }
}

extension Remedy {
  /// The decision in a few words.
  var text: Text {
    switch self {
    case .shareOut: Text(zh: "公平分配", en: "Share out")
    case .otherStock(_, let isLot):
      isLot ? Text(zh: "换批号", en: "Other lot") : Text(zh: "换库位", en: "Other bin")
    case .split: Text(zh: "拆单先发", en: "Split")
    case .backorder: Text(zh: "欠货等补", en: "Backorder")
    case .cancelLine: Text(zh: "取消缺行", en: "Cancel line")
    case .cancelOrder: Text(zh: "拦下, 归位", en: "Stop, put back")
    case .count: Text(zh: "现在盘点", en: "Count now")
    case .reprint: Text(zh: "补打面单", en: "Print again")
    case .labelSeen: Text(zh: "面单在", en: "Label is there")
    case .labelMissing: Text(zh: "面单没有", en: "No label there")
    case .putBack: Text(zh: "现在归位", en: "Put back now")
    case .reassign(_, let badge):
      badge == nil
        ? Text(zh: "单子给别人", en: "Give list back") : Text(zh: "单子换人", en: "Give list to")
    case .tell: Text(zh: "发消息", en: "Say a word")
    case .shadow: Text(zh: "监看", en: "Shadow")
    case .signOff: Text(zh: "替他下班", en: "Sign off")
    case .send: Text(zh: "有多少发多少", en: "Send what is there")
    case .letGo: Text(zh: "放行", en: "Let it go")
    }
  }

  /// What the decision would use.
  var detail: Text? {
    switch self {
    case .otherStock(let key, let isLot):
      Text(isLot ? key.lot : key.holder.code)
    case .count(let bin): Text(bin.rawValue)
    case .reassign(_, let badge): badge.map { Text($0.rawValue) }
    case .shareOut, .split, .backorder, .cancelLine, .cancelOrder, .reprint, .labelSeen,
      .labelMissing, .putBack, .tell, .shadow, .signOff, .send, .letGo:
      nil
    }
  }
}
