import Storage
import TestFloor

/// A store that says of itself that it contradicts what is always true.
struct UnsoundStore: ForwardingStore {
  let store: any Store

  init(_ store: any Store) {
    self.store = store
  }

  func violations() throws(StoreTrouble) -> [Violation] {
    [Violation(.negative, "bin:A-01 TEA", expected: 0, found: -1)]
  }
}
