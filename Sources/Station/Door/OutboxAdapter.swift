public import Warehouse

/// Tells somebody outside what a message says.
///
/// The contract:
/// - `deliver` blocks until it knows what it can know, and never from the thread that draws.
/// - It is idempotent by the message's key: a message that comes again, because its report was lost
///   or its lease ran out, has no second effect on the other side.
/// - `.refused` means that trying again helps nothing, `.failed` that it may. Their words are
///   journalled: no names, phones or addresses.
public protocol OutboxAdapter {
  /// Delivers a letter.
  func deliver(_ letter: OutboxLetter) -> DeliveryResult
}

/// A message with what the other side needs, read from the order at the moment of delivery.
public struct OutboxLetter: Sendable {
  /// What is told.
  public var message: OutboxMessage
  /// The carrier's name.
  public var carrier: Name
  /// Who the parcel goes to; nil when that was erased.
  public var receiver: Receiver?
}
