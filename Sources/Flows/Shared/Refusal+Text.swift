public import Warehouse

extension Refusal {
  /// The refusal in one English line, for programs.
  public var sentence: String { lines.map(\.en).joined(separator: ": ") }

  /// The refusal in words: what is wrong, then what to do.
  public var lines: [Text] {
    switch self {
    case .unknown(let code):
      [
        Text(zh: "不认识 \(code)", en: "Unknown \(code)"),
        Text(zh: "请再扫一次", en: "Scan it again"),
      ]
    case .atWorkElsewhere(let device):
      [Text(zh: "已在 \(device) 登录", en: "At work on \(device)")]
    case .takenOver(let device):
      [
        Text(zh: "已被 \(device) 接管", en: "Taken over by \(device)"),
        Text(zh: "请重新扫工牌", en: "Scan your badge"),
      ]
    case .notSignedIn:
      [Text(zh: "未登录", en: "Not signed in"), Text(zh: "请扫工牌", en: "Scan your badge")]
    case .notAllowed(let role):
      [
        Text(zh: "没有权限: \(role.text.zh)", en: "Not allowed: \(role.text.en)"),
        Text(zh: "请找主管", en: "Ask a supervisor"),
      ]
    case .inOtherHands(let badge):
      [
        Text(zh: "\(badge) 已在处理", en: "\(badge) has it"),
        Text(zh: "请拿下一单", en: "Take the next one"),
      ]
    case .orderIs(let order, let state):
      [
        Text(zh: "订单 \(order)", en: "Order \(order)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .waveIs(let wave, let state):
      [
        Text(zh: "波次 \(wave)", en: "Wave \(wave)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .listIs(let list, let state):
      [
        Text(zh: "拣货单 \(list)", en: "List \(list)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .lineIs(_, let state):
      [Text(zh: "这行已是: \(state.text.zh)", en: "Line is \(state.text.en)")]
    case .parcelIs(let parcel, let state):
      [
        Text(zh: "包裹 \(parcel)", en: "Parcel \(parcel)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .jobIs(let job, let state):
      [
        Text(zh: "打印 \(job)", en: "Print job \(job)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .toteInUse(let tote, let order):
      [
        Text(zh: "周转箱 \(tote) 已占用", en: "Tote \(tote) in use"),
        Text(zh: "订单 \(order) 在用", en: "by order \(order)"),
        Text(zh: "换一个空箱", en: "Take an empty one"),
      ]
    case .toteNotEmpty(let tote):
      [
        Text(zh: "周转箱 \(tote) 不空", en: "Tote \(tote) not empty"),
        Text(zh: "换一个空箱", en: "Take an empty one"),
      ]
    case .wrongTote(let tote, let slot, let expected):
      [
        Text(zh: "周转箱不对: \(tote)", en: "Wrong tote: \(tote)"),
        Text(
          zh: "要放 \(slot)号箱 \(expected?.rawValue ?? "")",
          en: "Put in slot \(slot) \(expected?.rawValue ?? "")"),
      ]
    case .slotTaken(let slot, let tote):
      [Text(zh: "\(slot)号位已有 \(tote)", en: "Slot \(slot) has \(tote)")]
    case .tooMany(let asked, let open):
      [
        Text(zh: "太多: \(asked) 件", en: "Too many: \(asked)"),
        Text(zh: "只要 \(open) 件", en: "Only \(open) wanted"),
      ]
    case .stockGone(let bin, let left):
      [
        Text(zh: "\(bin) 可用 \(left) 件", en: "\(bin) has \(left) free"),
        Text(zh: "去别的库位, 或F9缺拣", en: "Other bin, or F9 short"),
      ]
    case .wrongItem(let sku):
      [
        Text(zh: "不是这单的: \(sku)", en: "Not in this order: \(sku)"),
        Text(zh: "拿出来放一边", en: "Take it out"),
      ]
    case .extraPiece(let sku):
      [
        Text(zh: "多了一件: \(sku)", en: "One too many: \(sku)"),
        Text(zh: "拿出来放一边", en: "Take it out"),
      ]
    case .openLines(let count):
      [Text(zh: "还有 \(count) 行没拣", en: "\(count.counted("line")) open")]
    case .staleWalk, .notTheOpenLines:
      [Text(zh: "路径已变, 请重试", en: "List changed, try again")]
    case .noWaybillNumbers(let carrier):
      [
        Text(zh: "\(carrier) 单号用完", en: "\(carrier): no waybills"),
        Text(zh: "请找主管加单号", en: "Supervisor: add some"),
      ]
    case .noPrinter(let bench):
      [
        Text(zh: "\(bench) 没有打印机", en: "\(bench): no printer"),
        Text(zh: "请换工位", en: "Use another bench"),
      ]
    case .noWorkstation:
      [Text(zh: "没有工位", en: "No bench named"), Text(zh: "请扫工位码", en: "Scan the bench")]
    case .inUse(let code):
      [Text(zh: "\(code) 在用", en: "\(code) is in use")]
    case .senseless(let what):
      [Text(zh: "不对: \(what)", en: "Not valid: \(what)")]
    case .toteGathers(let tote, let list):
      [
        Text(zh: "周转箱 \(tote) 已占用", en: "Tote \(tote) in use"),
        Text(zh: "拣货单 \(list) 在用", en: "by list \(list)"),
        Text(zh: "换一个空箱", en: "Take an empty one"),
      ]
    case .toteStillEmpty(let tote):
      [
        Text(zh: "周转箱 \(tote) 是空的", en: "Tote \(tote) is empty"),
        Text(zh: "不用换箱", en: "Go on with it"),
      ]
    case .liesTogether(let order, let tote):
      [
        Text(zh: "订单 \(order)", en: "Order \(order)"),
        Text(zh: "货还在合拣箱 \(tote)", en: "is still in \(tote)"),
        Text(zh: "请扫周转箱", en: "Scan that tote"),
      ]
    case .pickedAs(let tote, let way):
      [
        Text(zh: "周转箱 \(tote): \(way.text.zh)", en: "Tote \(tote): \(way.text.en)"),
        way == .batch
          ? Text(zh: "先去播种", en: "Seed it at a wall")
          : Text(zh: "请去打包台", en: "Take it to a bench"),
      ]
    case .wallFull(let wall, let free, let wanted):
      [
        Text(zh: "\(wall) 空格不够", en: "\(wall) has no room"),
        Text(zh: "空 \(free) 格, 要 \(wanted) 格", en: "\(free) free, \(wanted) wanted"),
        Text(zh: "换一面墙或等空格", en: "Use another wall"),
      ]
    case .wrongSlot(let number):
      [
        Text(zh: "播种格不对", en: "Wrong slot"),
        Text(zh: "要放 \(number)格", en: "Put in slot \(number)"),
      ]
    case .nobodyWants(let sku):
      [
        Text(zh: "没有订单要: \(sku)", en: "No order wants \(sku)"),
        Text(zh: "拿出来放一边", en: "Take it out"),
      ]
    case .nothingToUndo:
      [Text(zh: "没有可撤的", en: "Nothing to undo"), Text(zh: "这单还没拣", en: "No pick yet")]
    case .toteDropped(let tote):
      [
        Text(zh: "\(tote) 已不在车上", en: "\(tote) left the cart"),
        Text(zh: "不能撤, 请找主管", en: "Ask a supervisor"),
      ]
    case .choreDone:
      [Text(zh: "别人已做完", en: "Done by somebody"), Text(zh: "请拿下一个", en: "Take the next one")]
    case .lotUnknown(let sku):
      [
        Text(zh: "\(sku) 分批管理", en: "\(sku) has lots"),
        Text(zh: "账上没有, 请找主管", en: "Not booked here: ask"),
      ]
    case .labelled(let order):
      [
        Text(zh: "订单 \(order) 已出面单", en: "\(order) has its label"),
        Text(zh: "请先作废面单", en: "Void the label first"),
      ]
    case .codeTaken(let code):
      [
        Text(zh: "\(code) 已有含义", en: "\(code) is known"),
        Text(zh: "请查询这个码", en: "Look it up"),
      ]
    case .lotWanted(_, let lot):
      [Text(zh: "要批号 \(lot)", en: "Lot wanted: \(lot)"), Text(zh: "请扫批号", en: "Scan the lot")]
    case .wrongLot(let found, let wanted):
      [
        Text(zh: "批号不对: \(found)", en: "Wrong lot: \(found)"),
        Text(zh: "要批号: \(wanted)", en: "Take lot: \(wanted)"),
      ]
    case .laterLot(let found, let wanted):
      [
        Text(zh: "批号太新: \(found)", en: "Later lot: \(found)"),
        Text(zh: "先出批号: \(wanted)", en: "First out: \(wanted)"),
      ]
    case .wrongDate(let found, let wanted):
      [
        Text(zh: "效期不对: \(found)", en: "Wrong date \(found)"),
        Text(zh: "要效期: \(wanted)", en: "Expiry: \(wanted)"),
      ]
    case .expired(let lot, let day):
      [
        Text(zh: "已过期 \(day)", en: "Expired \(day)"),
        Text(zh: "批号 \(lot) 不能发", en: "Do not ship \(lot)"),
        Text(zh: "F9 报货损", en: "F9: damaged"),
      ]
    case .serialsWanted(_, let found, let wanted):
      [
        Text(zh: "要序列号 \(found)/\(wanted)", en: "Serials \(found) of \(wanted)"),
        Text(zh: "每件扫一个", en: "Scan one a piece"),
      ]
    case .serialUsed(let number, let holder):
      [
        Text(zh: "用过了: \(number)", en: "Used: \(number)"),
        Text(zh: "在 \(holder.label)", en: "It is in \(holder.label)"),
        Text(zh: "换一件", en: "Take another piece"),
      ]
    case .serialTwice(let number):
      [
        Text(zh: "扫了两次: \(number)", en: "Twice: \(number)"),
        Text(zh: "每件扫一个", en: "Scan one a piece"),
      ]
    case .serialsMissing(_, let found, let pieces, let tote):
      [
        Text(zh: "缺序列号 \(found)/\(pieces)", en: "Serials \(found) of \(pieces)"),
        Text(zh: "在 \(tote)", en: "in \(tote)"),
        Text(zh: "F8 撤回, 重新拣", en: "F8, pick it again"),
      ]
    case .serialUnknown(let number):
      [
        Text(zh: "不是拣的: \(number)", en: "Not picked: \(number)"),
        Text(zh: "拿出来放一边", en: "Take it out"),
      ]
    case .weightWanted:
      [Text(zh: "要重量", en: "Weight wanted"), Text(zh: "请称重", en: "Weigh the pieces")]
    case .weightOff(let grams, let from, let to):
      [
        Text(zh: "重量不对: \(grams)克", en: "Off: \(grams)g"),
        Text(zh: "应在 \(from)-\(to)克", en: "Should be \(from)-\(to)"),
      ]
    case .unitIs(let code, let state, let bin):
      [
        Text(zh: "容器 \(code)", en: "Unit \(code)"),
        bin.map { Text(zh: "\(state.text.zh), 在 \($0)", en: "\(state.text.en), in \($0)") }
          ?? state.text,
        Text(zh: "扫商品拣散件", en: "Scan loose pieces"),
      ]
    case .unitHolds(let code, let sku, let quantity):
      [
        Text(zh: "容器 \(code)", en: "Unit \(code)"),
        Text(zh: "装 \(sku) x\(quantity)", en: "holds \(sku) x\(quantity)"),
        Text(zh: "与要拣的不符", en: "Not what is wanted"),
      ]
    case .noCarrier(let order):
      [
        Text(zh: "没有快递能发", en: "No carrier takes it"),
        Text(zh: "订单 \(order)", en: "Order \(order)"),
        Text(zh: "请主管改快递", en: "Ask a supervisor"),
      ]
    case .waybillIs(let parcel, let state):
      [
        Text(zh: "\(parcel) 的运单", en: "Waybill of \(parcel)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    // Out of the door.
    case .notLabelled(let parcel):
      [
        Text(zh: "还没有面单", en: "No label yet"), Text(parcel.rawValue),
        Text(zh: "送回打包台", en: "Back to a bench"),
      ]
    case .labelVoid(let parcel):
      [
        Text(zh: "面单已作废", en: "Its label is void"), Text(parcel.rawValue),
        Text(zh: "拿出来交主管", en: "Give it to the lead"),
      ]
    case .gone(let waybill, let manifest):
      [
        Text(zh: "已经交接", en: "Handed over"), Text(waybill),
        Text(
          zh: "\(manifest?.rawValue ?? "") 请找主管", en: "\(manifest?.rawValue ?? "") ask the lead"),
      ]
    case .stopped(let waybill, let order):
      [
        Text(zh: "已拦截, 不能发", en: "Stopped: do not send"), Text(waybill),
        Text(zh: "单 \(order)", en: "Order \(order)"),
        Text(zh: "拿出来交主管", en: "Give it to the lead"),
      ]
    case .stoppedInside(let waybill, let cage, let count):
      [
        Text(zh: "笼里有 \(count) 件拦截", en: "\(count) stopped inside"),
        Text(zh: "\(cage): \(waybill)", en: "\(cage): \(waybill)"),
        Text(zh: "先出笼再交接", en: "Take it out first"),
      ]
    case .wrongCage(let cage, let carrier, let wanted):
      [
        Text(zh: "笼车不对: \(cage)", en: "Wrong cage: \(cage)"),
        Text(zh: "这是 \(carrier.zh) 的", en: "It is \(carrier.en)'s"),
        Text(zh: "要放 \(wanted.zh)", en: "Put in \(wanted.en)"),
      ]
    case .noCage(let waybill, let carrier):
      [
        Text(zh: "\(carrier.zh) 没有笼车", en: "\(carrier.en): no cage"), Text(waybill),
        Text(zh: "请找主管加笼车", en: "Supervisor: add one"),
      ]
    case .cagedAlready(let waybill, let cage):
      [
        Text(zh: "已在笼车 \(cage)", en: "Already in \(cage)"), Text(waybill),
        Text(zh: "扫下一件", en: "Scan the next one"),
      ]
    case .notCaged(let waybill):
      [
        Text(zh: "不在笼车里", en: "Not in a cage"), Text(waybill),
        Text(zh: "F3 回到入笼", en: "F3: put in instead"),
      ]
    case .cageClosed(let cage, let manifest):
      [
        Text(zh: "笼车 \(cage) 已封", en: "Cage \(cage) closed"),
        Text(zh: "\(manifest) 等司机签", en: "\(manifest) unsigned"),
        Text(zh: "换一个笼, 或先撤回", en: "Other cage or reopen"),
      ]
    case .cageEmpty(let cage):
      [
        Text(zh: "笼车 \(cage) 是空的", en: "Cage \(cage) is empty"),
        Text(zh: "先扫包裹入笼", en: "Sort parcels first"),
      ]
    case .manifestIs(let manifest, let state):
      [
        Text(zh: "交接单 \(manifest)", en: "Manifest \(manifest)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
        Text(zh: "请扫笼车", en: "Scan a cage"),
      ]
    case .notASignature:
      [
        Text(zh: "不是工牌或车牌", en: "No badge, no plate"),
        Text(zh: "字母数字, 不要姓名", en: "Letters and digits"),
        Text(zh: "请扫司机工牌", en: "Scan the driver's"),
      ]
    case .messageIs(let key, let state):
      [
        Text(zh: "消息 \(key)", en: "Message \(key)"),
        Text(zh: "现在是: \(state.text.zh)", en: "is \(state.text.en)"),
      ]
    case .bench(let refusal): refusal.lines
    case .shortStays(let holder, let bar): bar.lines(at: holder)
    }
  }
}

extension HandlingUnit.State {
  /// How far a handling unit is, in a word.
  var text: Text {
    switch self {
    case .whole: Text(zh: "整", en: "whole")
    case .picked: Text(zh: "已拣走", en: "picked")
    case .opened: Text(zh: "已拆", en: "opened")
    }
  }
}
