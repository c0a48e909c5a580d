import Warehouse

/// The words of files for what a stop asks.
extension Scanning {
  static let words: KeyValuePairs<String, Scanning> = [
    "each": .each, "once": .once, "pack": .pack, "逐件": .each, "一次": .once, "整包": .pack,
  ]
}

extension LotRule {
  static let words: KeyValuePairs<String, LotRule> = [
    "book": .book, "named": .named, "按账": .book, "确认": .named,
  ]
}

extension OtherLot {
  static let words: KeyValuePairs<String, OtherLot> = [
    "never": .never, "sooner": .sooner, "any": .any, "不许": .never, "先到期": .sooner, "任意": .any,
  ]
}

extension SerialRule {
  static let words: KeyValuePairs<String, SerialRule> = [
    "off": .off, "pick": .pick, "bench": .bench, "不采": .off, "拣货": .pick, "打包": .bench,
  ]
}
