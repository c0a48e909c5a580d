/// A sheet of many labels, such as A4 with ten badges.
struct TemplateSheet: Sendable, Equatable {
  /// The paper in millimeters.
  var width: Double
  var height: Double
  var columns: Int
  var rows: Int
  /// The corner of the first label.
  var left: Double
  var top: Double
  /// Between labels.
  var gapAcross: Double
  var gapDown: Double

  /// How many labels are on it.
  var capacity: Int { columns * rows }
}
