import Barcodes
public import Warehouse

/// The people: who is where, on what, how fast and how right; a number says something to one.
///
/// A typed number or a badge asks for words; Enter sends them to that handheld, where they stand
/// between two steps until they are read. F6 watches a handheld. Esc or F3 goes back.
public struct Crew: Flow {
  /// The name under which the flow is saved.
  public static let kind = "crew"
  /// The version of the saved form.
  public static let version = 2

  let badge: Code<Operator>
  var people: [PersonFigures]?
  var message: Message?
  var telling: Code<Operator>?

  /// Opens the people for a supervisor, perhaps with words for one of them.
  public init(badge: Code<Operator>, telling: Code<Operator>? = nil) {
    self.badge = badge
    self.telling = telling
  }

  /// It follows what others do.
  public var isLive: Bool { telling == nil }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned, .confirmed: return [.ask(.crew)]
    case .answer(.crew(let people)):
      self.people = people
      return []
    case .scan(let scan):
      message = nil
      let all = people ?? []
      if let number = Int(scan.text), all.indices.contains(number - 1) {
        telling = all[number - 1].badge
        return []
      }
      if let person = all.first(where: { $0.badge.rawValue == scan.text }) {
        telling = person.badge
        return []
      }
      message = Message(
        .bad, [Text(zh: "没有 \(scan.text) 在岗", en: "\(scan.text) is not here")])
      return [.refuse(keepingWaiting: false)]
    case .entered(let words):
      guard let badge = telling, !words.trimmed.isEmpty else { return [] }
      return [.commit(.lever(.tell(badge, words.trimmed), reason: "message"))]
    case .outcome(.done):
      message = Message(
        .good,
        [Text(zh: "已发给 \(telling?.rawValue ?? "")", en: "Sent to \(telling?.rawValue ?? "")")])
      telling = nil
      return [.sound(.good)]
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      telling = nil
      return [.refuse(keepingWaiting: false)]
    case .key(.function(6)) where telling == nil: return [.open(Shadowing(badge: badge))]
    case .key(let key):
      guard key == .escape || key == .function(3) else { return [] }
      guard telling != nil else { return [.close] }
      telling = nil
      return []
    case .chosen, .answer, .verified: return []
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    Screen(
      title: Text(zh: "人员", en: "People"), body: [.table(table)], message: message,
      prompt: telling.map { .text(Text(zh: "对 \($0) 说", en: "Tell \($0)")) }
        ?? .scan(Text(zh: "序号: 发消息", en: "Number: tell")),
      keys: telling == nil
        ? [.back, KeyHint(.function(6), Text(zh: "监看", en: "Shadow"))] : [.back],
      shape: .board)
  }

  private var table: Table {
    Table(
      columns: [
        Table.Column(Text("#"), trailing: true, rank: 1),
        Table.Column(Text(zh: "工牌", en: "Badge")),
        Table.Column(Text(zh: "设备", en: "Device"), rank: 4),
        Table.Column(Text(zh: "在做", en: "On")),
        Table.Column(Text(zh: "位置", en: "At"), rank: 3),
        Table.Column(Text(zh: "行", en: "Lines"), trailing: true, rank: 5),
        Table.Column(Text(zh: "单", en: "Orders"), trailing: true, rank: 5),
        Table.Column(Text(zh: "/时", en: "/h"), trailing: true, rank: 1),
        Table.Column(Text(zh: "准确", en: "Right"), trailing: true, rank: 2),
        Table.Column(Text(zh: "缺拣", en: "Shorts"), trailing: true, rank: 6),
        Table.Column(Text(zh: "闲分", en: "Idle"), trailing: true, rank: 2),
        Table.Column(Text(zh: "未读", en: "Unread"), trailing: true, rank: 4),
      ],
      rows: (people ?? []).enumerated().map { index, person in
        Table.Row(
          [
            Text("\(index + 1)"), Text(person.badge.rawValue), Text(person.device.rawValue),
            Text(person.work ?? "-"), Text(person.place ?? "-"),
            Text("\(person.lines)"),
            Text("\(person.orders)"), Text("\(person.perHour)"),
            Text(person.right), Text("\(person.shorts)"),
            person.silent >= 10
              ? Text(zh: "! \(person.silent)", en: "! \(person.silent)") : Text("\(person.idle)"),
            Text("\(person.unread ?? 0)"),
          ], tone: person.silent >= 10 ? .warn : .plain)
      }, empty: Text(zh: "没有人在岗", en: "Nobody is at work"))
  }
}

extension PersonFigures {
  /// Where the person is: the bin of the last pick, or the bench.
  var place: String? { bin?.rawValue ?? bench?.rawValue }
  /// What the person has in hand: a list, or an order.
  var work: String? { list?.rawValue ?? order?.rawValue }
  /// How right the person is, in percent.
  var right: String { "\(accuracy / 10).\(accuracy % 10)%" }
}
