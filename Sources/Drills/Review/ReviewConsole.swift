public import Flows
import Station
public import Terminal
import Warehouse

/// A review on a terminal: the handheld as it was, and beside it what happened and what was right.
///
/// n and p step, m goes to the next thing worth a word, b tries again from here, F2 changes between
/// handheld, words and world on a small glass, q ends.
@MainActor
public final class ReviewConsole {
  private let review: Review
  private let display: any Display
  private let language: Language
  private let fixedSize: Size?
  private var index = 0
  private var side = 0

  /// How a review ended.
  public enum End: Hashable, Sendable {
    /// The person has seen enough.
    case left
    /// The person tries again, after so many acts of the recording.
    case branched(Int)
  }

  /// Makes a console on a review.
  public init(_ review: Review, display: any Display, language: Language, size: Size?) {
    self.review = review
    self.display = display
    self.language = language
    fixedSize = size
    index = review.steps.firstIndex(where: \.isTold) ?? 0
  }

  /// Runs until the person leaves or tries again.
  public func run() -> End {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    var keys = KeyDecoder(delay: 25)
    paint()
    while true {
      var pressed: [Key] = []
      let timeout = keys.deadline.map { max(0, $0 - Poller.now) } ?? 5_000
      for wakeup in poller.wait(timeout: timeout) {
        switch wakeup {
        case .input(let bytes): pressed += keys.feed(bytes, at: Poller.now)
        case .signal(.resized), .signal(.resume): _ = display.resize()
        case .signal(.suspend): display.suspend()
        case .signal(.terminate), .signal(.hangup), .hangup: return .left
        case .extra: break
        }
      }
      pressed += keys.expire(at: Poller.now)
      for key in pressed {
        if let end = take(key) { return end }
      }
      paint()
    }
  }

  /// Takes a key; how the review ends by it, if it does.
  private func take(_ key: Key) -> End? {
    let last = review.steps.count
    switch key {
    case .character("q"), .escape, .control("c"), .control("d"), .function(3): return .left
    case .character("n"), .character(" "), .right, .down, .enter: index = min(last, index + 1)
    case .character("p"), .left, .up, .backspace: index = max(0, index - 1)
    case .character("m"), .tab:
      index = review.steps.indices.first { $0 > index && review.steps[$0].isTold } ?? last
    case .home: index = 0
    case .end: index = last
    case .character("b"):
      return .branched(index < last ? review.steps[index].index : review.recording.acts.count)
    case .function(2): side = (side + 1) % 3
    case .control("l"): display.redraw()
    case .character, .function, .delete, .pageUp, .pageDown, .control: break
    }
    return nil
  }

  private func paint() {
    let size = fixedSize ?? review.drill.size.within(display.size)
    display.show(frame(size, charset: display.charset))
  }

  /// The picture of a step on a glass of a size.
  func frame(_ size: Size, charset: Charset) -> Frame {
    let sight = review.sights[index]
    var screen = sight.screen
    let place = min(index + 1, review.steps.count)
    let keys = Text(zh: "n进p退m点b试q完", en: "n p m b:try q")
    let heading = Text(
      zh: "讲评 \(place)/\(review.steps.count)", en: "Review \(place)/\(review.steps.count)")
    let isWide = size.columns >= Renderer.wide.columns
    if isWide {
      screen.banner = heading
      let told = Pane.list(Text(zh: "讲评  \(keys.zh)", en: "Review  \(keys.en)"), words)
      screen.panes = side == 0 ? [told, sight.view.pastPane] : [sight.view.pastPane, told]
    } else if side == 0 {
      screen = Screen(
        title: heading, body: words.map { .fact($0) }, prompt: .read(keys))
    } else if side == 2 {
      screen = Screen(
        title: sight.view.place, body: sight.view.facts.map { .fact($0) }, prompt: .read(keys))
    } else {
      screen.banner = heading
    }
    return Renderer().frame(
      for: screen, entry: isWide || side == 1 ? sight.entry : Entry(),
      surroundings: Surroundings(
        site: review.drill.title, person: Text(zh: "学员", en: "Trainee"), clock: clock,
        mark: DrillConsole.mark,
        glass: review.drill.size.columns < Renderer.wide.columns ? review.drill.size : nil),
      size: size, language: language, charset: charset)
  }

  /// Minutes and seconds since the person began.
  private var clock: String {
    let step = review.steps.indices.contains(index) ? review.steps[index] : review.steps.last
    let seconds = Int((step?.at ?? 0) / 1000)
    return DrillDraft.clock(seconds)
  }

  /// What there is to say about the step.
  private var words: [Fact] {
    guard review.steps.indices.contains(index) else {
      let total = review.card.total
      return [Fact(Text(zh: "结束: \(total) 分", en: "The end: \(total)"), weight: .strong)]
        + review.card.parts.map { Fact($0.name, trailing: Text("\($0.points)/\($0.of)")) }
        + review.card.weaknesses.map { Fact($0.text, weight: .strong) }
    }
    let step = review.steps[index]
    var rows: [Fact] = []
    for trap in step.traps {
      rows.append(Fact(Text(zh: "此处: \(trap.effect.zh)", en: "Here: \(trap.effect.en)")))
      rows.append(
        Fact(
          Text(zh: "应当: \(trap.answer.zh)", en: "Answer: \(trap.answer.en)"),
          trailing: trap.isAnswered ? Text(zh: "做对", en: "done") : Text(zh: "没做", en: "missed")))
    }
    rows.append(Fact(Text(zh: "做了: \(step.did.zh)", en: "Did: \(step.did.en)"), weight: .strong))
    if let right = step.right {
      rows.append(Fact(Text(zh: "高手: \(right.zh)", en: "Expert: \(right.en)")))
    }
    rows += step.cost.map { Fact(Text(zh: "扣: \($0.zh)", en: "Cost: \($0.en)"), weight: .strong) }
    return rows
  }
}
