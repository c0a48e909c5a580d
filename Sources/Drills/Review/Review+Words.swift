import Flows

extension Review {
  /// An act in words.
  static func words(_ act: Act, _ view: WorldView) -> Text {
    func name(_ id: String) -> Text {
      guard let thing = view.thing(id) else { return Text(id) }
      let code = thing.code.map { " |\($0)|" } ?? ""
      return Text(zh: thing.name.zh + code, en: thing.name.en + code)
    }
    func both(_ zh: String, _ en: String, _ what: Text) -> Text {
      Text(zh: "\(zh) \(what.zh)", en: "\(en) \(what.en)")
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
