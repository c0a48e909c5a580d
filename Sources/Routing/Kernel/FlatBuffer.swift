/// Memory for many values of one kind, which grows when asked to and is kept between uses.
///
/// Its owner frees it. Growing does not keep the contents.
struct FlatBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int = 1) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  /// A copy of some values.
  init(_ values: [Element]) {
    self.init(capacity: values.count)
    for (index, value) in values.enumerated() { start[index] = value }
  }

  /// Makes room for so many values; the contents are lost where the room was not there yet.
  @inline(__always)
  mutating func reserve(_ count: Int) {
    if count > capacity { grow(to: count) }
  }

  @inline(never)
  private mutating func grow(to count: Int) {
    start.deallocate()
    capacity = max(count, 2 * capacity)
    start = .allocate(capacity: capacity)
  }

  func free() { start.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }
}
