public import Carriers

/// How the emulator runs.
public struct KDNiaoEmulatorOptions: Sendable {
  /// The port on 127.0.0.1; 0 for a free one.
  public var port: UInt16
  /// The file its books are kept in; nil keeps them in memory.
  public var file: String?
  /// The merchants it knows and their keys.
  public var merchants: [String: Secret]
  /// What goes wrong from the start.
  public var faults: [KDNiaoFault]
  /// Where tracks are pushed to, on this machine only; nil for nowhere.
  public var pushURL: String?
  /// How many numbers a courier has for a merchant at first.
  public var balance: Int
  /// How many calls a second a merchant may make; 0 for any number.
  public var callsPerSecond: Int
  /// Whether a repeated order gets the old 105 instead of 106 and its number.
  public var refusesRepeats: Bool
  /// How long an answer that never comes keeps the connection, in milliseconds.
  public var hold: Int
  /// Whether pushes go out by themselves, or only when `/emulator/push` asks for it.
  public var pushesByItself: Bool

  /// The merchant known when nobody names one.
  public static let testMerchant = "test1000001"
  /// The key of that merchant.
  public static let testKey = Secret("emulator-key-0001")

  /// Makes options.
  public init(
    port: UInt16 = 0, file: String? = nil,
    merchants: [String: Secret] = [testMerchant: testKey], faults: [KDNiaoFault] = [],
    pushURL: String? = nil, balance: Int = 10_000, callsPerSecond: Int = 20,
    refusesRepeats: Bool = false, hold: Int = 60_000, pushesByItself: Bool = true
  ) {
    self.port = port
    self.file = file
    self.merchants = merchants
    self.faults = faults
    self.pushURL = pushURL
    self.balance = balance
    self.callsPerSecond = callsPerSecond
    self.refusesRepeats = refusesRepeats
    self.hold = hold
    self.pushesByItself = pushesByItself
  }
}

/// Why the emulator does not start or goes on, one line.
public struct KDNiaoEmulatorProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What, where and what was expected.
  public let description: String
}
