import Warehouse

extension WaveForecast.Risk {
  /// The risk in a word.
  var text: Text {
    switch self {
    case .safe: Text(zh: "正常", en: "in time")
    case .tight: Text(zh: "偏紧", en: "tight")
    case .late: Text(zh: "要迟到", en: "LATE")
    case .missed: Text(zh: "已迟到", en: "MISSED")
    case .unstaffed: Text(zh: "没人做", en: "NOBODY")
    }
  }

  /// How the word is shown.
  var tone: Tone {
    switch self {
    case .safe: .plain
    case .tight: .warn
    case .late, .missed, .unstaffed: .bad
    }
  }
}

extension WaveForecast {
  /// The finish with its interval: `15:21+-6`.
  func finish(utcOffset: Int) -> Text {
    guard risk != .unstaffed else { return Text("-") }
    let half = (late.milliseconds - early.milliseconds) / 120_000
    return Text("\(middle.clock(utcOffset: utcOffset))+-\(max(1, half))")
  }

  /// The minutes to the cut-off, with their sign.
  var slackText: Text {
    risk == .unstaffed ? Text("-") : Text(slack > 0 ? "+\(slack)" : "\(slack)")
  }
}
