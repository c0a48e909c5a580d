import Flows

extension Review {
  /// An act in words.
  static func words(_ act: Act, _ sight: Sight) -> Text {
    let view = sight.view
    func name(_ id: String) -> Text {
      guard let thing = view.thing(id) else { return Text(id) }
      let code = thing.code == nil ? "" : " " + thing.reading.en
      let words = thing.words
      return Text(zh: words.zh + code, en: words.en + code)
    }
    func both(_ zh: String, _ en: String, _ what: Text) -> Text {
      Text(zh: "\(zh) \(what.zh)", en: "\(en) \(what.en)")
    }
    if case .choose(_, let choices) = sight.screen.prompt, let digit = act.digit,
      choices.indices.contains(digit - 1)
    {
      return both("选", "choose", choices[digit - 1].label)
    }
    return switch act {
    case .go(let bin): both("走到", "walk to", Text(bin))
    case .scan(let id): both("扫", "scan", name(id))
    case .code(let code): both("扫纸上的", "scan from paper", Text(code))
    case .type(let text): both("输入", "type", Text(text))
    case .key(let key): both("按", "press", Text(key.name))
    case .hand(let id): both("动手:", "use the hand on", name(id))
    case .other(let id): both("另一手:", "the other thing with", name(id))
    case .dump: Text(zh: "整箱倒进纸箱", en: "empty the tote into the carton")
    case .again: Text(zh: "又放了一次", en: "put the same pieces once more")
    case .leave: Text(zh: "停下", en: "stop working")
    }
  }
}

extension Act {
  /// The digit that is pressed or typed.
  fileprivate var digit: Int? {
    switch self {
    case .key(.character(let character)): Int(String(character))
    case .type(let text): Int(text)
    case .go, .scan, .code, .key, .hand, .other, .dump, .again, .leave: nil
    }
  }
}

extension ScoreCard {
  /// What is wrong when the person stops.
  var losses: [Text] {
    var losses: [Text] = []
    if escapes > 0 {
      losses.append(Text(zh: "会错发 \(escapes) 件", en: "\(escapes) wrong units would have shipped"))
    }
    if undone > 0 { losses.append(Text(zh: "没做完 \(undone)", en: "\(undone) left undone")) }
    return losses
  }
}

extension Tally {
  /// What was lost since a moment, in the words of the rubric.
  func cost(since old: Tally) -> [Text] {
    var cost: [Text] = []
    func add(_ more: Int, _ zh: String, _ en: String) {
      if more > 0 { cost.append(Text(zh: "\(zh) +\(more)", en: "\(en) +\(more)")) }
    }
    add(wrongGoods - old.wrongGoods, "放进了错的货", "wrong goods put in")
    add(wrongDates - old.wrongDates, "批号效期不对", "wrong lot or date put in")
    add(wrongTotePuts - old.wrongTotePuts, "放错了箱", "put into the wrong tote")
    add(wrongScans - old.wrongScans, "误扫被拦", "wrong scan refused")
    add(needless - old.needless, "多余的动作", "needless act")
    let untrue = shorts.count { !$0.isTrue } - old.shorts.count { !$0.isTrue }
    add(untrue, "有货报缺", "short reported where there are pieces")
    return cost
  }
}

extension ScriptedPerson {
  /// What the person would do here; nil when nothing, or when it is not known.
  mutating func advise(on screen: Screen, seeing view: WorldView) -> Act? {
    memory.repeats = 0
    return (try? act(on: screen, seeing: view)) ?? nil
  }

  /// Somebody else did something in the person's place.
  mutating func follow(_ act: Act, _ view: WorldView) {
    memory.lastAct = act
    if case .scan(let id) = act { memory.lastThing = view.thing(id) }
  }
}
