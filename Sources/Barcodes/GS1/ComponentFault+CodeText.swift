extension ComponentFault.TimeFault {
  /// What was expected.
  var text: ProblemText {
    switch self {
    case .month: ProblemText(zh: "月份应为01到12", en: "expected a month of 01 to 12")
    case .day: ProblemText(zh: "该月没有这一天", en: "the month has no such day")
    case .hour, .hourTooShort, .hourTooLong:
      ProblemText(zh: "小时应为00到23", en: "expected an hour of 00 to 23")
    case .minute, .minuteTooShort, .minuteTooLong:
      ProblemText(zh: "分钟应为00到59", en: "expected a minute of 00 to 59")
    case .second, .secondTooShort, .secondTooLong:
      ProblemText(zh: "秒应为00到59", en: "expected a second of 00 to 59")
    case .hourMinuteTooShort, .hourMinuteTooLong:
      ProblemText(zh: "时间应为HHMM四位", en: "expected four digits HHMM")
    case .dateTooShort, .dateTooLong:
      ProblemText(zh: "日期应为年月日", en: "expected year, month and day")
    }
  }
}

extension ComponentFault.CodeFault {
  /// What was expected.
  var text: ProblemText {
    switch self {
    case .country: ProblemText(zh: "没有此国家数字代码", en: "expected a country number of ISO 3166")
    case .countryOr999:
      ProblemText(zh: "没有此国家数字代码, 也不是999", en: "expected a country number of ISO 3166 or 999")
    case .countryLetters:
      ProblemText(zh: "没有此国家字母代码", en: "expected two country letters of ISO 3166")
    case .currency: ProblemText(zh: "没有此货币代码", en: "expected a currency number of ISO 4217")
    case .biologicalSex: ProblemText(zh: "性别应为0、1、2或9", en: "expected 0, 1, 2 or 9")
    case .mediaType: ProblemText(zh: "应为01到10或80到99", en: "expected 01 to 10 or 80 to 99")
    case .packageType: ProblemText(zh: "没有此包装类型代码", en: "expected a package type code")
    case .importerLength, .importerIndex:
      ProblemText(zh: "应为一个字母、数字、-或_", en: "expected one letter, digit, - or _")
    case .ibanTooShort: ProblemText(zh: "IBAN太短", en: "the IBAN is too short")
    case .ibanTooLong: ProblemText(zh: "IBAN太长", en: "the IBAN is too long")
    case .ibanCountry:
      ProblemText(zh: "IBAN应以国家代码开头", en: "expected an IBAN that begins with a country")
    case .ibanCharacter:
      ProblemText(zh: "IBAN只能有大写字母和数字", en: "expected capitals and digits in an IBAN")
    case .ibanCheck: ProblemText(zh: "IBAN校验位不对", en: "the check digits of the IBAN are wrong")
    }
  }
}
