import Warehouse

extension PrinterFault {
  /// The fault in a few words.
  var text: Text {
    switch self {
    case .paperOut: Text(zh: "缺纸", en: "Out of paper")
    case .headOpen: Text(zh: "盖子开着", en: "Head is open")
    case .ribbonOut: Text(zh: "碳带用完", en: "Ribbon is out")
    case .paused: Text(zh: "按了暂停", en: "It is paused")
    case .jam: Text(zh: "卡纸", en: "Paper jam")
    case .temperature: Text(zh: "打印头太热", en: "Head is too hot")
    case .unreachable: Text(zh: "连不上", en: "Not reachable")
    case .brokenOff: Text(zh: "中途断线", en: "The line broke")
    case .slow: Text(zh: "一直没打完", en: "It never ended")
    case .stopped: Text(zh: "打印队列停了", en: "Queue is stopped")
    case .aborted: Text(zh: "队列放弃了", en: "Queue gave up")
    case .other: Text(zh: "打印机故障", en: "Printer fault")
    }
  }

  /// What helps; the label then prints by itself.
  var remedy: Text {
    switch self {
    case .paperOut: Text(zh: "装纸后自动打", en: "Load paper: it prints")
    case .headOpen: Text(zh: "合上后自动打", en: "Close it: it prints")
    case .ribbonOut: Text(zh: "换碳带后自动打", en: "Change the ribbon")
    case .paused: Text(zh: "按打印机暂停键", en: "Press its pause key")
    case .jam: Text(zh: "取出卡纸", en: "Pull the paper out")
    case .temperature: Text(zh: "等它凉下来", en: "Let it cool down")
    case .unreachable, .brokenOff: Text(zh: "看电源和网线", en: "Check power, cable")
    case .slow, .aborted, .other: Text(zh: "看打印机", en: "Look at the printer")
    case .stopped: Text(zh: "请主管开队列", en: "Call a supervisor")
    }
  }
}

extension PrintEvidence {
  /// By what a label is known to be there, in a few words.
  var text: Text {
    switch self {
    case .accepted: Text(zh: "打印机已收下", en: "printer took it")
    case .stored: Text(zh: "已存文件", en: "stored as a file")
    case .status: Text(zh: "打印机报已完成", en: "printer was ready")
    case .ipp: Text(zh: "队列报已完成", en: "queue completed it")
    case .odometer: Text(zh: "打印机计数", en: "printer counted it")
    case .scan: Text(zh: "已扫到", en: "it was scanned")
    }
  }
}
