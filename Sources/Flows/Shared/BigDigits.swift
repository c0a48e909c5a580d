import Warehouse

/// A number drawn five rows high, to be read from an arm's length.
enum BigDigits {
  private static let shapes: [Character: [String]] = [
    "0": ["#####", "#   #", "#   #", "#   #", "#####"],
    "1": ["  #  ", " ##  ", "  #  ", "  #  ", " ### "],
    "2": ["#####", "    #", "#####", "#    ", "#####"],
    "3": ["#####", "    #", " ####", "    #", "#####"],
    "4": ["#   #", "#   #", "#####", "    #", "    #"],
    "5": ["#####", "#    ", "#####", "    #", "#####"],
    "6": ["#####", "#    ", "#####", "#   #", "#####"],
    "7": ["#####", "    #", "   # ", "  #  ", "  #  "],
    "8": ["#####", "#   #", "#####", "#   #", "#####"],
    "9": ["#####", "#   #", "#####", "    #", "#####"],
  ]

  /// The rows of a number, all of them dropped before anything else on a small glass.
  static func facts(_ number: Int) -> [Screen.Body] {
    let digits = String(number).compactMap { shapes[$0] }
    return (0..<5).map { row in
      .fact(
        Fact(
          Text(digits.map { $0[row] }.joined(separator: " ")), weight: .strong, rank: 30 - row))
    }
  }
}
