extension ComponentFault {
  /// A stable short name for programs.
  var name: String {
    switch self {
    case .coupon(let part, let fault): return "coupon.\(part.rawValue).\(fault.rawValue)"
    case .couponExcess: return "coupon.excess"
    case .couponDateOrder: return "coupon.dateOrder"
    case .time(let fault): return fault.rawValue
    case .code(let fault): return fault.rawValue
    case .notDigit, .notSet82, .notSet39, .notSet64, .padding, .checkDigitTooShort, .checkDigit,
      .checkPairTooShort, .checkPairTooLong, .checkPair, .prefixTooShort, .prefixInvalid,
      .needsNonDigit, .latitudeLength, .latitude, .longitudeLength, .longitude, .percentEscape,
      .hyphens, .winding, .yesNo, .nonzero, .zero, .leadingZero, .pieceLength, .pieceZero,
      .totalZero, .pieceExceedsTotal, .sequenceForm, .positionExceedsEnd:
      return "\(self)"
    }
  }

  /// What is wrong and what was expected.
  var text: ProblemText {
    switch self {
    case .notDigit: ProblemText(zh: "应为数字", en: "expected digits only")
    case .notSet82: ProblemText(zh: "有不允许的字符", en: "a character outside set 82")
    case .notSet39:
      ProblemText(zh: "只能有大写字母、数字和#-/", en: "expected capitals, digits and #-/ only")
    case .notSet64:
      ProblemText(zh: "只能有字母、数字和-_", en: "expected letters, digits and -_ only")
    case .padding: ProblemText(zh: "末尾=的个数不对", en: "wrong number of = at the end")
    case .checkDigitTooShort, .checkPairTooShort:
      ProblemText(zh: "太短, 没有校验位", en: "too short to hold a check digit")
    case .checkPairTooLong: ProblemText(zh: "太长, 无法校验", en: "too long to be checked")
    case .checkDigit: ProblemText(zh: "校验位不对", en: "the check digit is wrong")
    case .checkPair: ProblemText(zh: "校验字符不对", en: "the pair of check characters is wrong")
    case .prefixTooShort, .prefixInvalid:
      ProblemText(zh: "应以至少4位数字的厂商代码开头", en: "expected a company prefix of at least 4 digits")
    case .needsNonDigit: ProblemText(zh: "不能全是数字", en: "expected at least one non-digit")
    case .time(let fault): fault.text
    case .code(let fault): fault.text
    case .latitudeLength, .latitude:
      ProblemText(
        zh: "纬度应为10位, 0000000000到1800000000", en: "expected 10 digits up to 1800000000")
    case .longitudeLength, .longitude:
      ProblemText(
        zh: "经度应为10位, 0000000000到3600000000", en: "expected 10 digits up to 3600000000")
    case .percentEscape: ProblemText(zh: "%后应有两位十六进制数", en: "expected two hex digits after %")
    case .hyphens: ProblemText(zh: "只能是连字符", en: "expected a hyphen")
    case .winding: ProblemText(zh: "卷向应为0、1或9", en: "expected 0, 1 or 9")
    case .yesNo: ProblemText(zh: "应为0或1", en: "expected 0 or 1")
    case .nonzero: ProblemText(zh: "不能为零", en: "expected a value above zero")
    case .zero: ProblemText(zh: "应为零", en: "expected zero")
    case .leadingZero: ProblemText(zh: "不能以零开头", en: "a zero in front is not allowed")
    case .pieceLength:
      ProblemText(zh: "件号与总数应等长", en: "expected piece and total of equal length")
    case .pieceZero: ProblemText(zh: "件号不能为零", en: "expected a piece number above zero")
    case .totalZero: ProblemText(zh: "总数不能为零", en: "expected a total above zero")
    case .pieceExceedsTotal: ProblemText(zh: "件号大于总数", en: "the piece exceeds the total")
    case .sequenceForm: ProblemText(zh: "应为序号/总数", en: "expected position/end")
    case .positionExceedsEnd: ProblemText(zh: "序号大于总数", en: "the position exceeds the end")
    case .coupon(let part, let fault): fault.text(of: part)
    case .couponExcess: ProblemText(zh: "优惠券有多余数据", en: "data behind the end of the coupon")
    case .couponDateOrder:
      ProblemText(zh: "优惠券截止日早于开始日", en: "the coupon expires before it starts")
    }
  }
}
