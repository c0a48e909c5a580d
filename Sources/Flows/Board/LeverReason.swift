/// Why a supervisor moves work, as one digit says it; the journal keeps the code.
enum LeverReason: String, CaseIterable, Codable {
  case truck, urgent, people, stock, other

  var text: Text {
    switch self {
    case .truck: Text(zh: "赶车", en: "Truck leaves")
    case .urgent: Text(zh: "客户急", en: "Urgent order")
    case .people: Text(zh: "人手", en: "People")
    case .stock: Text(zh: "缺货", en: "Goods missing")
    case .other: Text(zh: "其他", en: "Other")
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.text) } }
}
