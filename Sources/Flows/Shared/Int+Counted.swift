extension Int {
  /// So many things in English: `1 stop`, `2 stops`.
  public func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
