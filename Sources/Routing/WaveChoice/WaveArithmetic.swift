/// e to the power of x for x <= 0, to about 1e-9, the same on every machine.
@inline(__always)
func exponential(_ x: Double) -> Double {
  guard x > -40 else { return 0 }
  // (e to the x/1024) by its series, squared ten times.
  let part = x / 1024
  var result = 1 + part * (1 + part / 2 * (1 + part / 3))
  for _ in 0..<10 { result *= result }
  return result
}

/// base to the power of exponent, for 0 < base <= 1 and 0 <= exponent <= 1, to about 1e-9.
func power(_ base: Double, _ exponent: Double) -> Double {
  guard base > 0, base < 1 else { return 1 }
  var (result, root, rest) = (1.0, base, exponent)
  for _ in 0..<60 {
    root = root.squareRoot()
    rest *= 2
    if rest >= 1 {
      result *= root
      rest -= 1
    }
  }
  return result
}
