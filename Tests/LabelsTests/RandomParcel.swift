import Labels

/// Numbers that look random and are the same every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Waybills no one would think of.
enum RandomParcel {
  private static let characters = Array(
    "张王李赵欧阳\u{20BB7}\u{29E3D}\u{2363A}㙍䶮龘靐の上海市浦东新区路弄号室楼 AbQy09-/#&^~\"\\`,;.()<>%$@!?{}[]|:_+=*'")
  private static let carriers = ["", "SF", "ZTO", "YTO", "STO", "YD", "JTSD", "EMS"]

  static func data(using random: inout SeededGenerator) -> LabelData {
    let carrier = carriers.randomElement(using: &random) ?? ""
    var data: LabelData = [
      "carrier.code": .text(carrier), "carrier.name": "快递",
      "waybill.number": .text(number(of: carrier, using: &random)),
      "routing.mark": .text(text(0...14, using: &random)),
      "receiver.name": .text("收" + text(0...20, using: &random)),
      "receiver.phone": .text("1\(Int.random(in: 3_000_000_000...9_999_999_999, using: &random))"),
      "receiver.address": .text("沪" + text(0...200, using: &random)),
      "sender.name": .text(text(0...20, using: &random)),
      "sender.address": .text(text(0...200, using: &random)),
      "order.number": .text(text(0...40, using: &random)),
      "remark": .text(text(0...120, using: &random) + "\u{10F123}\u{1B}!R\r\n"),
      "copy.number": .text("\(Int.random(in: 0...2, using: &random))"),
      "items": .list(
        (0..<Int.random(in: 0...50, using: &random)).map { _ in
          [
            "name": .text("品" + text(0...40, using: &random)),
            "sku": .text(text(0...20, using: &random)),
            "quantity": .text("\(Int.random(in: 1...999, using: &random))"),
          ]
        }),
    ]
    if Bool.random(using: &random) {
      data["routing.bag"] = .text(text(1...30, using: &random))
      data["code"] = .text("包" + text(0...60, using: &random))
    }
    return data
  }

  private static func text(
    _ lengths: ClosedRange<Int>, using random: inout SeededGenerator
  ) -> String {
    String(
      (0..<Int.random(in: lengths, using: &random)).compactMap { _ in
        characters.randomElement(using: &random)
      })
  }

  private static func number(of carrier: String, using random: inout SeededGenerator) -> String {
    func digits(_ count: Int) -> String {
      String((0..<count).compactMap { _ in "0123456789".randomElement(using: &random) })
    }
    return switch carrier {
    case "SF": "SF" + digits(13)
    case "ZTO": "75" + digits(12)
    case "YTO": "YT" + digits(13)
    case "STO": "77" + digits(Int.random(in: 11...15, using: &random))
    case "YD": "3" + digits(14)
    case "JTSD": "JT" + digits(13)
    case "EMS": "EA" + digits(9) + "CN"
    default: digits(Int.random(in: 1...15, using: &random))
    }
  }
}
