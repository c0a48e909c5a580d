/// The names print jobs may have in file names and comments.
enum PrintJobName {
  /// ASCII letters, digits, `.`, `_` and `-`.
  static func isSafe(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || "._-".contains(character))
  }

  /// 1 to 128 safe characters, not starting with a dot.
  static func isFileName(_ name: String) -> Bool {
    (1...128).contains(name.count) && name.allSatisfy(isSafe) && !name.hasPrefix(".")
  }
}
