/// A block of memory of fixed size for inner loops: no bounds checks, no copies.
///
/// Loops take `base` once and index within `0..<count`; whoever uses it keeps the slab alive.
final class Slab<Element> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: Swift.max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  convenience init(_ values: [Element]) where Element: BitwiseCopyable {
    self.init(copying: values)
  }

  private init(copying values: [Element]) {
    count = values.count
    base = .allocate(capacity: Swift.max(count, 1))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
