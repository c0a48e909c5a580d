import Barcodes
public import Warehouse

/// Find 追踪: scan or type anything, and see what happened to it: who, when, what.
///
/// An order, a tote, a parcel or its waybill, a product, a bin, a person, a list, a wave. The
/// newest comes first. Enter or F8 goes back in time, F6 towards now, and a scan asks for
/// something else. Nothing is changed here; Esc or F3 goes back.
public struct Find: Flow {
  /// The name under which the flow is saved.
  public static let kind = "find"
  /// The version of the saved form.
  public static let version = 1

  var found: Timeline?
  /// Whom a badge that was found belongs to, as long as somebody is at work with it.
  var person: PersonFigures?
  /// Where pages that were left begin, oldest page last.
  var pages: [Int] = []
  var message: Message?

  /// Deeds asked for at once; F8 and F6 go by as many as the smallest glass shows, Enter by all.
  static let page = 15
  static let step = 6

  /// Makes a search, perhaps with something found already.
  public init(showing found: Timeline? = nil) {
    self.found = found
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .scan(let scan):
      message = nil
      pages = []
      return ask(scan.text, before: .max)
    case .answer(.timeline(let found)):
      guard found.count > 0 || found.meaning != nil else {
        self.found = nil
        message = Message(
          .bad,
          [
            Text(zh: "没有记录 \(found.asked)", en: "Nothing about \(found.asked)"),
            Text(zh: "请再扫一次", en: "Scan it again"),
          ])
        return [.refuse(keepingWaiting: true)]
      }
      self.found = found
      guard case .badge = found.meaning else { return [] }
      return [.ask(.crew)]
    case .answer(.crew(let people)):
      person = people.first { .badge($0.badge) == found?.meaning }
      return []
    case .confirmed: return older(by: Self.page)
    case .key(.function(8)): return older(by: Self.step)
    case .key(.function(6)):
      guard let found, !pages.isEmpty else { return [] }
      pages.removeLast()
      return ask(found.asked, before: pages.last ?? .max)
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .begun, .entered, .chosen, .outcome, .answer, .verified, .returned, .changed: return []
    }
  }

  private mutating func older(by count: Int) -> [Effect] {
    guard let found, found.deeds.count > count || found.newer + found.deeds.count < found.count,
      let last = found.deeds.prefix(count).last
    else { return [] }
    pages.append(last.number)
    return ask(found.asked, before: last.number)
  }

  private func ask(_ code: String, before: Int) -> [Effect] {
    [.ask(.timeline(code, before: before, limit: Self.page))]
  }

  /// What the person sees now.
  public var screen: Screen {
    guard let found else {
      return Screen(
        title: Text(zh: "追踪", en: "Find"), message: message, prompt: .scan(Self.scanAnything),
        keys: [.back], shape: .board)
    }
    var body: [Screen.Body] = [
      .fact(
        Fact(
          found.meaning?.text ?? Text(found.asked),
          trailing: Text(
            zh: "第 \(min(found.newer + 1, found.count)) / \(found.count) 条",
            en: "\(min(found.newer + 1, found.count)) of \(found.count)"), weight: .strong, rank: 0)
      )
    ]
    body += standing(found).map { .fact($0) }
    body.append(.table(table(found)))
    if found.unindexed > 0 {
      body.append(
        .fact(
          Fact(
            Text(
              zh: "更早的 \(found.unindexed) 条没有索引", en: "\(found.unindexed) older lines: no index"),
            weight: .dim, rank: 4)))
    }
    return Screen(
      title: Text(zh: "追踪", en: "Find"), body: body, message: message,
      prompt: .scan(Self.scanAnything),
      keys: [
        .back, KeyHint(.function(8), Text(zh: "更早", en: "Older")),
        KeyHint(.function(6), Text(zh: "更新", en: "Newer")),
      ], shape: .board)
  }

  /// Where it is now, which stands above how it came there.
  private func standing(_ found: Timeline) -> [Fact] {
    guard case .badge(let badge) = found.meaning else {
      return (found.meaning?.facts ?? []).dropFirst().prefix(4).map { fact in
        Fact(fact.leading, trailing: fact.trailing, weight: fact.weight, rank: 3)
      }
    }
    guard let person, person.badge == badge else {
      return [Fact(Text(zh: "不在岗", en: "not at work"), rank: 3)]
    }
    let place = [person.place, person.device.rawValue].compactMap { $0 }.joined(separator: " ")
    return [
      Fact(
        person.work.map { Text($0) } ?? Text(zh: "手上没活", en: "nothing in hand"),
        trailing: Text(place), rank: 3)
    ]
  }

  static let scanAnything = Text(zh: "扫码或输编号", en: "Scan or type code")

  private func table(_ found: Timeline) -> Table {
    Table(
      columns: [
        Table.Column(Text(zh: "日期", en: "Day"), rank: 3),
        Table.Column(Text(zh: "时刻", en: "Time")),
        Table.Column(Text(zh: "人", en: "Who"), rank: 1),
        Table.Column(Text(zh: "终端", en: "Device"), rank: 2),
        Table.Column(Text(zh: "做了什么", en: "What")),
      ],
      rows: found.deeds.map { deed in
        Table.Row(
          [
            Text("\(deed.at.day(utcOffset: found.utcOffset))"),
            Text(deed.at.clock(utcOffset: found.utcOffset)),
            Text(deed.badge.isEmpty ? "-" : deed.badge),
            Text(deed.device.isEmpty ? "-" : deed.device), deed.text,
          ], tone: deed.isRefused ? .bad : .plain)
      }, empty: Text(zh: "没有记录", en: "Nothing happened yet"))
  }
}
