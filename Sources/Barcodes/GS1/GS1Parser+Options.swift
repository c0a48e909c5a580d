extension GS1Parser {
  /// What may be allowed beyond the standard.
  public struct Permissions: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8

    /// Makes the set of those bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Identifiers that are in no table, with one to 90 characters.
    public static let unknownAIs = Permissions(rawValue: 1)
    /// Names such as `gtin` and `lot` in the path of a Digital Link, as its first editions had.
    public static let linkNames = Permissions(rawValue: 2)
    /// GTINs of 8, 12 and 13 digits in a Digital Link.
    public static let shortGTINs = Permissions(rawValue: 4)
    /// Identifiers that are in no table, permitted at all, also in the query of a Digital Link.
    public static let unknownAttributes = Permissions(rawValue: 8)
  }

  /// Rules between the elements of one message.
  public struct Rules: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8

    /// Makes the set of those bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// An identifier that occurs again has the same value.
    public static let repeats = Rules(rawValue: 1)
    /// Elements that exclude each other are not together.
    public static let exclusions = Rules(rawValue: 2)
    /// Elements that others need are there.
    public static let needs = Rules(rawValue: 4)
    /// A digital signature signs a key with a serial part.
    public static let signature = Rules(rawValue: 8)
    /// All of them.
    public static let all: Rules = [.repeats, .exclusions, .needs, .signature]
    /// Those that hold for one symbol of several on a label.
    public static let partial: Rules = [.repeats, .exclusions]
  }
}

extension GS1Parser.Permissions {
  /// The permissions as a command line names them.
  public static let names: [(name: String, permission: GS1Parser.Permissions)] = [
    ("unknown", .unknownAIs), ("names", .linkNames), ("short-gtin", .shortGTINs),
    ("unknown-attributes", .unknownAttributes),
  ]

  /// Reads names separated by commas; nil if one of them is none.
  public init?(names: String) {
    self = []
    for name in names.split(separator: ",") {
      guard let found = Self.names.first(where: { $0.name == name }) else { return nil }
      insert(found.permission)
    }
  }
}

extension GS1Parser.Rules {
  /// The rules as a command line names them.
  public static let names: [(name: String, rule: GS1Parser.Rules)] = [
    ("repeats", .repeats), ("exclusions", .exclusions), ("needs", .needs),
    ("signature", .signature), ("all", .all), ("partial", .partial), ("none", []),
  ]

  /// Reads names separated by commas; nil if one of them is none.
  public init?(names: String) {
    self = []
    for name in names.split(separator: ",") {
      guard let found = Self.names.first(where: { $0.name == name }) else { return nil }
      formUnion(found.rule)
    }
  }
}
