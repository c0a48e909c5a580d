/// A text laid into its box: how large, broken where, cut or not.
///
/// The same for every back end.
struct FittedText: Sendable, Equatable {
  /// One line, placed by the left end of its baseline.
  struct Line: Sendable, Hashable {
    var text: String
    /// Millimeters from the left edge of the label.
    var x: Double
    /// Millimeters from the top edge of the label.
    var baseline: Double
    /// The advance in millimeters.
    var width: Double
  }

  /// The em size in millimeters.
  var size: Double
  var weight: Label.Weight
  var lines: [Line]
  /// How many characters of the text are on paper, when not all.
  var truncated: (shown: Int, total: Int)?

  static func == (lhs: FittedText, rhs: FittedText) -> Bool {
    lhs.size == rhs.size && lhs.weight == rhs.weight && lhs.lines == rhs.lines
      && lhs.truncated?.shown == rhs.truncated?.shown
  }

  /// A rectangle around each line's ink, in millimeters.
  var lineFrames: [Label.Frame] {
    lines.map {
      Label.Frame(
        x: $0.x, y: $0.baseline - TextMetrics.ascent * size, width: $0.width, height: size)
    }
  }
}

extension FittedText {
  /// A rectangle all ink lies in, nil without lines: ink may hang over the em square a little
  /// (descenders, accents).
  var inkFrame: Label.Frame? {
    let frames = lineFrames
    guard let left = frames.map(\.x).min(), let top = frames.map(\.y).min(),
      let right = frames.map(\.right).max(), let bottom = frames.map(\.bottom).max()
    else { return nil }
    let margin = size / 2
    return Label.Frame(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

/// Where ink lies around a baseline, in sizes.
///
/// A Chinese character fills its em square from 0.12
/// below the baseline to 0.88 above it.
enum TextMetrics {
  static let ascent = 0.88
  /// What is added at the end of a cut text.
  static let truncationMark = "..."
  /// Each step of shrinking, as a factor.
  static let shrinkStep = 0.96
  /// A last line narrower than this part of its box is an orphan.
  static let orphan = 0.3
  /// How far type may shrink to save such a line.
  static let largestOrphanShrink = 0.84
}
