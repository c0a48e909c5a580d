import Synchronization

/// Drawn text that labels have in common: the words of a template are set and drawn once, not once a
/// label.
///
/// The key is all that decides about a dot, so a hit is the same bitmap to the dot. When the cache is
/// full it starts anew; the words of templates are soon back, and what is only on one label goes.
final class TextCache: Sendable {
  static let shared = TextCache()

  /// All that decides how text is drawn.
  struct Key: Hashable {
    var lines: [FittedText.Line]
    var size: Double
    var weight: Label.Weight
    /// Position and size of the box where that is drawn too: x, y, width, height.
    var box: [Double]
    var resolution: Resolution
  }

  /// A drawn text with the place of its corner.
  struct Drawn {
    var bitmap: Bitmap
    var x: Int
    var y: Int
    /// The same as a field of ZPL, once somebody wanted it.
    var zpl: String?
  }

  private struct Tables {
    var drawn: [Key: Drawn] = [:]
    var known: [Label.Weight: Set<Unicode.Scalar>] = [:]
  }

  private static let most = 512
  private let tables = Mutex(Tables())

  func drawn(_ key: Key) -> Drawn? { tables.withLock { $0.drawn[key] } }

  func keep(_ drawn: Drawn, for key: Key) {
    tables.withLock {
      if $0.drawn.count >= Self.most { $0.drawn = [:] }
      $0.drawn[key] = drawn
    }
  }

  /// Whether every character was drawn before, so that no font has to be asked.
  func knowsAll(of text: String, _ weight: Label.Weight) -> Bool {
    tables.withLock { tables in
      guard let known = tables.known[weight] else { return false }
      return text.unicodeScalars.allSatisfy(known.contains)
    }
  }

  /// Every character of a text has a glyph.
  func learn(_ text: String, _ weight: Label.Weight) {
    tables.withLock { $0.known[weight, default: []].formUnion(text.unicodeScalars) }
  }
}
