/// What is wrong with one component of a value, beside its length.
public enum ComponentFault: Hashable, Sendable {
  case notDigit, notSet82, notSet39, notSet64, padding
  case checkDigitTooShort, checkDigit
  case checkPairTooShort, checkPairTooLong, checkPair
  case prefixTooShort, prefixInvalid
  case needsNonDigit
  /// A date or a time of day is wrong.
  case time(TimeFault)
  /// A code is in no list, or malformed.
  case code(CodeFault)
  case latitudeLength, latitude, longitudeLength, longitude
  case percentEscape, hyphens, winding, yesNo
  case nonzero, zero, leadingZero
  case pieceLength, pieceZero, totalZero, pieceExceedsTotal
  case sequenceForm, positionExceedsEnd
  /// A part of a coupon, and what is wrong with it.
  case coupon(CouponPart, CouponFault)
  case couponExcess, couponDateOrder

  /// What is wrong with a date or a time of day.
  public enum TimeFault: String, CaseIterable, Sendable {
    case dateTooShort, dateTooLong, month, day
    case hourTooShort, hourTooLong, hour
    case minuteTooShort, minuteTooLong, minute
    case secondTooShort, secondTooLong, second
    case hourMinuteTooShort, hourMinuteTooLong
  }

  /// What is wrong with a code.
  public enum CodeFault: String, CaseIterable, Sendable {
    case country, countryOr999, countryLetters, currency
    case biologicalSex, mediaType, packageType
    case importerLength, importerIndex
    case ibanTooShort, ibanTooLong, ibanCountry, ibanCharacter, ibanCheck
  }

  /// A part of a North American coupon (AI 8110 and 8112).
  public enum CouponPart: String, CaseIterable, Sendable {
    case format, funder, funderLength, primaryPrefix, primaryPrefixLength, offerCode
    case saveValue, saveValueLength
    case requirement, requirementLength, requirementCode, family
    case rules
    case secondRequirement, secondRequirementLength, secondRequirementCode, secondFamily
    case secondPrefix, secondPrefixLength
    case thirdRequirement, thirdRequirementLength, thirdRequirementCode, thirdFamily
    case thirdPrefix, thirdPrefixLength
    case expiration, start
    case serial, serialLength, retailer, retailerLength
    case saveValueCode, appliesToItem, storeFlag, multiplyFlag
  }

  /// What is wrong with a part of a coupon.
  public enum CouponFault: String, CaseIterable, Sendable {
    /// The data end before it.
    case missing
    /// The data end within it.
    case tooShort
    /// Its value is none of those allowed.
    case invalid
  }
}
