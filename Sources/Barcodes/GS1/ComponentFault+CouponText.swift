extension ComponentFault.CouponFault {
  func text(of part: ComponentFault.CouponPart) -> ProblemText {
    switch self {
    case .missing:
      ProblemText(zh: "优惠券缺少\(part.text.zh)", en: "the coupon has no \(part.text.en)")
    case .tooShort:
      ProblemText(
        zh: "优惠券的\(part.text.zh)太短", en: "the coupon's \(part.text.en) is too short")
    case .invalid:
      ProblemText(
        zh: "优惠券的\(part.text.zh)不在允许范围", en: "the coupon's \(part.text.en) is not allowed")
    }
  }
}

extension ComponentFault.CouponPart {
  /// What the part is called.
  var text: ProblemText {
    switch self {
    case .format: ProblemText(zh: "格式代码", en: "format code")
    case .funder: ProblemText(zh: "出资方", en: "funder")
    case .funderLength: ProblemText(zh: "出资方长度", en: "length of the funder")
    case .primaryPrefix: ProblemText(zh: "厂商代码", en: "company prefix")
    case .primaryPrefixLength: ProblemText(zh: "厂商代码长度", en: "length of the company prefix")
    case .offerCode: ProblemText(zh: "优惠代码", en: "offer code")
    case .saveValue: ProblemText(zh: "优惠额", en: "save value")
    case .saveValueLength: ProblemText(zh: "优惠额长度", en: "length of the save value")
    case .requirement: ProblemText(zh: "购买条件", en: "purchase requirement")
    case .requirementLength: ProblemText(zh: "购买条件长度", en: "length of the purchase requirement")
    case .requirementCode: ProblemText(zh: "购买条件代码", en: "code of the purchase requirement")
    case .family: ProblemText(zh: "商品系列代码", en: "family code")
    case .rules: ProblemText(zh: "附加购买规则", en: "code of the additional purchase rules")
    case .secondRequirement: ProblemText(zh: "第二购买条件", en: "second purchase requirement")
    case .secondRequirementLength:
      ProblemText(zh: "第二购买条件长度", en: "length of the second purchase requirement")
    case .secondRequirementCode:
      ProblemText(zh: "第二购买条件代码", en: "code of the second purchase requirement")
    case .secondFamily: ProblemText(zh: "第二商品系列代码", en: "second family code")
    case .secondPrefix: ProblemText(zh: "第二厂商代码", en: "second company prefix")
    case .secondPrefixLength:
      ProblemText(zh: "第二厂商代码长度", en: "length of the second company prefix")
    case .thirdRequirement: ProblemText(zh: "第三购买条件", en: "third purchase requirement")
    case .thirdRequirementLength:
      ProblemText(zh: "第三购买条件长度", en: "length of the third purchase requirement")
    case .thirdRequirementCode:
      ProblemText(zh: "第三购买条件代码", en: "code of the third purchase requirement")
    case .thirdFamily: ProblemText(zh: "第三商品系列代码", en: "third family code")
    case .thirdPrefix: ProblemText(zh: "第三厂商代码", en: "third company prefix")
    case .thirdPrefixLength:
      ProblemText(zh: "第三厂商代码长度", en: "length of the third company prefix")
    case .expiration: ProblemText(zh: "截止日期", en: "expiration date")
    case .start: ProblemText(zh: "开始日期", en: "start date")
    case .serial: ProblemText(zh: "序列号", en: "serial number")
    case .serialLength: ProblemText(zh: "序列号长度", en: "length of the serial number")
    case .retailer: ProblemText(zh: "零售商代码", en: "retailer's number")
    case .retailerLength: ProblemText(zh: "零售商代码长度", en: "length of the retailer's number")
    case .saveValueCode: ProblemText(zh: "优惠额代码", en: "save value code")
    case .appliesToItem: ProblemText(zh: "适用商品", en: "item it applies to")
    case .storeFlag: ProblemText(zh: "门店券标志", en: "store coupon flag")
    case .multiplyFlag: ProblemText(zh: "不可倍增标志", en: "don't-multiply flag")
    }
  }
}
