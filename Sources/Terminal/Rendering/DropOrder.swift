/// When a part of a screen gives up rows on a small glass: the lower, the earlier.
///
/// The prompt, the first line of the message and the headline never do.
enum DropOrder {
  /// Empty rows go first.
  static let gap = 10
  /// After the barcode, before the stop ahead.
  static let secondKeyRow = 36
  /// Long lists shrink to what can still be worked with.
  static let longList = 20
  static let panes = 25
  /// Facts of rank 9 to 3, the highest first.
  static func fact(rank: Int) -> Int { 40 - min(9, rank) }
  /// The row that sets a message off, kept longer than facts of rank 4.
  static let messageGap = 37
  static let gauge = 39
  static let secondaryWrap = 40
  /// Facts of rank 2, and the banner.
  static let secondary = 45
  static let longMessage = 47
  static let primaryWrap = 48
  static let primary = 50
  static let list = 55
  static let message = 60
  static let promptWrap = 65
  static let keptWrap = 66
  static let headlineWrap = 70
  static let messageWrap = 75
  static let title = 76
  static let shortList = 77
  /// The most important fact that is not the headline.
  static let topFact = 78
  static let keys = 80
  /// Facts of rank 0.
  static let kept = 85
  static let table = 90
}
