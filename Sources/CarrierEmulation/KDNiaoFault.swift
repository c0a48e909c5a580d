import Carriers

/// Something that goes wrong on demand: `timeout-after:1007:3` loses the next three answers to 1007.
public struct KDNiaoFault: Hashable, Sendable {
  /// What goes wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The request is dropped before anything is done, and no answer comes.
    case timeoutBefore = "timeout-before"
    /// The work is done, and no answer comes: the dangerous one.
    case timeoutAfter = "timeout-after"
    /// HTTP 500 before anything is done.
    case errorBefore = "error-before"
    /// HTTP 500 after the work was done.
    case errorAfter = "error-after"
    /// The work is done, and the answer breaks off.
    case truncated
    /// Too many calls.
    case rateLimit = "rate-limit"
    /// Result code 105 with a reason of the courier's.
    case refuse
    /// A push is sent twice.
    case pushTwice = "push-twice"
    /// A push is sent event by event, the newest history first.
    case pushReversed = "push-reversed"
    /// A push is not sent; it comes with the next turn.
    case pushLost = "push-lost"
  }

  /// What goes wrong.
  public var kind: Kind
  /// The instruction it befalls; nil for every one.
  public var instruction: String?
  /// How often still.
  public var count: Int

  /// Makes a fault.
  public init(_ kind: Kind, instruction: String? = nil, count: Int = 1) {
    self.kind = kind
    self.instruction = instruction
    self.count = count
  }

  /// Reads `KIND[:INSTRUCTION[:COUNT]]`, the instruction `*` for every one; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), let kind = Kind(rawValue: parts[0]) else { return nil }
    let instruction = parts.count > 1 && parts[1] != "*" ? parts[1] : nil
    if let instruction, KDNiaoInstruction(rawValue: instruction) == nil { return nil }
    guard let count = parts.count > 2 ? Int(parts[2]) : 1, count > 0 else { return nil }
    self.init(kind, instruction: instruction, count: count)
  }

  /// What a fault may be written as, for an error message.
  public static var usage: String {
    "KIND[:INSTRUCTION[:COUNT]] with KIND one of "
      + Kind.allCases.map(\.rawValue).joined(separator: ", ")
  }

  var isOfPushes: Bool {
    switch kind {
    case .pushTwice, .pushReversed, .pushLost: true
    case .timeoutBefore, .timeoutAfter, .errorBefore, .errorAfter, .truncated, .rateLimit, .refuse:
      false
    }
  }
}
