import Warehouse

extension Menu {
  /// What the person sees now.
  public var screen: Screen {
    let items = page
    return Screen(
      title: Text(zh: "菜单 \(person.badge)", en: "Menu \(person.badge)"), message: message,
      prompt: .choose(
        Text(zh: "选一项", en: "Choose"),
        items.map { Choice($0.rawValue, $0.label, trailing: trailing($0)) }),
      keys: isMore == true ? [.back, .lookup] : [.lookup])
  }

  /// The entries shown: a digit chooses each at once.
  private var page: [Item] {
    let all = Item.allCases.filter { item in
      item != .more && (item.roles.map { !person.roles.isDisjoint(with: $0) } ?? true)
    }
    guard all.count > Self.digits else { return all }
    return isMore == true
      ? Array(all.dropFirst(Self.digits - 1)) : all.prefix(Self.digits - 1) + [.more]
  }

  private static let digits = 9

  private func trailing(_ item: Item) -> Text? {
    if lack(item) != nil { return Text(zh: "待演练", en: "drill") }
    guard let home else { return nil }
    switch item {
    case .picking: return Text(String(home.lists))
    case .packing: return Text(String(home.toPack))
    case .board: return Text(String(home.waves))
    case .seeding: return Text(String(home.toSeed))
    case .house: return Text(String(home.chores))
    case .sorting: return Text(String(home.toSort))
    case .labels, .overlook, .lookup, .language, .signOut, .more: return nil
    case .tones: return (tones ?? .bad).text
    }
  }
}

extension Menu.Item {
  var label: Text {
    switch self {
    case .picking: Text(zh: "拣货", en: "Picking")
    case .packing: Text(zh: "复核打包", en: "Packing")
    case .board: Text(zh: "波次看板", en: "Wave board")
    case .seeding: Text(zh: "播种", en: "Seeding")
    case .house: Text(zh: "库内作业", en: "House work")
    case .sorting: Text(zh: "按快递分拨", en: "Carrier sort")
    case .labels: Text(zh: "面单", en: "Labels")
    case .overlook: Text(zh: "现场", en: "Floor")
    case .lookup: Text(zh: "查询", en: "Look up")
    case .language: Text(zh: "English", en: "中文")
    case .tones: Text(zh: "声音", en: "Sounds")
    case .signOut: Text(zh: "下班", en: "Sign out")
    case .more: Text(zh: "更多", en: "More")
    }
  }
}

extension Screen {
  /// The screen for a terminal without Chinese characters: the other language is named in English.
  public var inASCII: Screen {
    guard case .choose(let label, let choices) = prompt else { return self }
    var screen = self
    screen.prompt = .choose(
      label,
      choices.map { choice in
        choice.label == Menu.Item.language.label
          ? Choice(choice.id, Text("Chinese"), trailing: choice.trailing) : choice
      })
    return screen
  }
}

extension Tones {
  /// The tones in words.
  var text: Text {
    switch self {
    case .bad: Text(zh: "只响错", en: "errors")
    case .both: Text(zh: "都响", en: "all")
    case .flashing: Text(zh: "只闪", en: "flash")
    case .all: Text(zh: "响和闪", en: "all, flash")
    case .none: Text(zh: "无声", en: "silent")
    }
  }
}
