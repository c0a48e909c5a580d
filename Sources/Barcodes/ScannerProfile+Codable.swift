extension ScannerProfile {
  private enum CodingKeys: String, CodingKey {
    case prefix, suffixes, requiresAIM, acceptsBursts, gsSubstitute, layout, minLength, maxLength
    case maxGapMilliseconds, framedGapMilliseconds
  }

  /// Reads a profile; what is not given keeps its default, and the gaps are brought into range.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read<T: Decodable>(_ key: CodingKeys, or value: T) throws -> T {
      try container.decodeIfPresent(T.self, forKey: key) ?? value
    }
    prefix = try read(.prefix, or: prefix)
    suffixes = try read(.suffixes, or: suffixes)
    requiresAIM = try read(.requiresAIM, or: requiresAIM)
    acceptsBursts = try container.decodeIfPresent(Bool.self, forKey: .acceptsBursts)
    gsSubstitute = try read(.gsSubstitute, or: gsSubstitute)
    layout = try read(.layout, or: layout)
    minLength = try read(.minLength, or: minLength)
    maxLength = try read(.maxLength, or: maxLength)
    maxGapMilliseconds = try read(.maxGapMilliseconds, or: maxGapMilliseconds)
    framedGapMilliseconds = try read(.framedGapMilliseconds, or: framedGapMilliseconds)
  }

  /// Writes every setting, the suffixes in a fixed order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(prefix, forKey: .prefix)
    try container.encode(Suffix.allCases.filter(suffixes.contains), forKey: .suffixes)
    try container.encode(requiresAIM, forKey: .requiresAIM)
    try container.encodeIfPresent(acceptsBursts, forKey: .acceptsBursts)
    try container.encode(gsSubstitute, forKey: .gsSubstitute)
    try container.encode(layout, forKey: .layout)
    try container.encode(minLength, forKey: .minLength)
    try container.encode(maxLength, forKey: .maxLength)
    try container.encode(maxGapMilliseconds, forKey: .maxGapMilliseconds)
    try container.encode(framedGapMilliseconds, forKey: .framedGapMilliseconds)
  }
}
