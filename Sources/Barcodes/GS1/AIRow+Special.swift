extension AIRow {
  /// Food, reuse, medicine and people: the identifiers 70nn to 72nn.
  static let trades: [AIRow] = [
    AIRow("7001", [.n(13)], "NSN", needs: "01 02 8006 8026"),
    AIRow("7002", [.x(upTo: 30)], "MEAT CUT", needs: "01 02"),
    AIRow("7003", [.n(6, .date6), .n(4, .hourMinute)], "EXPIRY TIME", needs: "01 02"),
    AIRow("7004", [.n(upTo: 4)], "ACTIVE POTENCY", needs: "01+10"),
    AIRow("7005", [.x(upTo: 12)], "CATCH AREA", needs: "01 02"),
    AIRow("7006", [.n(6, .date6)], "FIRST FREEZE DATE", needs: "01 02"),
    AIRow("7007", [.n(6, .date6), .n(6, .date6).optional], "HARVEST DATE", needs: "01 02"),
    AIRow("7008", [.x(upTo: 3)], "AQUATIC SPECIES", needs: "01 02"),
    AIRow("7009", [.x(upTo: 10)], "FISHING GEAR TYPE", needs: "01 02"),
    AIRow("7010", [.x(upTo: 2)], "PROD METHOD", needs: "01 02"),
    AIRow("7011", [.n(6, .date6), .n(4, .hourMinute).optional], "TEST BY DATE", needs: "01 02"),
    AIRow("7020", [.x(upTo: 20)], "REFURB LOT", needs: "01 8006", "416"),
    AIRow("7021", [.x(upTo: 20)], "FUNC STAT", needs: "01 8006"),
    AIRow("7022", [.x(upTo: 20)], "REV STAT", needs: "7021"),
    AIRow("7023", [.x(upTo: 30, .companyPrefix)], "GIAI - ASSEMBLY"),
    AIRow(
      "703n", [.n(3, .countryOr999), .x(upTo: 27)], "PROCESSOR # ", numbersFrom: 0,
      needs: "01 02"),
    AIRow("7040", [.n(1), .x(1), .x(1), .x(1, .importerIndex)], "UIC+EXT", use: .plain),
    AIRow("7041", [.x(upTo: 4, .packageType)], "UFRGT UNIT TYPE", use: .plain, needs: "00"),
    AIRow("710", [.x(upTo: 20)], "NHRN PZN", needs: "01"),
    AIRow("711", [.x(upTo: 20)], "NHRN CIP", needs: "01"),
    AIRow("712", [.x(upTo: 20)], "NHRN CN", needs: "01"),
    AIRow("713", [.x(upTo: 20)], "NHRN DRN", needs: "01"),
    AIRow("714", [.x(upTo: 20)], "NHRN AIM", needs: "01"),
    AIRow("715", [.x(upTo: 20)], "NHRN NDC", needs: "01"),
    AIRow("716", [.x(upTo: 20)], "NHRN AIC", needs: "01"),
    AIRow("717", [.x(upTo: 20)], "NHRN SRN", needs: "01"),
    AIRow("723n", [.x(2), .x(upTo: 28)], "CERT # ", numbersFrom: 1, needs: "01 8004"),
    AIRow("7240", [.x(upTo: 20)], "PROTOCOL", needs: "01 8006"),
    AIRow("7241", [.n(2, .mediaType)], "AIDC MEDIA TYPE", needs: "8017 8018"),
    AIRow("7242", [.x(upTo: 25)], "VCN", needs: "8017 8018"),
    AIRow("7250", [.n(8, .date8)], "DOB", needs: "8018", excludes: "7251"),
    AIRow(
      "7251", [.n(8, .date8), .n(4, .hourMinute)], "DOB TIME", needs: "8018", excludes: "7250"),
    AIRow("7252", [.n(1, .biologicalSex)], "BIO SEX", needs: "8018"),
    AIRow(
      "7253", [.x(upTo: 40, .percentEscapes)], "FAMILY NAME", needs: "8017 8018",
      excludes: "7256 7259"),
    AIRow(
      "7254", [.x(upTo: 40, .percentEscapes)], "GIVEN NAME", needs: "8017 8018",
      excludes: "7256 7259"),
    AIRow("7255", [.x(upTo: 10)], "SUFFIX", needs: "8017 8018", excludes: "7256 7259"),
    AIRow("7256", [.x(upTo: 90, .percentEscapes)], "FULL NAME", needs: "8017 8018"),
    AIRow("7257", [.x(upTo: 70, .percentEscapes)], "PERSON ADDR", needs: "8018"),
    AIRow("7258", [.x(3, .positionInSequence)], "BIRTH SEQUENCE", needs: "8018+7259"),
    AIRow("7259", [.x(upTo: 40, .percentEscapes)], "BABY", needs: "8018", excludes: "7256"),
  ]

  /// Rolls, assets, payments, parts, devices, coupons and what a company uses inside.
  static let others: [AIRow] = [
    AIRow(
      "8001", [.n(4, .nonzero), .n(5, .nonzero), .n(3, .nonzero), .n(1, .winding), .n(1)],
      "DIMENSIONS", needs: "01"),
    AIRow("8002", [.x(upTo: 20)], "CMT No."),
    AIRow(
      "8003", [.n(1, .zero), .n(13, .checkDigit, .companyPrefix), .x(upTo: 16).optional], "GRAI",
      key: ""),
    AIRow("8004", [.x(upTo: 30, .companyPrefix)], "GIAI", key: "7040"),
    AIRow("8005", [.n(6)], "PRICE PER UNIT", needs: "01 02"),
    AIRow("8006", pieceOfItem, "ITIP", excludes: "01 37", key: "22 10 21"),
    AIRow("8007", [.x(upTo: 34, .iban)], "IBAN", needs: "415"),
    AIRow(
      "8008", [.n(6, .date6), .n(2, .hour), .n(2, .minute).optional, .n(2, .second).optional],
      "PROD TIME", needs: "01 02"),
    AIRow("8009", [.x(upTo: 50)], "OPTSEN", needs: "00 01"),
    AIRow("8010", [.y(upTo: 30, .companyPrefix)], "CPID", key: "8011"),
    AIRow("8011", [.n(upTo: 12, .noLeadingZero)], "CPID SERIAL", use: .plain, needs: "8010"),
    AIRow("8012", [.x(upTo: 20)], "VERSION", needs: "01 8006"),
    AIRow("8013", [.x(upTo: 25, .checkPair, .companyPrefix)], "GMN", key: ""),
    AIRow(
      "8014", [.x(upTo: 25, .checkPair, .companyPrefix, .hasNonDigit)], "MUDI", use: .plain,
      needs: "01"),
    AIRow(
      "8017", [.n(18, .checkDigit, .companyPrefix)], "GSRN - PROVIDER", excludes: "8018",
      key: "8019"),
    AIRow(
      "8018", [.n(18, .checkDigit, .companyPrefix)], "GSRN - RECIPIENT", excludes: "8017",
      key: "8019"),
    AIRow("8019", [.n(upTo: 10)], "SRIN", use: .plain, needs: "8017 8018"),
    AIRow("8020", [.x(upTo: 25)], "REF No.", use: .plain, needs: "415"),
    AIRow("8026", pieceOfItem, "ITIP CONTENT", needs: "37", excludes: "02 8006"),
    AIRow(
      "8030", [.z(upTo: 90)], "DIGSIG",
      needs: "00 01+21 253 255 8003 8004 8006+21 8010+8011 8017 8018"),
    AIRow("8040", [.n(15)], "IMEI", use: .plain, needs: "01+21"),
    AIRow("8041", [.n(15)], "IMEI2", use: .plain, needs: "01+21+8040"),
    AIRow("8042", [.n(32)], "ESIM", use: .plain, needs: "01+21+8040"),
    AIRow("8043", [.n(18), .n(upTo: 2).optional], "PSIM", use: .plain, needs: "01+21+8040"),
    AIRow("8110", [.x(upTo: 70, .coupon)], ""),
    AIRow("8111", [.n(4)], "POINTS", needs: "255"),
    AIRow("8112", [.x(upTo: 70, .positiveOffer)], ""),
    AIRow("8200", [.x(upTo: 70)], "PRODUCT URL", use: .plain, needs: "01"),
    AIRow("90", [.x(upTo: 30)], "INTERNAL"),
    AIRow(codes: "91"..."99", components: [.x(upTo: 90)], title: "INTERNAL"),
  ]

  /// A GTIN, and which piece of how many.
  private static let pieceOfItem: [AIComponent] = [
    .n(14, .checkDigit, .companyPrefixAfterOne), .n(4, .pieceOfTotal),
  ]
}
