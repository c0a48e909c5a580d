extension KeyHint {
  /// One step back, or out of the job when there is none.
  static let back = KeyHint(.function(3), Text(zh: "返回", en: "Back"))
  /// What is this? And back again.
  static let lookup = KeyHint(.function(5), Text(zh: "查询", en: "Find"))
  /// Leave a line for the end of the walk.
  static let skip = KeyHint(.function(6), Text(zh: "跳过", en: "Skip"))
  /// Something is wrong here.
  static let trouble = KeyHint(.function(9), Text(zh: "异常", en: "Issue"))
}
