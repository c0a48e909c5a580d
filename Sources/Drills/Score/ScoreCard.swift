public import Flows

/// What a run is worth: 0 to 100, with the parts it is made of.
public struct ScoreCard: Hashable, Codable, Sendable {
  /// A part of the score.
  public struct Part: Hashable, Codable, Sendable {
    /// Its name in programs.
    public var id: String
    /// Its name.
    public var name: Text
    /// Points.
    public var points: Int
    /// Points there are.
    public var of: Int
    /// What was counted.
    public var detail: Text
  }

  /// A named weakness: something to practise.
  public enum Weakness: String, Hashable, Codable, Sendable, CaseIterable {
    case doesNotScanItems, ignoresDates, wrongTotes, walksByNumber, doesNotLook
    case shortsTooSoon, missesFaults, leavesUndone, slow, needlessKeys, wrongLabels

    /// What it is called.
    public var text: Text {
      switch self {
      case .doesNotScanItems: Text(zh: "不扫商品", en: "does not scan items")
      case .ignoresDates: Text(zh: "不看批号效期", en: "ignores lots and dates")
      case .wrongTotes: Text(zh: "放错箱", en: "uses the wrong tote")
      case .walksByNumber: Text(zh: "按库位号走", en: "walks by number, not by the list")
      case .doesNotLook: Text(zh: "不看实物", en: "does not look at the goods")
      case .shortsTooSoon: Text(zh: "有货报缺", en: "reports shorts where there are pieces")
      case .missesFaults: Text(zh: "异常没处理对", en: "answers exceptions wrongly")
      case .leavesUndone: Text(zh: "没做完", en: "leaves work undone")
      case .slow: Text(zh: "太慢", en: "slow")
      case .needlessKeys: Text(zh: "多余按键", en: "needless keys")
      case .wrongLabels: Text(zh: "面单贴错", en: "labels on wrong parcels")
      }
    }
  }

  /// The drill's id.
  public var drill: String
  /// The drill's name.
  public var name: String
  /// 0 to 100.
  public var total: Int
  /// What the total is made of.
  public var parts: [Part]
  /// What caps the total, and why; nil when nothing does.
  public var cap: Int?
  /// Things to practise.
  public var weaknesses: [Weakness]
  /// Wrong units that would have shipped.
  public var escapes: Int
  /// Units or chores left undone.
  public var undone: Int
  /// Seconds taken.
  public var seconds: Int
  /// Seconds it should take.
  public var par: Int
  /// Metres walked.
  public var metres: Int
  /// Metres of the shortest path.
  public var shortest: Int
  /// The faults that were answered wrongly, by kind.
  public var missed: [String]
  /// The acts that were taken over before somebody tried again; nil for a run from the beginning.
  public var branch: Int?
}
