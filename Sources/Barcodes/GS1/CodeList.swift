/// The code lists of the component checks.
enum CodeList {
  /// Three-digit codes as bits.
  struct Numbers: Sendable {
    private var words: [UInt64]

    init(_ text: String) {
      words = [UInt64](repeating: 0, count: 16)
      for code in text.split(whereSeparator: \.isWhitespace).compactMap({ Int($0) }) {
        words[code >> 6] |= 1 << UInt64(code & 63)
      }
    }

    /// Whether the code is listed.
    func contains(_ code: Int) -> Bool {
      (0..<1_000).contains(code) && words[code >> 6] >> UInt64(code & 63) & 1 != 0
    }
  }

  /// Whether two letters are a country (ISO 3166-1 alpha-2).
  static func isCountry(_ first: UInt8, _ second: UInt8) -> Bool {
    guard (0x41...0x5A).contains(first), (0x41...0x5A).contains(second) else { return false }
    return countryLetters[Int(first - 0x41)] >> UInt32(second - 0x41) & 1 != 0
  }

  /// ISO 3166-1 numeric.
  static let countries = Numbers(
    """
    004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070 072
    074 076 084 086 090 092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 156 158 162
    166 170 174 175 178 180 184 188 191 192 196 203 204 208 212 214 218 222 226 231 232 233 234
    238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292 296 300 304 308 312 316
    320 324 328 332 334 336 340 344 348 352 356 360 364 368 372 376 380 384 388 392 398 400 404
    408 410 414 417 418 422 426 428 430 434 438 440 442 446 450 454 458 462 466 470 474 478 480
    484 492 496 498 499 500 504 508 512 516 520 524 528 531 533 534 535 540 548 554 558 562 566
    570 574 578 580 581 583 584 585 586 591 598 600 604 608 612 616 620 624 626 630 634 638 642
    643 646 652 654 659 660 662 663 666 670 674 678 682 686 688 690 694 702 703 704 705 706 710
    716 724 728 729 732 740 744 748 752 756 760 762 764 768 772 776 780 784 788 792 795 796 798
    800 804 807 818 826 831 832 833 834 840 850 854 858 860 862 876 882 887 894
    """)

  /// ISO 4217 numeric, as in force at the start of 2026.
  static let currencies = Numbers(
    """
    008 012 032 036 044 048 050 051 052 060 064 068 072 084 090 096 104 108 116 124 132 136 144
    152 156 170 174 188 192 203 208 214 222 230 232 238 242 262 270 292 320 324 328 332 340 344
    348 352 356 360 364 368 376 388 392 396 398 400 404 408 410 414 417 418 422 426 430 434 446
    454 458 462 480 484 496 498 504 512 516 524 532 533 548 554 558 566 578 586 590 598 600 604
    608 634 643 646 654 682 690 702 704 706 710 728 748 752 756 760 764 776 780 784 788 800 807
    818 826 834 840 858 860 882 886 901 924 925 926 927 928 929 930 933 934 936 938 940 941 943
    944 946 947 948 949 950 951 952 953 955 956 957 958 959 960 961 962 963 964 965 967 968 969
    970 971 972 973 975 976 977 978 979 980 981 984 985 986 990 994 997 999
    """)

  /// Package types in their bytes, the last in the lowest (UN/ECE Recommendation 21 and GS1's own).
  static let packageTypes: Set<UInt32> = {
    var types: Set<UInt32> = []
    for group in pairs.split(whereSeparator: \.isWhitespace) {
      guard let first = group.utf8.first else { continue }
      for second in group.utf8.dropFirst() { types.insert(UInt32(first) << 8 | UInt32(second)) }
    }
    for type in longer.split(whereSeparator: \.isWhitespace) {
      types.insert(type.utf8.reduce(0) { $0 << 8 | UInt32($1) })
    }
    return types
  }()

  /// The second letters of the countries by their first letter, as bits.
  private static let countryLetters: [UInt32] = {
    var letters = [UInt32](repeating: 0, count: 26)
    for group in countryGroups.split(whereSeparator: \.isWhitespace) {
      guard let first = group.utf8.first else { continue }
      for second in group.utf8.dropFirst() {
        letters[Int(first - 0x41)] |= 1 << UInt32(second - 0x41)
      }
    }
    return letters
  }()

  /// A first letter, then every second letter.
  private static let countryGroups =
    """
    ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR
    GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY
    MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ
    TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS YET ZAMW
    """

  /// Package types of two characters: the first, then every second one.
  private static let pairs =
    """
    1ABDFGW 2C 3AH 434ABCDFGH 5HLM 6HP 7AB 8ABC AABCDFGHIJLMPTV B4BCDEFGHIJKLMNOPQRSTUVWXYZ
    CABCDEFGHIJKLMNOPQRSTUVWXYZ DABCGHIJKLMNPRSTUVWXY E123CDEFGHIN FBCDEILOPRTWX GBILRUYZ
    HABCGNR IABCDEFGHKLNZ JBCGRTY KGI LEGTUVZ MABCERSTWX NAEFGSTUV OABCDEFKTU
    P2ABCDEFGHIJKLNOPRTUVXYZ QABCDFGHJKLMNPQRS RDGJKLOTZ S1ABCDEHIKLMOPSTUVWXYZ
    T1BCDEGIKLNORSTUVWYZ UCN VAGIKLNOPQRSY WABCDFGHJKLMNPQRSTUVWXYZ X3ABCDFGHJK
    YABCDFGHJKLMNPQRSTVWXYZ ZABCDFGHJKLMNPQRSTUVWXYZ
    """

  /// Package types of one and of three characters.
  private static let longer =
    """
    200 201 202 203 204 205 206 210 211 212 8 9 APE BGE BME BRI CBL CCE DPE FOB FPE LAB MPE OPE
    PAE PLP POP PPE PUE RB1 RB2 RB3 RCB SEC STL TEV THE TRE TTE TWE UUE WRP X11 X12 X15 X16 X17
    X18 X19 X20
    """
}
