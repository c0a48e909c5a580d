extension GS1Problem {
  /// One line: in which element, what is wrong and what was expected.
  public var text: ProblemText {
    let what = code.text
    guard let ai else { return what }
    return ProblemText(zh: "AI (\(ai)): \(what.zh)", en: "AI (\(ai)): \(what.en)")
  }
}

extension GS1Problem: CustomStringConvertible {
  /// The English sentence.
  public var description: String { text.en }
}

extension GS1Problem.Code {
  /// A stable short name for programs, such as `checkDigit` or `coupon.offerCode.tooShort`.
  public var name: String {
    switch self {
    case .empty: "empty"
    case .notGS1: "notGS1"
    case .encoding: "encoding"
    case .symbologyForm: "symbologyForm"
    case .symbology: "symbology"
    case .itemLength: "itemLength"
    case .itemDigits: "itemDigits"
    case .itemCheckDigit: "itemCheckDigit"
    case .itemTooLarge: "itemTooLarge"
    case .brackets: "brackets"
    case .unknownAI: "unknownAI"
    case .emptyValue: "emptyValue"
    case .valueTooShort: "valueTooShort"
    case .valueTooLong: "valueTooLong"
    case .separatorInValue: "separatorInValue"
    case .tooManyElements: "tooManyElements"
    case .component(let fault): fault.name
    case .repeated: "repeated"
    case .excluded: "excluded"
    case .needs: "needs"
    case .serialForSignature: "serialForSignature"
    case .link(let fault): "link." + fault.rawValue
    }
  }

  /// What is wrong and what was expected, without the place.
  var text: ProblemText {
    switch self {
    case .empty: ProblemText(zh: "没有数据", en: "expected data, found none")
    case .notGS1:
      ProblemText(
        zh: "不是GS1数据: 应有码制标识、FNC1、括号、链接或商品条码",
        en: "not GS1 data: expected a symbology id, FNC1, brackets, a link or an item number"
      )
    case .encoding: ProblemText(zh: "文字不是UTF-8", en: "expected UTF-8 text")
    case .symbologyForm:
      ProblemText(zh: "]后应为码制标识, 如]C1", en: "expected a symbology identifier such as ]C1")
    case .symbology:
      ProblemText(zh: "此码制不承载GS1数据", en: "this symbology carries no GS1 data")
    case .itemLength(let expected):
      ProblemText(zh: "商品条码应为\(expected)位数字", en: "expected an item number of \(expected) digits")
    case .itemDigits: ProblemText(zh: "商品条码只能有数字", en: "expected an item number of digits only")
    case .itemCheckDigit(let expected):
      ProblemText(zh: "商品条码校验位应为\(expected)", en: "expected check digit \(expected)")
    case .itemTooLarge:
      ProblemText(zh: "此码制的商品条码首位应为0或1", en: "expected an item number that begins with 0 or 1")
    case .brackets:
      ProblemText(zh: "括号不成对, 应为(AI)值", en: "brackets do not pair up: expected (AI)value")
    case .unknownAI: ProblemText(zh: "没有此应用标识符", en: "there is no such application identifier")
    case .emptyValue: ProblemText(zh: "缺少值", en: "expected a value, found none")
    case .valueTooShort: ProblemText(zh: "值太短", en: "the value is too short")
    case .valueTooLong:
      ProblemText(zh: "值太长, 或其后缺少FNC1", en: "the value is too long, or FNC1 is missing behind it")
    case .separatorInValue: ProblemText(zh: "值中不能有^", en: "a value cannot have ^")
    case .tooManyElements: ProblemText(zh: "超过64个单元", en: "expected 64 elements at most")
    case .component(let fault): fault.text
    case .repeated: ProblemText(zh: "同一标识符的值不一致", en: "occurs again with another value")
    case .excluded(let other):
      ProblemText(zh: "不能与(\(other))同时出现", en: "cannot stand together with (\(other))")
    case .needs(let groups):
      ProblemText(
        zh: "还需要\(Self.choices(groups, "或"))", en: "also needs \(Self.choices(groups, " or "))")
    case .serialForSignature:
      ProblemText(
        zh: "有数字签名(8030)时须带序列号部分", en: "needs its serial part beside the signature (8030)")
    case .link(let fault): fault.text
    }
  }

  /// `01+21 8006` as people read it.
  private static func choices(_ groups: String, _ or: String) -> String {
    var text: [UInt8] = [UInt8(ascii: "(")]
    text.reserveCapacity(4 * groups.utf8.count)
    for byte in groups.utf8 {
      switch byte {
      case UInt8(ascii: " "): text += Array(")\(or)(".utf8)
      case UInt8(ascii: "+"): text += Array(")+(".utf8)
      default: text.append(byte)
      }
    }
    return String(decoding: text + [UInt8(ascii: ")")], as: UTF8.self)
  }
}

extension GS1Problem.LinkFault {
  /// What is wrong and what was expected.
  var text: ProblemText {
    switch self {
    case .character: ProblemText(zh: "链接中有不允许的字符", en: "a character no URI may have")
    case .scheme:
      ProblemText(zh: "链接应以http://或https://开头", en: "expected http:// or https:// in front")
    case .host: ProblemText(zh: "链接缺少主机或路径", en: "expected a host and a path")
    case .hostCharacter: ProblemText(zh: "主机名中有不允许的字符", en: "a character no host may have")
    case .key: ProblemText(zh: "路径中没有GS1主键", en: "expected a GS1 key in the path")
    case .qualifiers:
      ProblemText(
        zh: "路径中的限定符不属于此主键或顺序不对",
        en: "the qualifiers in the path do not belong to this key, or are out of order")
    case .null: ProblemText(zh: "不能有%00", en: "%00 is not allowed")
    case .duplicate: ProblemText(zh: "在链接中出现两次", en: "occurs twice in the link")
    case .attribute: ProblemText(zh: "不能作为链接的查询参数", en: "may not stand in the query")
    case .path: ProblemText(zh: "应写在链接的路径中", en: "belongs in the path of the link")
    }
  }
}
