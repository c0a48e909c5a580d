public import Warehouse

extension Role {
  /// The role in a word.
  var text: Text {
    switch self {
    case .picker: Text(zh: "拣货", en: "picking")
    case .packer: Text(zh: "复核", en: "packing")
    case .supervisor: Text(zh: "主管", en: "supervising")
    }
  }
}

extension Order.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .new: Text(zh: "新单", en: "new")
    case .backorder: Text(zh: "欠货", en: "backorder")
    case .allocated: Text(zh: "已分配", en: "allocated")
    case .planned: Text(zh: "已排波次", en: "in a wave")
    case .picking: Text(zh: "拣货中", en: "being picked")
    case .picked: Text(zh: "已拣", en: "picked")
    case .packing: Text(zh: "复核中", en: "being packed")
    case .packed: Text(zh: "已打包", en: "packed")
    case .held: Text(zh: "挂起", en: "held")
    case .cancelled: Text(zh: "已取消", en: "cancelled")
    case .shipped: Text(zh: "已交接", en: "shipped")
    }
  }
}

extension Wave.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .planned: Text(zh: "待放行", en: "planned")
    case .released: Text(zh: "进行中", en: "released")
    case .done: Text(zh: "完成", en: "done")
    case .paused: Text(zh: "暂停", en: "paused")
    }
  }
}

extension PickList.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .planned: Text(zh: "待放行", en: "planned")
    case .released: Text(zh: "待拣", en: "waiting")
    case .picking: Text(zh: "拣货中", en: "being picked")
    case .done: Text(zh: "完成", en: "done")
    }
  }
}

extension PickLine.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .open: Text(zh: "待拣", en: "open")
    case .picked: Text(zh: "已拣", en: "picked")
    case .short: Text(zh: "缺拣", en: "short")
    case .released: Text(zh: "已释放", en: "given back")
    }
  }
}

extension Parcel.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .open: Text(zh: "复核中", en: "open")
    case .closed: Text(zh: "已封箱", en: "closed")
    case .void: Text(zh: "已作废", en: "void")
    case .waiting: Text(zh: "等单号", en: "without a number")
    case .shipped: Text(zh: "已交接", en: "shipped")
    }
  }
}

extension PrintJob.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .queued: Text(zh: "排队", en: "queued")
    case .claimed: Text(zh: "打印中", en: "printing")
    case .printed: Text(zh: "已打印", en: "printed")
    case .failed: Text(zh: "没打出来", en: "not printed")
    case .unknown: Text(zh: "不明", en: "unknown")
    case .void: Text(zh: "已作废", en: "void")
    }
  }
}

extension WaybillJob.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .queued: Text(zh: "等单号", en: "waiting")
    case .claimed: Text(zh: "询问中", en: "being asked")
    case .done: Text(zh: "已办好", en: "settled")
    case .stuck: Text(zh: "等人处理", en: "for a person")
    case .joined: Text(zh: "整单要单号", en: "with its order")
    }
  }
}

extension Manifest.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .closed: Text(zh: "待签收", en: "to be signed")
    case .signed: Text(zh: "已签收", en: "signed")
    case .void: Text(zh: "已撤回", en: "reopened")
    }
  }
}

extension OutboxMessage.State {
  /// The state in a word.
  var text: Text {
    switch self {
    case .queued: Text(zh: "排队", en: "queued")
    case .sent: Text(zh: "已发", en: "sent")
    case .refused: Text(zh: "被拒", en: "refused")
    case .givenUp: Text(zh: "已放弃", en: "given up")
    case .void: Text(zh: "已撤回", en: "taken back")
    }
  }
}

extension ShortReason {
  /// The reason in a few words, as a report tells it.
  public var words: Text { text }

  /// The reason in a few words.
  var text: Text {
    switch self {
    case .empty: Text(zh: "库位空", en: "Bin is empty")
    case .fewer: Text(zh: "数量不够", en: "Too few pieces")
    case .damaged: Text(zh: "货损", en: "Damaged")
    case .otherGoods: Text(zh: "放的是别的货", en: "Other goods there")
    case .blocked: Text(zh: "到不了", en: "Cannot reach it")
    case .elsewhere: Text(zh: "在别的库位", en: "Lies elsewhere")
    case .notFound: Text(zh: "找不到货", en: "Not found")
    }
  }
}

extension Meaning {
  /// What a code stands for, in one line: how an unexpected scan is named.
  var text: Text {
    switch self {
    case .bin(let bin, _): Text(zh: "库位 \(bin.code)", en: "bin \(bin.code)")
    case .product(let product, _, _): Text(product.name)
    case .tote(let tote, _): Text(zh: "周转箱 \(tote.code)", en: "tote \(tote.code)")
    case .cart(let cart): Text(zh: "拣货车 \(cart.code)", en: "cart \(cart.code)")
    case .order(let order, _, _): Text(zh: "订单 \(order.number)", en: "order \(order.number)")
    case .parcel(let parcel): Text(zh: "包裹 \(parcel.code)", en: "parcel \(parcel.code)")
    case .workstation(let bench): Text(zh: "工位 \(bench.code)", en: "bench \(bench.code)")
    case .list(let list, _): Text(zh: "拣货单 \(list.code)", en: "list \(list.code)")
    case .badge(let badge): Text(zh: "工牌 \(badge)", en: "badge \(badge)")
    case .wall(let wall, _): Text(zh: "播种墙 \(wall.code)", en: "wall \(wall.code)")
    case .wallSlot(let slot):
      Text(zh: "\(slot.wall) 第\(slot.number)格", en: "slot \(slot.number) of \(slot.wall)")
    case .serials(let serials, _):
      Text(
        zh: "序列号 \(serials.first?.number ?? "")", en: "serial \(serials.first?.number ?? "")")
    case .unit(let unit, _):
      Text(zh: "容器 \(unit.code)", en: "unit \(unit.code)")
    case .cage(let load): Text(zh: "笼车 \(load.cage.code)", en: "cage \(load.cage.code)")
    case .manifest(let manifest):
      Text(zh: "交接单 \(manifest.code)", en: "manifest \(manifest.code)")
    case .placed(let parcel, _): Text(zh: "包裹 \(parcel.code)", en: "parcel \(parcel.code)")
    case .nothing(let code):
      Scanned.problem(in: code) ?? Text(zh: "未知码 \(code)", en: "unknown code \(code)")
    }
  }
}
