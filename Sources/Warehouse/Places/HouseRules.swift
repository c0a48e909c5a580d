/// What a site asks of its people beyond the work itself, and what it grants them.
public struct HouseRules: Hashable, Codable, Sendable {
  /// Whether a picker says of a bin that should be empty now that it is.
  public var zeroCheck: Bool
  /// The breaks everybody takes.
  public var breaks: [BreakTime]

  /// Makes rules; without arguments nothing more is asked.
  public init(zeroCheck: Bool = false, breaks: [BreakTime] = []) {
    self.zeroCheck = zeroCheck
    self.breaks = breaks
  }

  private enum CodingKeys: String, CodingKey {
    case zeroCheck, breaks
  }

  /// Reads rules; those written before there were breaks have none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      zeroCheck: try container.decode(Bool.self, forKey: .zeroCheck),
      breaks: try container.decodeIfPresent([BreakTime].self, forKey: .breaks) ?? [])
  }
}
