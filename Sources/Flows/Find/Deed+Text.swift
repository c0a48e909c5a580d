public import Warehouse

extension Deed {
  /// What happened, in a sentence.
  public var text: Text {
    switch act {
    case .command(let command, .done): command.deed
    case .command(let command, .refused(let refusal)):
      Text(
        zh: "拒绝: \(refusal.lines.first?.zh ?? "") (\(command.deed.zh))",
        en: "Refused: \(refusal.lines.first?.en ?? "") (\(command.deed.en))")
    case .scanned(let code): Text(zh: "扫了 \(code)", en: "scanned \(code)")
    case .shadowed: Text(zh: "被监看", en: "was watched")
    case .other(let kind): Text(zh: "旧记录 \(kind)", en: "older record \(kind)")
    }
  }

  /// Whether the rules refused it.
  public var isRefused: Bool {
    if case .command(_, .refused) = act { true } else { false }
  }
}

extension Command {
  /// What was done, in a sentence.
  var deed: Text {
    switch self {
    case .note: Text(zh: "记录", en: "noted")
    case .signIn(_, let badge, let device, let takeOver):
      takeOver
        ? Text(zh: "\(badge) 在 \(device) 继续", en: "\(badge) went on at \(device)")
        : Text(zh: "\(badge) 在 \(device) 登录", en: "\(badge) signed in at \(device)")
    case .equip(let bench, let cart):
      Text(
        zh: "用 \(bench?.rawValue ?? cart?.rawValue ?? "-")",
        en: "uses \(bench?.rawValue ?? cart?.rawValue ?? "-")")
    case .signOut: Text(zh: "下班", en: "signed out")
    case .allocate: Text(zh: "分配库存", en: "stock allocated")
    case .plan(let wave, _): Text(zh: "排入波次 \(wave.code)", en: "planned in wave \(wave.code)")
    case .release(let wave): Text(zh: "放行波次 \(wave)", en: "released wave \(wave)")
    case .take(let list): Text(zh: "领拣货单 \(list)", en: "took list \(list)")
    case .bind(let list, let slot, let tote):
      Text(zh: "\(tote) 放上车格 \(slot) (\(list))", en: "put \(tote) in slot \(slot) of \(list)")
    case .pick(_, let quantity, let bin, let tote):
      Text(zh: "\(bin) 拣 \(quantity) 件到 \(tote)", en: "picked \(quantity) at \(bin) into \(tote)")
    case .short(let line, let reason):
      Text(zh: "缺拣 \(line): \(reason.text.zh)", en: "short \(line): \(reason.text.en)")
    case .skip(let line): Text(zh: "稍后再拣 \(line)", en: "left \(line) for later")
    case .adoptWalk(let list, _, _, _):
      Text(zh: "重排路径 \(list)", en: "new walk for \(list)")
    case .finish(let list): Text(zh: "拣完放下 \(list)", en: "set down \(list)")
    case .openParcel(let order): Text(zh: "开始打包 \(order)", en: "began to pack \(order)")
    case .verify(let parcel, let sku, let units):
      Text(zh: "复核 \(sku) x\(units) 进 \(parcel)", en: "verified \(sku) x\(units) into \(parcel)")
    case .settle(let parcel, let settlement):
      settlement == .hold
        ? Text(zh: "挂起 \(parcel)", en: "held \(parcel)")
        : Text(zh: "缺件照发 \(parcel)", en: "ships \(parcel) without the rest")
    case .reprint(let parcel, let reason):
      Text(zh: "补打 \(parcel): \(reason)", en: "reprinted \(parcel): \(reason)")
    case .claim(let job, _, _): Text(zh: "打印 \(job)", en: "prints \(job)")
    case .report(let job, _, let result): result.deed(job)
    case .add(let asset): Text(zh: "登记 \(asset.code.rawValue)", en: "added \(asset.code.rawValue)")
    case .remove(let code): Text(zh: "注销 \(code.rawValue)", en: "removed \(code.rawValue)")
    case .stop(let lines, let act): act.deed(lines.count)
    case .changeTote(_, let slot, let tote):
      Text(zh: "车格 \(slot) 换箱 \(tote)", en: "slot \(slot) has tote \(tote) now")
    case .openWall(let list, let wall):
      Text(zh: "\(list) 开始播种到 \(wall)", en: "\(list) is seeded at \(wall)")
    case .seed(let from, let order, let sku, let quantity, let tote):
      Text(
        zh: "播种 \(sku) x\(quantity) 从 \(from) 给 \(order) (\(tote))",
        en: "seeded \(sku) x\(quantity) from \(from) to \(order) (\(tote))")
    case .packNext(let from, let sku):
      Text(zh: "从 \(from) 打包一件 \(sku)", en: "packed one \(sku) from \(from)")
    case .lose(let tote): Text(zh: "\(tote) 里找不到", en: "not found in \(tote)")
    case .zeroCheck(let key, let left):
      Text(
        zh: "空位确认 \(key.holder.label) 剩 \(left.map { "\($0)" } ?? "?")",
        en: "zero check \(key.holder.label), \(left.map { "\($0)" } ?? "?") left")
    case .unpick(let list): Text(zh: "撤回一拣 \(list)", en: "took a pick of \(list) back")
    case .unshort(let line): Text(zh: "撤回缺拣 \(line)", en: "took the short of \(line) back")
    case .countBin(let bin): Text(zh: "开始盘点 \(bin)", en: "began to count \(bin)")
    case .foundGoods(let bin, let sku):
      Text(zh: "\(bin) 发现 \(sku)", en: "found \(sku) in \(bin)")
    case .count(let chore, _): Text(zh: "盘点作业 \(chore)", en: "counted, chore \(chore)")
    case .intercept(let order, let reason):
      Text(zh: "拦截 \(order): \(reason)", en: "stopped \(order): \(reason)")
    case .putBack(_, let quantity, let bin):
      Text(
        zh: "归位 \(quantity) 件到 \(bin?.rawValue ?? "-")",
        en: "put \(quantity) back to \(bin?.rawValue ?? "-")")
    case .relocate(let key, let bin, let quantity, _):
      Text(
        zh: "移 \(key.sku) x\(quantity) 从 \(key.holder.label) 到 \(bin)",
        en: "moved \(key.sku) x\(quantity) from \(key.holder.label) to \(bin)")
    case .correct(let key, let quantity, _):
      Text(
        zh: "调整 \(key.holder.label) \(key.sku) 为 \(quantity)",
        en: "set \(key.sku) in \(key.holder.label) to \(quantity)")
    case .teach(let barcode, let sku, _):
      Text(zh: "\(barcode) 记为 \(sku)", en: "learned \(barcode) is \(sku)")
    // People.
    case .tryPIN(let badge, let right):
      right
        ? Text(zh: "\(badge) 密码对", en: "\(badge) gave the right PIN")
        : Text(zh: "\(badge) 密码错", en: "\(badge) gave a wrong PIN")
    case .prefer: Text(zh: "改语言或声音", en: "set language or sounds")
    case .suspend: Text(zh: "放下手持, 稍后继续", en: "put work aside")
    // What a stop knows.
    case .told(let command, _): command.deed
    case .changeLot(_, let lot): Text(zh: "改拣批号 \(lot)", en: "took lot \(lot) instead")
    case .foundElsewhere(let line, let bin):
      Text(zh: "\(line) 的货在 \(bin)", en: "found goods of \(line) in \(bin)")
    case .substitute(let line): Text(zh: "\(line) 用替代品", en: "took a substitute for \(line)")
    // Waybills.
    case .adoptTariffs: Text(zh: "启用运价", en: "tariffs taken up")
    case .setCarrier(let order, let carrier):
      Text(zh: "\(order) 改发 \(carrier)", en: "\(order) goes with \(carrier)")
    case .claimWaybill(let job, _, _): Text(zh: "要单号 \(job)", en: "asked for number \(job)")
    case .adoptWaybill(_, _, let number, _, _):
      Text(zh: "单号 \(number) 已到", en: "number \(number) came")
    case .reportWaybill(let job, _, _, _):
      Text(zh: "单号没要到 \(job)", en: "no number yet for \(job)")
    case .retryWaybill(let parcel): Text(zh: "再要单号 \(parcel)", en: "asks again for \(parcel)")
    case .voidWaybill(let parcel, _):
      Text(zh: "作废 \(parcel) 的运单", en: "gave up the waybill of \(parcel)")
    case .closeParcel(let parcel): Text(zh: "封箱 \(parcel)", en: "closed \(parcel)")
    // The supervisor's board.
    case .lever(let lever, _): lever.deed
    case .acknowledge: Text(zh: "看过消息", en: "read a message")
    // Out of the door.
    case .cage(let parcel, let cage): Text(zh: "\(parcel) 入笼 \(cage)", en: "\(parcel) into \(cage)")
    case .uncage(let parcel): Text(zh: "\(parcel) 出笼", en: "\(parcel) out of its cage")
    case .closeCages(let cages):
      Text(
        zh: "封笼 \(cages.map(\.rawValue).joined(separator: " "))",
        en: "closed \(cages.map(\.rawValue).joined(separator: " "))")
    case .reopen(let manifest): Text(zh: "撤回交接单 \(manifest)", en: "reopened \(manifest)")
    case .handOver(let manifest, _): Text(zh: "交接 \(manifest)", en: "handed over \(manifest)")
    case .holdBack(let order, _): Text(zh: "拦下 \(order)", en: "stopped \(order)")
    case .letGo(let order): Text(zh: "放行 \(order)", en: "let \(order) go")
    case .claimMessage(let key, _, _): Text(zh: "发消息 \(key)", en: "sending \(key)")
    case .reportMessage(let key, _, _): Text(zh: "消息结果 \(key)", en: "told of \(key)")
    case .retryMessage(let key): Text(zh: "重发 \(key)", en: "sends \(key) again")
    // Printers.
    case .beginPrint(let job, _, _, let printer, _, _):
      Text(zh: "\(printer) 开始打 \(job)", en: "\(printer) began label \(job)")
    case .printerDown(let job, _, _): Text(zh: "打不了 \(job)", en: "no printer takes \(job)")
    case .labelSeen(let parcel): Text(zh: "面单在: \(parcel)", en: "label of \(parcel) is there")
    case .labelMissing(let parcel):
      Text(zh: "面单没出: \(parcel)", en: "label of \(parcel) is missing")
    // Training.
    case .train(let badge, let trainings):
      Text(
        zh: "\(badge) 通过演练 \(trainings.map(\.text.zh).joined(separator: " "))",
        en: "\(badge) passed \(trainings.map(\.text.en).joined(separator: ", "))")
    // Bench.
    case .adoptBenchRules: Text(zh: "启用打包台规则", en: "bench rules taken up")
    case .weigh(let parcel, let grams, _):
      Text(zh: "称 \(parcel): \(grams) 克", en: "weighed \(parcel): \(grams) g")
    case .passWeight(let parcel, let grams, _, let badge, let reason):
      Text(
        zh: "\(badge) 放行 \(parcel) \(grams) 克: \(reason.text.zh)",
        en: "\(badge) let \(parcel) pass at \(grams) g: \(reason.text.en)")
    case .recheck(let parcel): Text(zh: "重核 \(parcel)", en: "verifies \(parcel) again")
    case .useCarton(let parcel, let carton, let proposed, let reason):
      if let proposed, let reason {
        Text(
          zh: "\(parcel) 用箱 \(carton), 不用 \(proposed): \(reason.text.zh)",
          en: "\(parcel) in carton \(carton), not \(proposed): \(reason.text.en)")
      } else {
        Text(zh: "\(parcel) 用箱 \(carton)", en: "\(parcel) in carton \(carton)")
      }
    case .useMaterial(let parcel, let material, let count):
      Text(zh: "\(parcel) 包材 \(material) x\(count)", en: "\(material) x\(count) into \(parcel)")
    case .fillParcel(let parcel): Text(zh: "箱满 \(parcel)", en: "\(parcel) is full")
    case .sealAll(let parcel): Text(zh: "整箱封 \(parcel)", en: "packed \(parcel) unseen")
    case .dropCart(let cart): Text(zh: "\(cart) 放到打包台", en: "left \(cart) at the bench")
    case .proveLabel(let parcel, let code):
      Text(zh: "核对面单 \(parcel): \(code)", en: "checked label of \(parcel): \(code)")
    // Journeys.
    case .claimJourney(let parcel, _, _):
      Text(zh: "订阅轨迹 \(parcel)", en: "asked for news of \(parcel)")
    case .reportJourney(let parcel, _, let result): result.deed(parcel)
    case .tracked(let waybill, let news):
      Text(
        zh: "\(waybill) \(news.stage?.text.zh ?? "有轨迹")",
        en: "\(waybill): \(news.stage?.text.en.lowercased() ?? "news")")
    }
  }
}

extension Lever {
  fileprivate var deed: Text {
    switch self {
    case .release(let wave): Text(zh: "放行波次 \(wave)", en: "released wave \(wave)")
    case .recall(let wave): Text(zh: "收回波次 \(wave)", en: "recalled wave \(wave)")
    case .prioritize(let wave, let priority):
      Text(zh: "波次 \(wave) 优先级 \(priority)", en: "priority of \(wave) is \(priority)")
    case .pause(let wave): Text(zh: "暂停波次 \(wave)", en: "paused wave \(wave)")
    case .resume(let wave): Text(zh: "恢复波次 \(wave)", en: "resumed wave \(wave)")
    case .split(let wave, _, let new): Text(zh: "\(wave) 分出 \(new)", en: "split \(new) off \(wave)")
    case .merge(let wave, let other):
      Text(zh: "\(wave) 并入 \(other)", en: "merged \(wave) into \(other)")
    case .reassign(let list, let badge):
      badge.map { Text(zh: "\(list) 交给 \($0)", en: "gave \(list) to \($0)") }
        ?? Text(zh: "\(list) 收回待领", en: "took \(list) back")
    case .closeShort(let list): Text(zh: "\(list) 按缺拣关单", en: "closed \(list) short")
    case .send(let order): Text(zh: "先发 \(order)", en: "sends \(order) as it is")
    case .hold(let order): Text(zh: "挂起 \(order)", en: "held \(order)")
    case .tell(let badge, _): Text(zh: "告诉 \(badge)", en: "told \(badge)")
    case .plan(let wave, _): Text(zh: "排入波次 \(wave.code)", en: "planned in wave \(wave.code)")
    case .dissolve(let wave): Text(zh: "解散波次 \(wave)", en: "dissolved wave \(wave)")
    case .intercept(let order): Text(zh: "拦截 \(order)", en: "stopped \(order)")
    case .reinstate(let order): Text(zh: "恢复 \(order)", en: "took \(order) up again")
    case .holdBack(let order): Text(zh: "拦下 \(order)", en: "stopped \(order) at the door")
    case .letGo(let order): Text(zh: "放行 \(order)", en: "let \(order) go")
    case .promise(let order, let line, let key):
      Text(
        zh: "\(order)/\(line) 改从 \(key.holder.label) 拣",
        en: "promised \(order)/\(line) from \(key.holder.label)")
    case .unpromise(let line): Text(zh: "收回分配 \(line)", en: "took the promise \(line) back")
    case .shareOut(let wave, let sku):
      Text(zh: "\(wave) 的 \(sku) 重新分", en: "shared \(sku) over \(wave)")
    case .backorder(let order): Text(zh: "\(order) 欠货等补", en: "\(order) waits for stock")
    case .splitOrder(let order): Text(zh: "\(order) 拆单先发", en: "split \(order)")
    case .rejoin(let order, let rest):
      Text(zh: "\(rest) 并回 \(order)", en: "joined \(rest) with \(order) again")
    case .cancelLine(let order, let line):
      Text(zh: "取消 \(order) 第\(line)行", en: "cancelled line \(line) of \(order)")
    case .restoreLine(let order, let line, _):
      Text(zh: "恢复 \(order) 第\(line)行", en: "wants line \(line) of \(order) again")
    case .signOff(let badge): Text(zh: "替 \(badge) 下班", en: "signed \(badge) off")
    case .takeBack(let traces):
      Text(
        zh: "撤回对 \(traces.subject) 的调整", en: "took back what was done to \(traces.subject)")
    }
  }
}

extension StopAct {
  fileprivate func deed(_ lines: Int) -> Text {
    switch self {
    case .pick(let quantity, let bin, let tote):
      Text(
        zh: "\(bin) 拣 \(quantity) 件到 \(tote) (\(lines)行)",
        en: "picked \(quantity) at \(bin) into \(tote) (\(lines.counted("line")))")
    case .short(let reason):
      Text(
        zh: "缺拣 \(lines)行: \(reason.text.zh)",
        en: "\(lines.counted("line")) short: \(reason.text.en)")
    case .skip: Text(zh: "稍后再拣 \(lines)行", en: "left \(lines.counted("line")) for later")
    }
  }
}

extension PrintResult {
  fileprivate func deed(_ job: Code<PrintJob>) -> Text {
    switch self {
    case .printed, .proven: Text(zh: "面单已打 \(job)", en: "label \(job) came out")
    case .notPrinted: Text(zh: "没打 \(job)", en: "label \(job) not printed")
    case .unproven: Text(zh: "不知打没打 \(job)", en: "label \(job) perhaps printed")
    case .untouched(let why): Text(zh: "没打 \(job): \(why)", en: "label \(job) not printed: \(why)")
    case .unknown(let why):
      Text(zh: "不知打没打 \(job): \(why)", en: "label \(job) perhaps printed: \(why)")
    }
  }
}

extension SubscriptionResult {
  fileprivate func deed(_ parcel: Code<Parcel>) -> Text {
    switch self {
    case .done: Text(zh: "轨迹已订阅 \(parcel)", en: "news of \(parcel) will come")
    case .refused(let why):
      Text(zh: "轨迹没订上 \(parcel): \(why.zh)", en: "no news of \(parcel): \(why.en)")
    case .again: Text(zh: "轨迹稍后再订 \(parcel)", en: "asks again for news of \(parcel)")
    }
  }
}
