import Barcodes
import Warehouse

/// Labels 面单: what became of a parcel's label, and printing it once more 补打 with a reason.
///
/// Scan a parcel, a waybill or an order: the label's state, its printer, how often it was printed and by
/// what it is known to be there. A label of which nobody knows can be said to be there or not. Every
/// further print wants a reason, is marked on the label and stays in the journal. A voided 作废 parcel's
/// label is shown and never printed again.
public struct LabelDesk: Flow {
  /// The name under which the flow is saved.
  public static let kind = "labels"
  /// The version of the saved form.
  public static let version = 1

  /// Why a label is printed again.
  enum Reason: String, Hashable, Codable, CaseIterable {
    case damaged, unreadable, lost

    var text: Text {
      switch self {
      case .damaged: Text(zh: "补打: 破损", en: "Again: damaged")
      case .unreadable: Text(zh: "补打: 打不清", en: "Again: unreadable")
      case .lost: Text(zh: "补打: 丢失", en: "Again: lost")
      }
    }
  }

  var parcel: Parcel?
  var job: PrintJob?
  var message: Message?

  /// Makes the job.
  public init() {}

  /// The label is followed while it is shown.
  public var isLive: Bool { parcel != nil }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(scan.text))]
    case .answer(.meaning(let meaning)): return named(meaning)
    case .answer(.label(let job)):
      self.job = job
      return []
    case .changed, .returned: return parcel.map { [.ask(.label($0.code))] } ?? []
    case .chosen(let id): return chosen(id)
    case .outcome(.done):
      message = Message(.good, [Text(zh: "已记下", en: "Done")])
      return [.sound(.good)] + (parcel.map { [.ask(.label($0.code))] } ?? [])
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      return [.refuse(keepingWaiting: false)]
    case .key(.function(5)): return [.open(Lookup())]
    case .key(let key): return key == .escape || key == .function(3) ? back() : []
    case .begun, .entered, .confirmed, .answer, .verified: return []
    }
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    switch meaning {
    case .parcel(let parcel), .placed(let parcel, _): return show(parcel)
    case .order(_, _, let parcels):
      guard let last = parcels.last(where: { $0.state == .closed }) ?? parcels.last else { break }
      return show(last)
    case .bin, .product, .tote, .cart, .workstation, .list, .badge, .nothing, .wall, .wallSlot,
      .serials, .unit, .cage, .manifest:
      break
    }
    message = Message(.bad, meaning.instead(of: Text(zh: "要扫面单或订单", en: "Scan a label")))
    return [.refuse(keepingWaiting: false)]
  }

  private mutating func show(_ parcel: Parcel) -> [Effect] {
    self.parcel = parcel
    job = nil
    return [.sound(.good), .ask(.label(parcel.code))]
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    guard let parcel else { return [] }
    message = nil
    switch id {
    case "seen": return [.commit(.labelSeen(parcel: parcel.code))]
    case "missing": return [.commit(.labelMissing(parcel: parcel.code))]
    default:
      guard let reason = Reason(rawValue: id) else { return back() }
      return [.commit(.reprint(parcel: parcel.code, reason: reason.rawValue))]
    }
  }

  private mutating func back() -> [Effect] {
    message = nil
    guard parcel != nil else { return [.close] }
    parcel = nil
    job = nil
    return []
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let parcel else {
      return Screen(
        title: Text(zh: "面单", en: "Labels"), message: message,
        prompt: .scan(Text(zh: "扫面单或订单", en: "Scan a label")), keys: [.back, .lookup])
    }
    return Screen(
      title: Text(zh: "面单", en: "Labels"), body: facts(parcel).map { .fact($0) },
      message: message,
      prompt: .choose(Text(zh: "选一项或扫下一张", en: "Choose, or scan on"), choices(parcel)),
      keys: [.back, .lookup])
  }

  private func choices(_ parcel: Parcel) -> [Choice] {
    var choices: [Choice] = []
    if job?.state == .unknown {
      choices = [
        Choice("seen", Text(zh: "面单在手里", en: "I have the label")),
        Choice("missing", Text(zh: "没打出来", en: "It is not there")),
      ]
    } else if parcel.state == .closed, job?.state == .printed {
      choices = Reason.allCases.map { Choice($0.rawValue, $0.text) }
    }
    return choices + [Choice("back", Text(zh: "返回", en: "Back"))]
  }

  private func facts(_ parcel: Parcel) -> [Fact] {
    var facts = [
      Fact(Text(parcel.waybill ?? parcel.code.rawValue), weight: .strong, rank: 0),
      Fact(Text(parcel.code.rawValue), trailing: parcel.state.text, rank: 3),
    ]
    guard let job else { return facts }
    facts.append(Fact(Text(job.printer.rawValue), trailing: job.state.text, rank: 1))
    if let fault = job.fault {
      let place = job.insteadOf.map { "\($0) " } ?? ""
      facts.append(
        Fact(Text(zh: place + fault.text.zh, en: place + fault.text.en), rank: 2))
    }
    if let evidence = job.evidence { facts.append(Fact(evidence.text, rank: 5)) }
    if job.attempts > 1 {
      facts.append(
        Fact(Text(zh: "补打 \(job.attempts - 1) 次", en: "Reprints: \(job.attempts - 1)"), rank: 4))
    }
    return facts
  }
}
