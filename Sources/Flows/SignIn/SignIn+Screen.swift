import Warehouse

extension SignIn {
  /// The prompt for a badge.
  public static let scanBadge = Text(zh: "扫工牌", en: "Scan your badge")
  /// The prompt for a bench or a cart.
  public static let scanEquipment = Text(zh: "扫工位或拣货车", en: "Scan bench or cart")

  /// What the person sees now.
  public var screen: Screen {
    switch state {
    case .badge, .entering:
      return Screen(
        title: Text(zh: "拣途 \(site.zh)", en: "Pickway \(site.en)"),
        body: hints.map { .fact(Fact($0, rank: 3)) }, message: message,
        prompt: .scan(Self.scanBadge))
    case .pin:
      return Screen(
        title: Text(zh: "登录", en: "Sign in"), message: message,
        prompt: .secret(Text(zh: "密码", en: "PIN")), keys: [.back])
    case .takeOver(_, let device):
      return Screen(
        title: Text(zh: "登录", en: "Sign in"),
        message: Message(
          .warn,
          [
            Text(zh: "你已在 \(device) 登录", en: "At work on \(device)"),
            Text(zh: "转到这里继续?", en: "Go on here instead?"),
          ]),
        prompt: .confirm(Text(zh: "Enter 转过来", en: "Enter: go on here")), keys: [.back])
    case .equip(let person, let bench, let cart):
      var body: [Screen.Body] = [
        .fact(
          Fact(
            Text(
              zh: person.roles.sorted().map(\.text.zh).joined(separator: " "),
              en: person.roles.sorted().map(\.text.en).joined(separator: " ")), rank: 3)),
        .gap,
      ]
      let none = Text("-")
      body.append(
        .fact(
          Fact(
            Text(zh: "工位", en: "Bench"), trailing: bench.map { Text($0.rawValue) } ?? none,
            weight: bench == nil ? .plain : .strong)))
      body.append(
        .fact(
          Fact(
            Text(zh: "拣货车", en: "Cart"), trailing: cart.map { Text($0.rawValue) } ?? none,
            weight: cart == nil ? .plain : .strong)))
      return Screen(
        title: Text(zh: "上岗 \(person.badge)", en: "At work \(person.badge)"), body: body,
        message: message, prompt: .scan(Self.scanEquipment),
        // A refusal stays when Enter comes, which a scanner may send: then F3 goes on.
        keys: [
          KeyHint(message?.tone == .bad ? .function(3) : .enter, Text(zh: "菜单", en: "Menu"))
        ])
    }
  }
}
