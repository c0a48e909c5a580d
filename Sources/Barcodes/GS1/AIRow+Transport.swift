extension AIRow {
  /// Where something goes, comes from and belongs: orders, shipments, locations, countries.
  static let places: [AIRow] = [
    AIRow("400", [.x(upTo: 30)], "ORDER NUMBER"),
    AIRow("401", [.x(upTo: 30, .companyPrefix)], "GINC", key: ""),
    AIRow("402", [.n(17, .checkDigit, .companyPrefix)], "GSIN", key: ""),
    AIRow("403", [.x(upTo: 30)], "ROUTE", needs: "00"),
    AIRow("410", [.n(13, .checkDigit, .companyPrefix)], "SHIP TO LOC", use: .predefined),
    AIRow("411", [.n(13, .checkDigit, .companyPrefix)], "BILL TO", use: .predefined),
    AIRow("412", [.n(13, .checkDigit, .companyPrefix)], "PURCHASE FROM", use: .predefined),
    AIRow("413", [.n(13, .checkDigit, .companyPrefix)], "SHIP FOR LOC", use: .predefined),
    AIRow(
      "414", [.n(13, .checkDigit, .companyPrefix)], "LOC No.", use: .predefined, key: "254|7040"),
    AIRow(
      "415", [.n(13, .checkDigit, .companyPrefix)], "PAY TO", use: .predefined, needs: "8020",
      key: "8020"),
    AIRow("416", [.n(13, .checkDigit, .companyPrefix)], "PROD/SERV LOC", use: .predefined),
    AIRow(
      "417", [.n(13, .checkDigit, .companyPrefix)], "PARTY", use: .predefined, key: "7040"),
    AIRow("420", [.x(upTo: 20)], "SHIP TO POST", excludes: "421"),
    AIRow("421", [.n(3, .country), .x(upTo: 9)], "SHIP TO POST", excludes: "4307"),
    AIRow("422", [.n(3, .country)], "ORIGIN", needs: "01 02 8006 8026", excludes: "426"),
    AIRow("423", countryList, "COUNTRY - INITIAL PROCESS", needs: "01 02", excludes: "426"),
    AIRow("424", [.n(3, .country)], "COUNTRY - PROCESS", needs: "01 02", excludes: "426"),
    AIRow("425", countryList, "COUNTRY - DISASSEMBLY", needs: "01 02", excludes: "426"),
    AIRow("426", [.n(3, .country)], "COUNTRY - FULL PROCESS", needs: "01 02"),
    AIRow("427", [.x(upTo: 3)], "ORIGIN SUBDIVISION", needs: "01 02", "422"),
  ]

  /// The transport label: who it goes to, who it returns to, and how it is to be handled.
  static let delivery: [AIRow] =
    [
      AIRow("4300", [.x(upTo: 35, .percentEscapes)], "SHIP TO COMP", needs: "00"),
      AIRow("4301", [.x(upTo: 35, .percentEscapes)], "SHIP TO NAME", needs: "00"),
      AIRow("4302", [.x(upTo: 70, .percentEscapes)], "SHIP TO ADD1", needs: "00"),
      AIRow("4303", [.x(upTo: 70, .percentEscapes)], "SHIP TO ADD2", needs: "4302"),
      AIRow("4304", [.x(upTo: 70, .percentEscapes)], "SHIP TO SUB", needs: "00"),
      AIRow("4305", [.x(upTo: 70, .percentEscapes)], "SHIP TO LOC", needs: "00"),
      AIRow("4306", [.x(upTo: 70, .percentEscapes)], "SHIP TO REG", needs: "00"),
      AIRow("4307", [.x(2, .countryLetters)], "SHIP TO COUNTRY", needs: "00"),
      AIRow("4308", [.x(upTo: 30)], "SHIP TO PHONE", needs: "00"),
      AIRow("4309", [.n(10, .latitude), .n(10, .longitude)], "SHIP TO GEO", needs: "00"),
      AIRow("4310", [.x(upTo: 35, .percentEscapes)], "RTN TO COMP", needs: "00"),
      AIRow("4311", [.x(upTo: 35, .percentEscapes)], "RTN TO NAME", needs: "00"),
      AIRow("4312", [.x(upTo: 70, .percentEscapes)], "RTN TO ADD1", needs: "00"),
      AIRow("4313", [.x(upTo: 70, .percentEscapes)], "RTN TO ADD2", needs: "4312"),
      AIRow("4314", [.x(upTo: 70, .percentEscapes)], "RTN TO SUB", needs: "00"),
      AIRow("4315", [.x(upTo: 70, .percentEscapes)], "RTN TO LOC", needs: "00"),
      AIRow("4316", [.x(upTo: 70, .percentEscapes)], "RTN TO REG", needs: "00"),
      AIRow("4317", [.x(2, .countryLetters)], "RTN TO COUNTRY", needs: "00"),
      AIRow("4318", [.x(upTo: 20)], "RTN TO POST", needs: "00"),
      AIRow("4319", [.x(upTo: 30)], "RTN TO PHONE", needs: "00"),
      AIRow("4320", [.x(upTo: 35, .percentEscapes)], "SRV DESCRIPTION", needs: "00"),
      AIRow("4321", [.n(1, .yesNo)], "DANGEROUS GOODS", needs: "00"),
      AIRow("4322", [.n(1, .yesNo)], "AUTH TO LEAVE", needs: "00"),
      AIRow("4323", [.n(1, .yesNo)], "SIG REQUIRED", needs: "00"),
      AIRow("4324", [.n(6, .date6OrMonth), .n(4, .hourMinute)], "NOT BEF DEL DT", needs: "00"),
      AIRow("4325", [.n(6, .date6OrMonth), .n(4, .hourMinute)], "NOT AFT DEL DT", needs: "00"),
      AIRow("4326", [.n(6, .date6)], "REL DATE", needs: "00"),
      AIRow("4330", temperature, "MAX TEMP F.", needs: "00", excludes: "4331"),
      AIRow("4331", temperature, "MAX TEMP C.", needs: "00", excludes: "4330"),
      AIRow("4332", temperature, "MIN TEMP F.", needs: "00", excludes: "4333"),
      AIRow("4333", temperature, "MIN TEMP C.", needs: "00", excludes: "4332"),
    ]

  /// Six digits of hundredths, and a hyphen behind them if below zero.
  private static let temperature: [AIComponent] = [.n(6), .x(1, .hyphens).optional]

  /// One to five countries.
  private static let countryList: [AIComponent] = [
    .n(3, .country), .n(3, .country).optional, .n(3, .country).optional,
    .n(3, .country).optional, .n(3, .country).optional,
  ]
}
