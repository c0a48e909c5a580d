/// Cleaning of text from outside before it reaches a label.
public enum LabelText {
  /// The text without control and invisible formatting characters.
  ///
  /// Line feeds stay when `keepingLines`, else they and tabs become spaces. Controls (C0, DEL, C1),
  /// direction marks, joiners without effect, byte order marks and other format characters go.
  public static func clean(_ text: String, keepingLines: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.replacingLineEnds.unicodeScalars {
      switch scalar {
      case "\n" where keepingLines: result.append(scalar)
      case "\n", "\t", "\u{2028}", "\u{2029}": result.append(" ")
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: continue
        default: result.append(scalar)
        }
      }
    }
    return String(result)
  }
}

extension String {
  /// The text with CR LF and CR as LF.
  fileprivate var replacingLineEnds: String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || !afterReturn {
        result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }
}
