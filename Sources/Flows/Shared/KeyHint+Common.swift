extension KeyHint {
  /// One step back, or out of the job when there is none.
  static let back = KeyHint(.function(3), Text(zh: "回", en: "Back"))
  /// What is this? And back again.
  static let lookup = KeyHint(.function(5), Text(zh: "查", en: "Find"))
  /// Leave a line for the end of the walk.
  static let skip = KeyHint(.function(6), Text(zh: "跳", en: "Skip"))
  /// The tote is full.
  static let full = KeyHint(.function(7), Text(zh: "满", en: "Full"))
  /// Pieces are missing here.
  static let short = KeyHint(.function(9), Text(zh: "缺", en: "Short"))
}
