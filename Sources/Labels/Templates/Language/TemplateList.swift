/// A table with a row for each row of a list, such as the items of a parcel.
struct TemplateList: Sendable, Equatable {
  /// A column.
  struct Column: Sendable, Equatable {
    enum Content: Sendable, Equatable {
      case text(TemplateText)
      case symbol(Label.SymbolBlock, TemplateText)
      /// An empty square to tick, of so many millimeters.
      case tick(Double)
    }

    var name: String
    var content: Content
    var width: Double
    /// What stands over it when the list has a header.
    var title = ""
    /// The most lines its text may take.
    var lines = 1
    var weight = Label.Weight.regular
    var alignment = Label.Alignment.left
    /// How far its text may shrink, as a part of the list's size.
    var shrink = 0.8
    /// Its size as a part of the list's.
    var scale = 1.0
  }

  /// What happens to rows that find no room.
  enum Overflow: String, Sendable, Equatable, CaseIterable {
    /// They are left out, and `rest` can say how many.
    case cut
    /// They go on the next page.
    case page
    /// The paper grows.
    case grow
  }

  var name: String
  var source: String
  var frame: Label.Frame
  /// The place on the second page and those after it; nil: the same.
  var laterFrame: Label.Frame?
  var columns: [Column]
  /// The sizes of type to try, from large to small.
  var sizes: [Double]
  /// From baseline to baseline, in sizes.
  var spacing = 1.28
  /// The least height of a row in millimeters.
  var rowHeight = 0.0
  var hasHeader = false
  /// The thickness of the line under each row; nil: none.
  var ruleThickness: Double?
  /// The last line, under the rows.
  var rest: TemplateText?
  var restSize = 2.9
  var overflow = Overflow.cut

  /// The room of the last line.
  var restHeight: Double { rest == nil ? 0 : restSize * 1.45 }
  /// The height of the header.
  var headerHeight: Double { hasHeader ? (sizes.first ?? 0) * 1.6 : 0 }
  /// Whether a row has something higher than text, beside which text stands in the middle.
  var isCentered: Bool {
    rowHeight > 0
      || columns.contains { column in
        if case .text = column.content { return false }
        return true
      }
  }
}
