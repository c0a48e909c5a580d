extension AIRow {
  /// What names an item, and what is said of it: keys, lots, dates, variants.
  static let items: [AIRow] = [
    AIRow(
      "00", [.n(18, .checkDigit, .companyPrefixAfterOne)], "SSCC", use: .predefined, key: ""),
    AIRow(
      "01", [.n(14, .checkDigit, .companyPrefixAfterOne)], "GTIN", use: .predefined,
      excludes: "255 37", key: "22 10 21|235"),
    AIRow(
      "02", [.n(14, .checkDigit, .companyPrefixAfterOne)], "CONTENT", use: .predefined,
      needs: "37", excludes: "01 03"),
    AIRow(
      "03", [.n(14, .checkDigit, .companyPrefixAfterOne)], "MTO GTIN", use: .predefinedOnly,
      excludes: "01 02 37"),
    AIRow("10", [.x(upTo: 20)], "BATCH/LOT", needs: "01 02 03 8006 8026"),
    AIRow(
      "11", [.n(6, .date6OrMonth)], "PROD DATE", use: .predefined, needs: "01 02 03 8006 8026"),
    AIRow("12", [.n(6, .date6OrMonth)], "DUE DATE", use: .predefined, needs: "8020"),
    AIRow(
      "13", [.n(6, .date6OrMonth)], "PACK DATE", use: .predefined, needs: "01 02 03 8006 8026"),
    AIRow(
      "15", [.n(6, .date6OrMonth)], "BEST BEFORE or BEST BY", use: .predefined,
      needs: "01 02 03 8006 8026"),
    AIRow("16", [.n(6, .date6OrMonth)], "SELL BY", use: .predefined, needs: "01 02 03 8006 8026"),
    AIRow(
      "17", [.n(6, .date6OrMonth)], "USE BY or EXPIRY", use: .predefined,
      needs: "01 02 03 255 8006 8026"),
    AIRow("20", [.n(2)], "VARIANT", use: .predefined, needs: "01 02 8006 8026"),
    AIRow("21", [.x(upTo: 20)], "SERIAL", use: .plain, needs: "01 03 8006", excludes: "235"),
    AIRow("22", [.x(upTo: 20)], "CPV", use: .plain, needs: "01"),
    AIRow("235", [.x(upTo: 28)], "TPX", use: .plain, needs: "01"),
    AIRow("240", [.x(upTo: 30)], "ADDITIONAL ID", needs: "01 02 8006 8026"),
    AIRow("241", [.x(upTo: 30)], "CUST. PART No.", needs: "01 02 8006 8026"),
    AIRow("242", [.n(upTo: 6)], "MTO VARIANT", needs: "01 02 8006 8026"),
    AIRow("243", [.x(upTo: 20)], "PCN", needs: "01"),
    AIRow("250", [.x(upTo: 30)], "SECONDARY SERIAL", needs: "01 8006", "21"),
    AIRow("251", [.x(upTo: 30)], "REF. TO SOURCE", needs: "01 8006"),
    AIRow(
      "253", [.n(13, .checkDigit, .companyPrefix), .x(upTo: 17).optional], "GDTI", key: ""),
    AIRow("254", [.x(upTo: 20)], "GLN EXTENSION COMPONENT", use: .plain, needs: "414"),
    AIRow(
      "255", [.n(13, .checkDigit, .companyPrefix), .n(upTo: 12).optional], "GCN",
      excludes: "01 02 415 8006 8020 8026", key: ""),
    AIRow("30", [.n(upTo: 8)], "VAR. COUNT", needs: "01 02"),
    AIRow("37", [.n(upTo: 8)], "COUNT", needs: "00", "02 8026"),
  ]

  /// Money.
  static let amounts: [AIRow] = [
    AIRow(
      "390n", [.n(upTo: 15)], "AMOUNT", needs: "255 8020", excludes: "390n 391n 394n 8111"),
    AIRow(
      "391n", [.n(3, .currency), .n(upTo: 15)], "AMOUNT", needs: "8020", excludes: "391n"),
    AIRow(
      "392n", [.n(upTo: 15)], "PRICE", needs: "01", "30 31nn 32nn 35nn 36nn",
      excludes: "392n 393n"),
    AIRow(
      "393n", [.n(3, .currency), .n(upTo: 15)], "PRICE", needs: "30 31nn 32nn 35nn 36nn",
      excludes: "393n"),
    AIRow(
      codes: "3940"..."3943", components: [.n(4)], title: "PRCNT OFF", needs: ["255"],
      excludes: "394n 8111"),
    AIRow(
      codes: "3950"..."3955", components: [.n(6)], title: "PRICE/UoM",
      needs: ["30 31nn 32nn 35nn 36nn"], excludes: "392n 393n 395n 8005"),
  ]

  /// Weights, sizes and volumes of six digits, their fourth digit the decimals, 0 to 5.
  ///
  /// Each line is one group `31nn` or `33nn`, the third digit counting along the titles.
  static let measures: [AIRow] = [
    ("31", "01 02", tradeMetric), ("32", "01 02", tradeImperial), ("33", "00 01", grossMetric),
    ("34", "00 01", grossImperial), ("35", "", areas), ("36", "", volumes),
  ].flatMap { group, needs, titles in
    titles.enumerated().compactMap { digit, title in
      guard !title.isEmpty, let codes = AICode.range("\(group)\(digit)n") else { return nil }
      let decimals = AICode(rawValue: codes.lowerBound.rawValue + 5)
      let own =
        needs.isEmpty
        ? title.hasSuffix(", log") ? "00 01" : "01 02" : title == "KG PER m2" ? "01" : needs
      return AIRow(
        codes: codes.lowerBound...decimals, components: [.n(6)], title: title, use: .predefined,
        needs: [own], excludes: "\(group)\(digit)n")
    }
  }

  private static let tradeMetric = [
    "NET WEIGHT (kg)", "LENGTH (m)", "WIDTH (m)", "HEIGHT (m)", "AREA (m2)", "NET VOLUME (l)",
    "NET VOLUME (m3)",
  ]
  private static let tradeImperial = [
    "NET WEIGHT (lb)", "LENGTH (in)", "LENGTH (ft)", "LENGTH (yd)", "WIDTH (in)", "WIDTH (ft)",
    "WIDTH (yd)", "HEIGHT (in)", "HEIGHT (ft)", "HEIGHT (yd)",
  ]
  private static let grossMetric = [
    "GROSS WEIGHT (kg)", "LENGTH (m), log", "WIDTH (m), log", "HEIGHT (m), log", "AREA (m2), log",
    "VOLUME (l), log", "VOLUME (m3), log", "KG PER m2",
  ]
  private static let grossImperial = [
    "GROSS WEIGHT (lb)", "LENGTH (in), log", "LENGTH (ft), log", "LENGTH (yd), log",
    "WIDTH (in), log", "WIDTH (ft), log", "WIDTH (yd), log", "HEIGHT (in), log",
    "HEIGHT (ft), log", "HEIGHT (yd), log",
  ]
  private static let areas = [
    "AREA (in2)", "AREA (ft2)", "AREA (yd2)", "AREA (in2), log", "AREA (ft2), log",
    "AREA (yd2), log", "NET WEIGHT (tr oz)", "NET VOLUME (oz)",
  ]
  private static let volumes = [
    "NET VOLUME (qt (US))", "NET VOLUME (gal.)", "VOLUME (qt (US)), log",
    "VOLUME (gal (US)), log", "NET VOLUME (in3)", "NET VOLUME (ft3)", "NET VOLUME (yd3)",
    "VOLUME (in3), log", "VOLUME (ft3), log", "VOLUME (yd3), log",
  ]
}
