/// An order the emulator took.
struct EmulatorOrder: Codable, Hashable, Sendable {
  var merchant: String
  var code: String
  var shipper: String
  var number: String
  var children: [String]
  /// The answer of the first time, as JSON.
  var answer: String
  /// When, in milliseconds of emulated time.
  var at: Int64
  var from: String
  var to: String
  /// The last four digits of the sender's and receiver's phones.
  var tails: [String]
  var isCancelled = false

  var numbers: [String] { [number] + children }
}

/// A number whose tracks are pushed.
struct EmulatorSubscription: Codable, Hashable, Sendable {
  var merchant: String
  var shipper: String
  var number: String
  /// Whatever the merchant wanted to get back with each push.
  var callback: String
  /// 101 or 102.
  var type: String
  /// How many events the merchant has confirmed.
  var confirmed = 0
}

/// One line of the emulator's books.
enum EmulatorEntry: Codable, Sendable {
  case ordered(EmulatorOrder)
  case cancelled(merchant: String, code: String)
  case subscribed(EmulatorSubscription)
  case pushed(number: String, events: Int)
  case advanced(milliseconds: Int64)
  case balance(shipper: String, left: Int)
}

/// What the emulator remembers: the sum of its books' lines.
struct EmulatorState: Sendable {
  struct Key: Hashable, Sendable {
    var merchant: String
    var code: String
  }

  var orders: [Key: EmulatorOrder] = [:]
  var byNumber: [String: Key] = [:]
  var subscriptions: [String: EmulatorSubscription] = [:]
  /// The numbers given out by courier.
  var used: [String: Int] = [:]
  /// The numbers left by courier, where they differ from the default.
  var left: [String: Int] = [:]
  let balance: Int
  /// How far emulated time is ahead, in milliseconds.
  var ahead: Int64 = 0

  init(balance: Int) {
    self.balance = balance
  }

  func left(of shipper: String) -> Int { left[shipper] ?? balance }

  mutating func apply(_ entry: EmulatorEntry) {
    switch entry {
    case .ordered(let order):
      let key = Key(merchant: order.merchant, code: order.code)
      orders[key] = order
      for number in order.numbers { byNumber[number] = key }
      left[order.shipper] = left(of: order.shipper) - order.numbers.count
      used[order.shipper, default: 0] += order.numbers.count
    case .cancelled(let merchant, let code):
      orders[Key(merchant: merchant, code: code)]?.isCancelled = true
    case .subscribed(let subscription):
      subscriptions[subscription.number] = subscription
    case .pushed(let number, let events):
      subscriptions[number]?.confirmed = events
    case .advanced(let milliseconds):
      ahead += milliseconds
    case .balance(let shipper, let left):
      self.left[shipper] = left
    }
  }
}
