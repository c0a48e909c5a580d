/// Lengths in thousandths of a unit, written as decimals without noise: 632, 35.09, -0.5.
enum Thousandths {
  static func text(_ value: Int) -> String {
    let whole = value.magnitude / 1000
    var rest = String(value.magnitude % 1000 + 1000).dropFirst()
    while rest.last == "0" { rest.removeLast() }
    return (value < 0 ? "-" : "") + String(whole) + (rest.isEmpty ? "" : "." + rest)
  }
}
