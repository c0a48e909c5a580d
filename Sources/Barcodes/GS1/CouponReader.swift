/// Reads the North American coupon codes part by part: lengths are digits in front of their field
/// (GS1 US, North American Coupon Application Guideline).
struct CouponReader {
  private let data: [UInt8]
  private var position = 0

  private init(_ data: Span<UInt8>) {
    self.data = data.indices.map { data[$0] }
  }
}

extension CouponReader {
  /// AI 8110: the coupon of a paper or a printout.
  static func checkCoupon(_ data: Span<UInt8>) -> ComponentFinding? {
    if let finding = ComponentCheck.checkDigits(data) { return finding }
    var reader = CouponReader(data)
    return reader.coupon()
  }

  /// AI 8112: the positive offer file coupon.
  static func checkPositiveOffer(_ data: Span<UInt8>) -> ComponentFinding? {
    if let finding = ComponentCheck.checkDigits(data) { return finding }
    var reader = CouponReader(data)
    return reader.positiveOffer()
  }

  private mutating func positiveOffer() -> ComponentFinding? {
    if let bad = digit(.format, 0...1) { return bad }
    if let bad = field(.funder, length: .funderLength, 0...6, plus: 6) { return bad }
    if let bad = fixed(.offerCode, 6) { return bad }
    if let bad = field(.serial, length: .serialLength, 0...9, plus: 6) { return bad }
    return excess()
  }

  private mutating func coupon() -> ComponentFinding? {
    if let bad = field(.primaryPrefix, length: .primaryPrefixLength, 0...6, plus: 6) { return bad }
    if let bad = fixed(.offerCode, 6) { return bad }
    if let bad = field(.saveValue, length: .saveValueLength, 1...5, plus: 0) { return bad }
    if let bad = purchase(.requirement, .requirementLength, .requirementCode, .family) {
      return bad
    }
    if take(1), let bad = secondPurchase() { return bad }
    if take(2), let bad = thirdPurchase() { return bad }
    if let bad = dates() { return bad }
    if take(5), let bad = field(.serial, length: .serialLength, 0...9, plus: 6) { return bad }
    if take(6), let bad = field(.retailer, length: .retailerLength, 1...7, plus: 6) { return bad }
    if take(9), let bad = terms() { return bad }
    return excess()
  }

  private mutating func secondPurchase() -> ComponentFinding? {
    if let bad = digit(.rules, 0...3) { return bad }
    if let bad = purchase(
      .secondRequirement, .secondRequirementLength, .secondRequirementCode, .secondFamily)
    {
      return bad
    }
    return optionalPrefix(.secondPrefix, length: .secondPrefixLength)
  }

  private mutating func thirdPurchase() -> ComponentFinding? {
    if let bad = purchase(
      .thirdRequirement, .thirdRequirementLength, .thirdRequirementCode, .thirdFamily)
    {
      return bad
    }
    return optionalPrefix(.thirdPrefix, length: .thirdPrefixLength)
  }

  /// The dates of expiration and start; the second must not come after the first.
  private mutating func dates() -> ComponentFinding? {
    let tag = position
    let expires = take(3)
    if expires, let bad = date(.expiration) { return bad }
    guard take(4) else { return nil }
    if let bad = date(.start) { return bad }
    guard expires else { return nil }
    for index in position - 6..<position where data[index] != data[index - 7] {
      return data[index] < data[index - 7]
        ? nil : ComponentFinding(.couponDateOrder, tag, position - tag)
    }
    return nil
  }

  /// Save value code, what it applies to, store coupon and don't-multiply flag.
  private mutating func terms() -> ComponentFinding? {
    if let bad = digit(.saveValueCode, in: [0, 1, 2, 5, 6]) { return bad }
    if let bad = digit(.appliesToItem, 0...2) { return bad }
    if let bad = digit(.storeFlag, 0...9) { return bad }
    return digit(.multiplyFlag, 0...1)
  }

  /// Requirement of a length given, its code, and three digits of product family.
  private mutating func purchase(
    _ requirement: ComponentFault.CouponPart, _ length: ComponentFault.CouponPart,
    _ code: ComponentFault.CouponPart, _ family: ComponentFault.CouponPart
  ) -> ComponentFinding? {
    if let bad = field(requirement, length: length, 1...5, plus: 0) { return bad }
    if let bad = digit(code, in: [0, 1, 2, 3, 4, 9]) { return bad }
    return fixed(family, 3)
  }

  /// A company prefix of a length given, where 9 stands for none.
  private mutating func optionalPrefix(
    _ part: ComponentFault.CouponPart, length: ComponentFault.CouponPart
  ) -> ComponentFinding? {
    if position < data.count, data[position] == 0x39 {
      position += 1
      return nil
    }
    return field(part, length: length, 0...6, plus: 6)
  }
}

extension CouponReader {
  /// Steps over the digit that opens an optional part.
  private mutating func take(_ tag: UInt8) -> Bool {
    guard position < data.count, data[position] == 0x30 + tag else { return false }
    position += 1
    return true
  }

  private mutating func digit(
    _ part: ComponentFault.CouponPart, _ allowed: ClosedRange<Int>
  ) -> ComponentFinding? {
    guard position < data.count else { return missing(part) }
    guard allowed.contains(Int(data[position] - 0x30)) else {
      return ComponentFinding(.coupon(part, .invalid), position, 1)
    }
    position += 1
    return nil
  }

  private mutating func digit(
    _ part: ComponentFault.CouponPart, in allowed: [Int]
  ) -> ComponentFinding? {
    guard position < data.count else { return missing(part) }
    guard allowed.contains(Int(data[position] - 0x30)) else {
      return ComponentFinding(.coupon(part, .invalid), position, 1)
    }
    position += 1
    return nil
  }

  /// A digit that says how long the field is, less `plus`, and the field.
  private mutating func field(
    _ part: ComponentFault.CouponPart, length: ComponentFault.CouponPart,
    _ allowed: ClosedRange<Int>, plus: Int
  ) -> ComponentFinding? {
    guard position < data.count else { return missing(length) }
    let count = Int(data[position] - 0x30)
    guard allowed.contains(count) else {
      return ComponentFinding(.coupon(length, .invalid), position, 1)
    }
    position += 1
    return fixed(part, count + plus)
  }

  private mutating func fixed(
    _ part: ComponentFault.CouponPart, _ count: Int
  ) -> ComponentFinding? {
    let left = data.count - position
    guard left >= count else {
      return left == 0
        ? ComponentFinding(.coupon(part, .tooShort), 0, data.count)
        : ComponentFinding(.coupon(part, .tooShort), position, left)
    }
    position += count
    return nil
  }

  private mutating func date(_ part: ComponentFault.CouponPart) -> ComponentFinding? {
    if let bad = fixed(part, 6) { return bad }
    let range = position - 6..<position
    guard
      ComponentCheck.checkDate(
        data.span.extracting(range), yearDigits: 2, dayMayBeZero: false) == nil
    else { return ComponentFinding(.coupon(part, .invalid), range.lowerBound, 6) }
    return nil
  }

  private func missing(_ part: ComponentFault.CouponPart) -> ComponentFinding {
    ComponentFinding(.coupon(part, .missing), 0, data.count)
  }

  private func excess() -> ComponentFinding? {
    position == data.count
      ? nil : ComponentFinding(.couponExcess, position, data.count - position)
  }
}
