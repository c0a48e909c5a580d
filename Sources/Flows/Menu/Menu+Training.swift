public import Warehouse

extension Menu {
  /// The level that must be passed before somebody may do a job; nil when it is open.
  func lack(_ item: Item) -> Training? {
    guard let job = TrainingRule.Job(rawValue: item.rawValue) else { return nil }
    return person.missing?.first { $0.job == job }?.training
  }

  /// Opens a job; whether a closed one is still closed is asked first.
  mutating func open(_ item: Item, _ flow: some Flow) -> [Effect] {
    guard lack(item) != nil else { return [.open(flow)] }
    wanted = item.rawValue
    return [.ask(.badge(person.badge.rawValue))]
  }

  /// What somebody has passed by now opens the job that was chosen, or what is missing is said.
  mutating func trained(_ known: BadgeView) -> [Effect] {
    guard let id = wanted, let item = Item(rawValue: id) else { return [] }
    wanted = nil
    person = known
    guard let training = lack(item) else { return open(id) }
    message = Message(
      .bad,
      [
        Text(zh: "\(item.label.zh): 要先演练", en: "\(item.label.en): closed"),
        Text(zh: "通过 \(training.text.zh)", en: "Pass \(training.text.en)"),
      ])
    return [.refuse(keepingWaiting: false)]
  }
}

extension Training {
  /// The level in a few words.
  public var text: Text {
    switch self {
    case .firstScan: Text(zh: "第一次扫描", en: "first scan")
    case .singleOrder: Text(zh: "单个订单", en: "single order")
    case .cartOf4: Text(zh: "四箱车", en: "cart of 4")
    case .cartOf12: Text(zh: "十二箱车", en: "cart of 12")
    case .lots: Text(zh: "批号效期", en: "lots and dates")
    case .putWall: Text(zh: "播种墙", en: "put wall")
    case .packing: Text(zh: "复核打包", en: "packing")
    case .exceptions: Text(zh: "异常处理", en: "exceptions")
    case .mixed: Text(zh: "混合异常", en: "mixed faults")
    case .peak: Text(zh: "高峰", en: "peak")
    case .house: Text(zh: "库内作业", en: "house work")
    case .supervisor: Text(zh: "主管", en: "supervisor")
    }
  }
}
