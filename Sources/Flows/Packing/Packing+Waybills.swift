import Warehouse

extension Packing {
  /// A closed parcel with the carrier that was chosen for it.
  static func carried(
    _ parcel: Code<Parcel>, _ waybill: String?, _ carriage: Carriage
  ) -> [Text] {
    [
      waybill == nil
        ? Text(zh: "已封箱, 等单号", en: "Closed, number asked")
        : Text(zh: "已封箱, 面单打印中", en: "Closed, label prints"),
      Text(carriage.name), Text(carriage.reason), Text(waybill ?? parcel.rawValue),
    ]
  }

  /// Asks for the numbers that are waited for.
  func lookForNumbers() -> [Effect] {
    awaited.map { [.ask(.waybills($0))] } ?? []
  }

  /// Numbers that came are told, and so are a carrier's no and trouble on the way, once each.
  mutating func followed(_ jobs: [WaybillJob]) -> [Effect] {
    var left: [Code<Parcel>] = []
    var effects: [Effect] = []
    for parcel in awaited ?? [] {
      guard let job = jobs.first(where: { $0.parcel == parcel }), job.aim == .number else {
        continue
      }
      switch job.state {
      case .done:
        labelled = parcel
        effects = tell(
          Message(
            .good,
            [
              Text(zh: "单号已到, 打印中", en: "Number is here"), Text(job.number ?? "-"),
              Text(parcel.rawValue),
            ]), .sound(.good))
      case .stuck:
        left.append(parcel)
        effects = tell(
          Message(
            .bad,
            [
              Text(zh: "快递没给单号", en: "No number given"), Text(job.trouble),
              Text(parcel.rawValue), Text(zh: "请主管处理", en: "Ask a supervisor"),
            ]), .refuse(keepingWaiting: true))
      case .queued, .claimed:
        left.append(parcel)
        guard !job.trouble.zh.isEmpty else { continue }
        effects = tell(
          Message(
            .warn,
            [
              Text(zh: "还在等单号", en: "Number still missing"), Text(job.trouble),
              Text(parcel.rawValue), Text(zh: "会自动再问", en: "It is asked again"),
            ]), .sound(.bad))
      }
    }
    awaited = left.isEmpty ? nil : left
    return effects
  }

  private mutating func tell(_ told: Message, _ effect: Effect) -> [Effect] {
    guard message != told else { return [] }
    message = told
    return [effect]
  }
}
