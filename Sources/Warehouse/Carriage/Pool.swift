/// The rules of waybill numbers the site owns: pure functions over a run of numbers.
///
/// The run itself lives in the store and is drawn from inside the transaction that closes a parcel,
/// so a number is given out exactly when its parcel is closed. Numbers are never given out twice: one
/// whose parcel was given up is lost.
public enum Pool {
  /// How full a run is.
  public enum Level: Hashable, Sendable {
    /// Enough numbers are left.
    case ample(left: Int)
    /// Fewer are left than the site wants to have.
    case low(left: Int)
    /// None are left.
    case empty
  }

  /// How many numbers are left in a run.
  public static func left(_ range: NumberRange) -> Int {
    max(0, range.last - range.next + 1)
  }

  /// How full a run is; below `lowWater` numbers it is low.
  public static func level(_ range: NumberRange, lowWater: Int) -> Level {
    switch left(range) {
    case 0: .empty
    case let left where left < lowWater: .low(left: left)
    case let left: .ample(left: left)
    }
  }

  /// What the supervisor is told about a run; nil while there is enough.
  public static func warning(_ range: NumberRange, lowWater: Int) -> Wording? {
    let name = Courier.known(range.carrier)?.name
    let (zh, en) = (name?.zh ?? range.carrier.rawValue, name?.en ?? range.carrier.rawValue)
    switch level(range, lowWater: lowWater) {
    case .ample: return nil
    case .low(let left):
      return Wording(
        zh: "\(zh)单号只剩 \(left) 个, 请补充号段", en: "\(en): \(left) waybill numbers left, import more")
    case .empty:
      return Wording(zh: "\(zh)单号已用完, 请补充号段", en: "\(en): no waybill numbers left, import more")
    }
  }

  /// The numbers of a run that would come out `count` times from now, without taking them.
  public static func preview(_ range: NumberRange, count: Int = 1) -> [String] {
    var copy = range
    return (0..<max(0, count)).compactMap { _ in take(&copy) }
  }

  /// Takes the next number out of a run; nil when it is used up.
  ///
  /// A prefix that ends with `##` and two letters (`EA##CN`) is an international run: the eight
  /// digits and their check digit (UPU S10) stand between its letters.
  public static func take(_ range: inout NumberRange) -> String? {
    guard let letters = s10Letters(range.prefix) else { return range.take() }
    var plain = range
    plain.prefix = ""
    plain.digits = 8
    guard let digits = plain.take(), let check = NumberPattern.s10CheckDigit(of: digits) else {
      return nil
    }
    range.next = plain.next
    return "\(letters.before)\(digits)\(check)\(letters.after)"
  }

  /// What is wrong with a run: nothing to draw, or numbers its carrier would not know.
  public static func problems(_ range: NumberRange) -> [Wording] {
    guard left(range) > 0 else {
      return [Wording(zh: "号段为空", en: "the run holds no number")]
    }
    guard let courier = Courier.known(range.carrier) else { return [] }
    var last = range
    last.next = range.last
    let ends = [preview(range), preview(last)].flatMap(\.self)
    return ends.filter { !courier.owns($0) }.map { number in
      let shapes = courier.patterns.map(\.notation).joined(separator: " ")
      return Wording(
        zh: "\(number) 不像\(courier.name.zh)单号, 应为 \(shapes)",
        en: "\(number) is no \(courier.name.en) number, expected \(shapes)")
    }
  }

  /// What is wrong with a scanned number for a carrier; nil when it may be one of its numbers.
  public static func problem(_ number: String, of carrier: Code<Carrier>) -> Wording? {
    guard let courier = Courier.known(carrier), !courier.owns(number) else { return nil }
    guard let other = Courier.recognize(number).first else {
      return Wording(
        zh: "\(number) 不是\(courier.name.zh)单号", en: "\(number) is no \(courier.name.en) number")
    }
    return Wording(
      zh: "\(number) 像\(other.name.zh)单号, 应为\(courier.name.zh)",
      en: "\(number) looks like \(other.name.en), expected \(courier.name.en)")
  }

  private static func s10Letters(_ prefix: String) -> (before: Substring, after: Substring)? {
    let parts = prefix.split(separator: "##", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    return (parts[0], parts[1])
  }
}
