extension Bin {
  /// What proves that somebody stands at the bin when its label cannot be scanned: the digits of
  /// the site where it brings its own, else two that follow from the code.
  ///
  /// The derived ones are the remainder by 97 of the code's bytes read as digits to the base 256,
  /// so that neighbours differ and one wrong character is always seen.
  public var digits: String {
    guard checkDigits.isEmpty else { return checkDigits }
    let rest = code.rawValue.utf8.reduce(7) { ($0 * 256 + Int($1)) % 97 }
    return rest < 10 ? "0\(rest)" : "\(rest)"
  }
}
