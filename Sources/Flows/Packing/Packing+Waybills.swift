import Warehouse

extension Packing {
  /// A closed parcel with the carrier that was chosen for it.
  static func carried(
    _ parcel: Code<Parcel>, _ waybill: String?, _ carriage: Carriage
  ) -> [Text] {
    [
      waybill == nil
        ? Text(zh: "已封箱, 等单号", en: "Closed, number due")
        : Text(zh: "已封箱, 面单打印中", en: "Closed, label prints"),
      Text(carriage.name), Text(carriage.reason), Text(waybill ?? parcel.rawValue),
    ]
  }

  /// Follows the label of a closed parcel, or first its number.
  mutating func follow(_ parcel: Code<Parcel>, _ waybill: String) {
    if !waybill.isEmpty {
      labelled = parcel
      self.waybill = waybill
      doubted = nil
    } else {
      awaited = (awaited ?? []) + [Awaited(parcel: parcel)]
    }
  }

  /// Asks for the numbers that are waited for.
  func lookForNumbers() -> [Effect] {
    awaited.map { [.ask(.waybills($0.map(\.parcel)))] } ?? []
  }

  /// Numbers that came are told, and so are a carrier's no and trouble on the way, once each.
  mutating func followed(_ jobs: [WaybillJob]) -> [Effect] {
    var left: [Awaited] = []
    var effects: [Effect] = []
    var here: [WaybillJob] = []
    for waiting in awaited ?? [] {
      let parcel = waiting.parcel
      guard let job = jobs.first(where: { $0.parcel == parcel }), job.aim == .number else {
        continue
      }
      if job.state == .done {
        // Labels that came together are scanned one after the other.
        if case .proof = state {
          left.append(waiting)
          continue
        }
        here.append(job)
        labelled = parcel
        waybill = job.number
        // Whoever is at the next order scans the label when that is done.
        if state == .source, bench?.rules.proof == true {
          state = .proof(parcel, job.number ?? parcel.rawValue, nil)
        }
        continue
      }
      var waiting = waiting
      if !job.trouble.zh.isEmpty, waiting.told != job.trouble {
        waiting.told = job.trouble
        message = Self.unheard(job)
        effects =
          job.state == .stuck ? [.refuse(keepingWaiting: true)] : [.sound(.bad)]
      }
      left.append(waiting)
    }
    awaited = left.isEmpty ? nil : left
    guard let job = here.first else { return effects }
    message = Message(
      .good,
      [
        here.count == 1
          ? Text(zh: "单号已到, 打印中", en: "Number is here")
          : Text(zh: "\(here.count) 个单号已到", en: "\(here.count) numbers here"),
        Text(job.number ?? "-"), Text(job.parcel.rawValue),
      ])
    return [.sound(.good)]
  }

  /// Why a parcel has no number yet, and who does what about it.
  private static func unheard(_ job: WaybillJob) -> Message {
    job.state == .stuck
      ? Message(
        .bad,
        [
          Text(zh: "快递没给单号", en: "No number given"), Text(job.trouble),
          Text(job.parcel.rawValue), Text(zh: "请主管处理", en: "Ask a supervisor"),
        ])
      : Message(
        .warn,
        [
          Text(zh: "还在等单号", en: "No number yet"), Text(job.trouble),
          Text(job.parcel.rawValue), Text(zh: "会自动再问", en: "It is asked again"),
        ])
  }
}
