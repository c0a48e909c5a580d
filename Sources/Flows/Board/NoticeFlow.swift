public import Warehouse

/// A word from the supervisor: it stands in front of the work until it is read.
///
/// Enter acknowledges it; everything else only says so.
public struct NoticeFlow: Flow {
  /// The name under which the flow is saved.
  public static let kind = "notice"
  /// The version of the saved form.
  public static let version = 1

  let notice: Notice
  var message: Message?

  /// Shows a word.
  public init(_ notice: Notice) {
    self.notice = notice
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .confirmed: return [.commit(.acknowledge(notice: notice.number))]
    case .outcome: return [.close]
    case .scan:
      message = Message(.bad, [Text(zh: "先读完消息", en: "Read this first")])
      return [.refuse(keepingWaiting: false)]
    case .begun, .entered, .chosen, .key, .answer, .verified, .returned, .changed: return []
    }
  }

  /// What the person sees now.
  public var screen: Screen {
    Screen(
      title: Text(zh: "主管消息", en: "From the desk"),
      body: [
        .fact(Fact(Text(notice.words), weight: .headline)),
        .fact(Fact(Text(notice.from), weight: .dim)),
      ],
      message: message, prompt: .read(Text(zh: "Enter 已读", en: "Enter: read")))
  }
}
