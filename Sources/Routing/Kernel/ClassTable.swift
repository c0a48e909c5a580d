/// A small number for every class, or for every block and class; never freed.
struct ClassTable: @unchecked Sendable {
  let values: UnsafePointer<UInt8>

  init(_ numbers: [Int]) {
    let values = UnsafeMutablePointer<UInt8>.allocate(capacity: max(numbers.count, 1))
    for (index, number) in numbers.enumerated() { values[index] = UInt8(number) }
    self.values = UnsafePointer(values)
  }

  @inline(__always)
  subscript(index: Int) -> Int { Int(values[index]) }
}
