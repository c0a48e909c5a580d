@testable import Barcodes

extension ComponentCase {
  static let all = characters + keys + times + codes + numbers + coupons

  private static let characters: [ComponentCase] = [
    ComponentCase(
      .digits, ["0", "4711"], BadComponent("47x1", .notDigit, 2, 1),
      BadComponent("\u{661}", .notDigit, 0, 1)),
    ComponentCase(
      .characterSet82, ["Ab9_!\"%&'()*+,-./:;<=>?"], BadComponent("A#B", .notSet82, 1, 1),
      BadComponent("AB ", .notSet82, 2, 1), BadComponent("^", .notSet82, 0, 1),
      BadComponent("\u{1D}", .notSet82, 0, 1), BadComponent("A\u{E9}", .notSet82, 1, 1)),
    ComponentCase(
      .characterSet39, ["AZ09#-/"], BadComponent("ABc", .notSet39, 2, 1),
      BadComponent("A.B", .notSet39, 1, 1)),
    ComponentCase(
      .characterSet64, ["aZ09-_", "ab=", "a==", "abc"], BadComponent("ab+", .notSet64, 2, 1),
      BadComponent("abcd=", .padding, 4, 1), BadComponent("a=b", .notSet64, 1, 1),
      BadComponent("abc===", .padding, 3, 3)),
    ComponentCase(
      .hasNonDigit, ["4711a", "-"], BadComponent("4711", .needsNonDigit, 0, 4),
      BadComponent("", .needsNonDigit, 0, 0)),
    ComponentCase(
      .percentEscapes, ["plain", "M%c3%BCller", ""], BadComponent("a%2", .percentEscape, 1, 2),
      BadComponent("a%zzb", .percentEscape, 1, 3), BadComponent("%", .percentEscape, 0, 1)),
    ComponentCase(.hyphens, ["-"], BadComponent("+", .hyphens, 0, 1)),
    ComponentCase(
      .importerIndex, ["A", "z", "0", "-", "_"], BadComponent("/", .code(.importerIndex), 0, 1),
      BadComponent("AB", .code(.importerLength), 0, 2)),
  ]

  private static let keys: [ComponentCase] = [
    ComponentCase(
      .checkDigit, ["6901234567892", "106141411234567897", "96385074"],
      BadComponent("6901234567893", .checkDigit, 12, 1),
      BadComponent("69012345678x2", .notDigit, 11, 1), BadComponent("", .checkDigitTooShort, 0, 0)
    ),
    ComponentCase(
      .checkPair, ["22"], BadComponent("23", .checkPair, 0, 2),
      BadComponent("2", .checkPairTooShort, 0, 1),
      BadComponent("A B22", .notSet82, 1, 1),
      BadComponent(String(repeating: "1", count: 100), .checkPairTooLong, 0, 100)),
    ComponentCase(
      .companyPrefix, ["6901", "6901ABC"], BadComponent("690", .prefixTooShort, 0, 3),
      BadComponent("69A1", .prefixInvalid, 2, 1)),
    ComponentCase(
      .companyPrefixAfterOne, ["16901", "X6901"], BadComponent("1690", .prefixTooShort, 1, 3),
      BadComponent("169A1", .prefixInvalid, 3, 1)),
    ComponentCase(
      .iban, ["DE89370400440532013000", "NO9386011117947"],
      BadComponent("DE88370400440532013000", .code(.ibanCheck), 2, 2),
      BadComponent("DE8937", .code(.ibanTooShort), 0, 6),
      BadComponent("QQ89370400440532013000", .code(.ibanCountry), 0, 2),
      BadComponent("DE8937040044053201300o", .code(.ibanCharacter), 21, 1),
      BadComponent("DE" + String(repeating: "1", count: 33), .code(.ibanTooLong), 0, 35)),
  ]

  private static let times: [ComponentCase] = [
    ComponentCase(
      .date6, ["261231", "240229", "000229"], BadComponent("261301", .time(.month), 2, 2),
      BadComponent("260001", .time(.month), 2, 2), BadComponent("261200", .time(.day), 4, 2),
      BadComponent("260229", .time(.day), 4, 2), BadComponent("260431", .time(.day), 4, 2),
      BadComponent("26123", .time(.dateTooShort), 0, 5),
      BadComponent("2612310", .time(.dateTooLong), 0, 7), BadComponent("26x231", .notDigit, 2, 1)),
    ComponentCase(
      .date6OrMonth, ["261200", "260228"], BadComponent("261232", .time(.day), 4, 2),
      BadComponent("261300", .time(.month), 2, 2)),
    ComponentCase(
      .date8, ["20261231", "20000229"], BadComponent("21000229", .time(.day), 6, 2),
      BadComponent("20261300", .time(.month), 4, 2), BadComponent("20261200", .time(.day), 6, 2),
      BadComponent("202612", .time(.dateTooShort), 0, 6)),
    ComponentCase(
      .date8OrMonth, ["20261200"], BadComponent("20261231x", .time(.dateTooLong), 0, 9),
      BadComponent("20260230", .time(.day), 6, 2)),
    ComponentCase(
      .hour, ["00", "23"], BadComponent("24", .time(.hour), 0, 2),
      BadComponent("1", .time(.hourTooShort), 0, 1), BadComponent("123", .time(.hourTooLong), 0, 3)
    ),
    ComponentCase(
      .minute, ["00", "59"], BadComponent("60", .time(.minute), 0, 2),
      BadComponent("1", .time(.minuteTooShort), 0, 1),
      BadComponent("123", .time(.minuteTooLong), 0, 3)),
    ComponentCase(
      .second, ["00", "59"], BadComponent("60", .time(.second), 0, 2),
      BadComponent("1", .time(.secondTooShort), 0, 1),
      BadComponent("123", .time(.secondTooLong), 0, 3), BadComponent("1x", .notDigit, 1, 1)),
    ComponentCase(
      .hourMinute, ["0000", "2359"], BadComponent("2400", .time(.hour), 0, 2),
      BadComponent("2360", .time(.minute), 2, 2),
      BadComponent("123", .time(.hourMinuteTooShort), 0, 3),
      BadComponent("12345", .time(.hourMinuteTooLong), 0, 5)),
  ]

  private static let codes: [ComponentCase] = [
    ComponentCase(
      .country, ["156", "276", "840"], BadComponent("999", .code(.country), 0, 3),
      BadComponent("15", .code(.country), 0, 2), BadComponent("1x6", .code(.country), 0, 3)),
    ComponentCase(.countryOr999, ["156", "999"], BadComponent("998", .code(.countryOr999), 0, 3)),
    ComponentCase(
      .countryLetters, ["CN", "DE"], BadComponent("cn", .code(.countryLetters), 0, 2),
      BadComponent("QQ", .code(.countryLetters), 0, 2),
      BadComponent("CHN", .code(.countryLetters), 0, 3)),
    ComponentCase(
      .currency, ["156", "978", "999"], BadComponent("280", .code(.currency), 0, 3),
      BadComponent("97", .code(.currency), 0, 2)),
    ComponentCase(
      .biologicalSex, ["0", "1", "2", "9"], BadComponent("4", .code(.biologicalSex), 0, 1)),
    ComponentCase(
      .mediaType, ["01", "10", "80", "99"], BadComponent("00", .code(.mediaType), 0, 2),
      BadComponent("11", .code(.mediaType), 0, 2), BadComponent("1", .code(.mediaType), 0, 1)),
    ComponentCase(
      .packageType, ["PX", "8", "200", "X3"], BadComponent("QZ", .code(.packageType), 0, 2),
      BadComponent("px", .code(.packageType), 0, 2), BadComponent("", .code(.packageType), 0, 0),
      BadComponent("PXPX", .code(.packageType), 0, 4)),
  ]

  private static let numbers: [ComponentCase] = [
    ComponentCase(
      .latitude, ["0000000000", "1800000000"], BadComponent("1800000001", .latitude, 0, 10),
      BadComponent("18", .latitudeLength, 0, 2), BadComponent("12345x7890", .notDigit, 5, 1)),
    ComponentCase(
      .longitude, ["3600000000"], BadComponent("3600000001", .longitude, 0, 10),
      BadComponent("36000000011", .longitudeLength, 0, 11)),
    ComponentCase(
      .winding, ["0", "1", "9"], BadComponent("2", .winding, 0, 1),
      BadComponent("11", .winding, 0, 2)),
    ComponentCase(.yesNo, ["0", "1"], BadComponent("2", .yesNo, 0, 1)),
    ComponentCase(
      .nonzero, ["0100"], BadComponent("0000", .nonzero, 0, 4),
      BadComponent("00a0", .notDigit, 2, 1)),
    ComponentCase(.zero, ["0", "00"], BadComponent("01", .zero, 0, 2)),
    ComponentCase(
      .noLeadingZero, ["10", "9"], BadComponent("0", .leadingZero, 0, 1),
      BadComponent("012", .leadingZero, 0, 1), BadComponent("1a", .notDigit, 1, 1)),
    ComponentCase(
      .pieceOfTotal, ["0112", "1212", "11"], BadComponent("0012", .pieceZero, 0, 2),
      BadComponent("0100", .totalZero, 2, 2), BadComponent("1312", .pieceExceedsTotal, 0, 4),
      BadComponent("112", .pieceLength, 0, 3), BadComponent("1x12", .notDigit, 1, 1)),
    ComponentCase(
      .positionInSequence, ["1/3", "3/3", "9/10", "99/100"],
      BadComponent("4/3", .positionExceedsEnd, 0, 3),
      BadComponent("10/9", .positionExceedsEnd, 0, 4), BadComponent("1-3", .sequenceForm, 0, 3),
      BadComponent("1/", .sequenceForm, 0, 2), BadComponent("", .sequenceForm, 0, 0),
      BadComponent("01/3", .leadingZero, 0, 2), BadComponent("1/03", .leadingZero, 2, 2)),
  ]

  /// Prefix 690123, offer 456789, save 150, buy 1 of family 777.
  private static let offer = "0690123" + "456789" + "3150" + "11" + "0" + "777"

  private static let coupons: [ComponentCase] = [
    ComponentCase(
      .coupon,
      [
        offer, offer + "1" + "1" + "220" + "0" + "888" + "9",
        offer + "2" + "15" + "4" + "111" + "0690124", offer + "3261231",
        offer + "32612314261201", offer + "50123456", offer + "61" + "6901234",
        offer + "9" + "0" + "1" + "0" + "1",
      ],
      BadComponent("", .coupon(.primaryPrefixLength, .missing), 0, 0),
      BadComponent("7", .coupon(.primaryPrefixLength, .invalid), 0, 1),
      BadComponent("069", .coupon(.primaryPrefix, .tooShort), 1, 2),
      BadComponent("069012x", .notDigit, 6, 1),
      BadComponent("0690123456", .coupon(.offerCode, .tooShort), 7, 3),
      BadComponent("0690123456789", .coupon(.saveValueLength, .missing), 0, 13),
      BadComponent("06901234567890", .coupon(.saveValueLength, .invalid), 13, 1),
      BadComponent("0690123456789315", .coupon(.saveValue, .tooShort), 14, 2),
      BadComponent("06901234567893150" + "11" + "7", .coupon(.requirementCode, .invalid), 19, 1),
      BadComponent("06901234567893150" + "11" + "0" + "7", .coupon(.family, .tooShort), 20, 1),
      BadComponent(offer + "17", .coupon(.rules, .invalid), 24, 1),
      BadComponent(
        offer + "111" + "5" + "0" + "888" + "7", .coupon(.secondPrefixLength, .invalid), 31, 1),
      BadComponent(offer + "2", .coupon(.thirdRequirementLength, .missing), 0, 24),
      BadComponent(offer + "3261301", .coupon(.expiration, .invalid), 24, 6),
      BadComponent(offer + "4261", .coupon(.start, .tooShort), 24, 3),
      BadComponent(offer + "32611304261201", .couponDateOrder, 23, 14),
      BadComponent(offer + "5", .coupon(.serialLength, .missing), 0, 24),
      BadComponent(offer + "60", .coupon(.retailerLength, .invalid), 24, 1),
      BadComponent(offer + "93", .coupon(.saveValueCode, .invalid), 24, 1),
      BadComponent(offer + "903", .coupon(.appliesToItem, .invalid), 25, 1),
      BadComponent(offer + "900", .coupon(.storeFlag, .missing), 0, 26),
      BadComponent(offer + "90002", .coupon(.multiplyFlag, .invalid), 27, 1),
      BadComponent(offer + "326123111", .couponExcess, 30, 2)),
    ComponentCase(
      .positiveOffer, ["0" + "0690123" + "456789" + "0123456"],
      BadComponent("2", .coupon(.format, .invalid), 0, 1),
      BadComponent("0", .coupon(.funderLength, .missing), 0, 1),
      BadComponent("1069", .coupon(.funder, .tooShort), 2, 2),
      BadComponent("00690123456789", .coupon(.serialLength, .missing), 0, 14),
      BadComponent("0069012345678901234567", .couponExcess, 21, 1)),
  ]
}
