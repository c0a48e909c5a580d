/// What a site asks of its people beyond the work itself, and what it grants them.
public struct HouseRules: Hashable, Codable, Sendable {
  /// Whether a picker says of a bin that should be empty now that it is.
  public var zeroCheck: Bool
  /// Minutes without a key or a scan after which a handheld locks; nil is never.
  public var idleLock: Int?
  /// Wrong PINs after which a badge is locked; nil is 5.
  public var pinAttempts: Int?
  /// Minutes a badge stays locked; nil is 5.
  public var pinPause: Int?
  /// Who names the lot of a picked piece.
  public var lots: LotRule
  /// Which other lot of a bin a picker may take.
  public var otherLot: OtherLot
  /// Where serial numbers are captured.
  public var serials: SerialRule
  /// The breaks everybody takes.
  public var breaks: [BreakTime]
  /// Which levels of the drills open which jobs of the menu; jobs not named are open.
  public var trainings: [TrainingRule]

  /// Makes rules; without arguments nothing more is asked.
  public init(
    zeroCheck: Bool = false, lots: LotRule = .book, otherLot: OtherLot = .sooner,
    serials: SerialRule = .off, idleLock: Int? = nil, pinAttempts: Int? = nil, pinPause: Int? = nil,
    breaks: [BreakTime] = [], trainings: [TrainingRule] = []
  ) {
    self.trainings = trainings
    self.idleLock = idleLock
    self.pinAttempts = pinAttempts
    self.pinPause = pinPause
    self.zeroCheck = zeroCheck
    self.lots = lots
    self.otherLot = otherLot
    self.serials = serials
    self.breaks = breaks
  }

  /// Reads rules; those that were written before there was one ask nothing by it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      zeroCheck: try container.decodeIfPresent(Bool.self, forKey: .zeroCheck) ?? false,
      lots: try container.decodeIfPresent(LotRule.self, forKey: .lots) ?? .book,
      otherLot: try container.decodeIfPresent(OtherLot.self, forKey: .otherLot) ?? .sooner,
      serials: try container.decodeIfPresent(SerialRule.self, forKey: .serials) ?? .off,
      idleLock: try container.decodeIfPresent(Int.self, forKey: .idleLock),
      pinAttempts: try container.decodeIfPresent(Int.self, forKey: .pinAttempts),
      pinPause: try container.decodeIfPresent(Int.self, forKey: .pinPause),
      breaks: try container.decodeIfPresent([BreakTime].self, forKey: .breaks) ?? [],
      trainings: try container.decodeIfPresent([TrainingRule].self, forKey: .trainings) ?? [])
  }
}
