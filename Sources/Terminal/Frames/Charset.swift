/// What a terminal can draw lines and shading with.
public enum Charset: String, Hashable, Codable, Sendable {
  /// Box-drawing characters and shading, one column each.
  case unicode
  /// `+ - | :` for terminals that would draw them two columns wide.
  case ascii

  /// A character of a frame as this set draws it.
  func shown(_ character: Character) -> Character {
    switch self {
    case .unicode: character
    case .ascii: Self.plain[character] ?? character
    }
  }

  private static let plain: [Character: Character] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┼": "+", "▒": ":",
  ]
}

extension Frame {
  /// The frame with its lines and shading drawn by a character set.
  public func drawn(with charset: Charset) -> Frame {
    switch charset {
    case .unicode: self
    case .ascii:
      mapped { cell in
        var cell = cell
        cell.character = charset.shown(cell.character)
        return cell
      }
    }
  }
}
