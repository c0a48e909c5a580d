extension Int {
  /// Grams as kilograms with up to three decimals: 1230 is `1.23`.
  var kilograms: String {
    let text = String(self)
    let padded = String(repeating: "0", count: Swift.max(0, 4 - text.count)) + text
    var fraction = padded.suffix(3)
    while fraction.last == "0" { fraction.removeLast() }
    return padded.dropLast(3) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
