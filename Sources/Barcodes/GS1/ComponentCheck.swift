/// A check of one component of a value, as the GS1 Barcode Syntax Dictionary calls for them.
public enum ComponentCheck: UInt8, CaseIterable, Sendable {
  case digits, characterSet82, characterSet39, characterSet64
  case checkDigit, checkPair, companyPrefix, companyPrefixAfterOne, hasNonDigit
  case date6, date6OrMonth, date8, date8OrMonth, hour, minute, second, hourMinute
  case country, countryOr999, countryLetters, currency
  case biologicalSex, mediaType, packageType, importerIndex, iban
  case latitude, longitude, percentEscapes, hyphens, winding, yesNo
  case nonzero, zero, noLeadingZero, pieceOfTotal, positionInSequence
  case coupon, positiveOffer

  /// The check by its name in the syntax dictionary, such as `csum`; nil if it has none by it.
  public init?(dictionaryName name: String) {
    guard let check = ComponentCheck.allCases.first(where: { $0.dictionaryName == name }) else {
      return nil
    }
    self = check
  }

  /// What the syntax dictionary calls the check.
  public var dictionaryName: String {
    switch self {
    case .digits: "csetnumeric"
    case .characterSet82: "cset82"
    case .characterSet39: "cset39"
    case .characterSet64: "cset64"
    case .checkDigit: "csum"
    case .checkPair: "csumalpha"
    case .companyPrefix: "gcppos1"
    case .companyPrefixAfterOne: "gcppos2"
    case .hasNonDigit: "hasnondigit"
    case .date6: "yymmdd"
    case .date6OrMonth: "yymmd0"
    case .date8: "yyyymmdd"
    case .date8OrMonth: "yyyymmd0"
    case .hour: "hh"
    case .minute: "mi"
    case .second: "ss"
    case .hourMinute: "hhmi"
    case .country: "iso3166"
    case .countryOr999: "iso3166999"
    case .countryLetters: "iso3166alpha2"
    case .currency: "iso4217"
    case .biologicalSex: "iso5218"
    case .mediaType: "mediatype"
    case .packageType: "packagetype"
    case .importerIndex: "importeridx"
    case .iban: "iban"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .percentEscapes: "pcenc"
    case .hyphens: "hyphen"
    case .winding: "winding"
    case .yesNo: "yesno"
    case .nonzero: "nonzero"
    case .zero: "zero"
    case .noLeadingZero: "nozeroprefix"
    case .pieceOfTotal: "pieceoftotal"
    case .positionInSequence: "posinseqslash"
    case .coupon: "couponcode"
    case .positiveOffer: "couponposoffer"
    }
  }

  /// What is wrong with `data`; nil if nothing is.
  public func finding(in data: [UInt8]) -> ComponentFinding? {
    finding(in: data.span)
  }

  /// What is wrong with the bytes; nil if nothing is.
  func finding(in data: Span<UInt8>) -> ComponentFinding? {
    switch self {
    case .digits: Self.checkDigits(data)
    case .characterSet82: Self.checkSet82(data)
    case .characterSet39: Self.checkSet39(data)
    case .characterSet64: Self.checkSet64(data)
    case .checkDigit: Self.checkCheckDigit(data)
    case .checkPair: Self.checkCheckPair(data)
    case .companyPrefix: Self.checkPrefix(data, from: 0)
    case .companyPrefixAfterOne: Self.checkPrefix(data, from: 1)
    case .hasNonDigit: Self.checkHasNonDigit(data)
    case .date6: Self.checkDate(data, yearDigits: 2, dayMayBeZero: false)
    case .date6OrMonth: Self.checkDate(data, yearDigits: 2, dayMayBeZero: true)
    case .date8: Self.checkDate(data, yearDigits: 4, dayMayBeZero: false)
    case .date8OrMonth: Self.checkDate(data, yearDigits: 4, dayMayBeZero: true)
    case .hour: Self.checkHour(data)
    case .minute: Self.checkMinute(data)
    case .second: Self.checkSecond(data)
    case .hourMinute: Self.checkHourMinute(data)
    case .country: Self.checkCountry(data)
    case .countryOr999: Self.checkCountryOr999(data)
    case .countryLetters: Self.checkCountryLetters(data)
    case .currency: Self.checkCurrency(data)
    case .biologicalSex: Self.checkOne(of: Self.sexes, data, else: .code(.biologicalSex))
    case .mediaType: Self.checkMediaType(data)
    case .packageType: Self.checkPackageType(data)
    case .importerIndex: Self.checkImporterIndex(data)
    case .iban: Self.checkIBAN(data)
    case .latitude:
      Self.checkAngle(data, limit: 1_800_000_000, length: .latitudeLength, range: .latitude)
    case .longitude:
      Self.checkAngle(data, limit: 3_600_000_000, length: .longitudeLength, range: .longitude)
    case .percentEscapes: Self.checkPercentEscapes(data)
    case .hyphens: Self.checkHyphens(data)
    case .winding: Self.checkOne(of: Self.windings, data, else: .winding)
    case .yesNo: Self.checkOne(of: Self.yesOrNo, data, else: .yesNo)
    case .nonzero: Self.checkNonzero(data)
    case .zero: Self.checkZero(data)
    case .noLeadingZero: Self.checkNoLeadingZero(data)
    case .pieceOfTotal: Self.checkPieceOfTotal(data)
    case .positionInSequence: Self.checkPositionInSequence(data)
    case .coupon: CouponReader.checkCoupon(data)
    case .positiveOffer: CouponReader.checkPositiveOffer(data)
    }
  }
}
