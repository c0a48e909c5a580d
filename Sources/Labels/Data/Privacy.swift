/// What a field tells about a person, and so how a privacy label (隐私面单) masks it.
public enum Privacy: String, Sendable, Equatable, Codable, CaseIterable {
  /// A person's name: the first character stays, and the last when there are three or more.
  case name
  /// A phone number: the first three and the last four digits stay.
  case phone
  /// An address: what comes before the street number stays.
  case address
  /// Text in which any of the others may appear: those are masked inside it, and all that looks like a
  /// phone number.
  case free
  /// What a barcode says: names, phones and addresses of other fields are masked inside it, its other
  /// digits stay, or nobody could scan it.
  case code

  /// The value as a stranger may see it.
  public func masked(_ value: String) -> String {
    guard !value.isEmpty else { return "" }
    return switch self {
    case .name: Self.maskedName(value)
    case .phone: Self.maskedPhone(value)
    case .address: Self.maskedAddress(value)
    case .free: Self.maskedPhones(in: value)
    case .code: value
    }
  }

  /// Whether it holds what other fields tell rather than something of its own.
  var isAboutOthers: Bool {
    switch self {
    case .free, .code: true
    case .name, .phone, .address: false
    }
  }

  private static func maskedName(_ name: String) -> String {
    let characters = Array(name.filter { !$0.isWhitespace })
    guard let first = characters.first, let last = characters.last else { return "" }
    switch characters.count {
    case 1: return "*"
    case 2: return "\(first)*"
    default: return "\(first)\(String(repeating: "*", count: min(characters.count - 2, 3)))\(last)"
    }
  }

  private static func maskedPhone(_ phone: String) -> String {
    let digits = phone.count(where: \.isASCIIDigit)
    // A short number has nothing to spare.
    let (head, tail) = digits >= 11 ? (3, 4) : digits >= 7 ? (0, 4) : (0, min(2, digits / 2))
    var seen = 0
    return String(
      phone.map { character in
        guard character.isASCIIDigit else { return character.isLetter ? "*" : character }
        seen += 1
        return seen <= head || seen > digits - tail ? character : "*"
      })
  }

  /// Runs of seven digits or more, which are or hold phone numbers.
  private static func maskedPhones(in text: String) -> String {
    var result = ""
    var run = ""
    func flush() {
      let digits = run.count(where: \.isASCIIDigit)
      result += digits >= 7 ? maskedPhone(run) : run
      run = ""
    }
    for character in text {
      let joins = character == "-" || character == " "
      if character.isASCIIDigit || joins && !run.isEmpty {
        run.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  /// Keeps province, city, district and at most the street; a street number is never kept.
  private static func maskedAddress(_ address: String) -> String {
    let characters = Array(address)
    let limit = min(characters.count * 2 / 3, 24)
    var end = 0
    var hasDistrict = false
    for (index, character) in characters.prefix(limit).enumerated() {
      if character.isASCIIDigit || character.isNumber { break }
      let isDistrict = "省市区县旗州盟".contains(character)
      let isStreet = "镇乡街道路巷村".contains(character)
      // The first two characters are a name, whatever they look like: 道里区, 镇江市.
      if index >= 2, isDistrict || isStreet && hasDistrict {
        end = index + 1
        hasDistrict = hasDistrict || isDistrict
      }
      if isStreet, hasDistrict, index + 1 < limit, !"道".contains(characters[index + 1]) { break }
    }
    return String(characters.prefix(end)) + "****"
  }
}
