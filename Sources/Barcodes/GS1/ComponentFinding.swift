/// A fault, and which bytes of the component it lies in.
public struct ComponentFinding: Hashable, Sendable {
  /// What is wrong.
  public let fault: ComponentFault
  /// Where the bad part begins, counted in bytes from the start of the component.
  public let offset: Int
  /// How many bytes are bad.
  public let count: Int

  /// Notes a fault of `count` bytes from `offset` on.
  init(_ fault: ComponentFault, _ offset: Int, _ count: Int) {
    self.fault = fault
    self.offset = offset
    self.count = count
  }
}
