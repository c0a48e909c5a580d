/// Something that happened, as the journal tells it: who, when, what.
public struct Deed: Hashable, Codable, Sendable {
  /// What happened.
  public enum Act: Hashable, Codable, Sendable {
    /// A command came to an outcome.
    case command(Command, Outcome)
    /// A code was scanned and led to nothing else.
    case scanned(String)
    /// A handheld was watched.
    case shadowed
    /// A line this version cannot read, by its kind.
    case other(String)
  }

  /// The line of the journal.
  public var number: Int
  /// When.
  public var at: Timestamp
  /// Who; empty for programs.
  public var badge: String
  /// On which handheld; empty for programs.
  public var device: String
  /// What.
  public var act: Act

  /// Makes a deed.
  public init(number: Int, at: Timestamp, badge: String, device: String, act: Act) {
    self.number = number
    self.at = at
    self.badge = badge
    self.device = device
    self.act = act
  }
}

/// What happened to a thing, newest first, one page of it.
public struct Timeline: Hashable, Codable, Sendable {
  /// What was asked for.
  public var asked: String
  /// What it is; nil when the house does not know it now.
  public var meaning: Meaning?
  /// How many deeds there are in all.
  public var count: Int
  /// How many are newer than the first one here.
  public var newer: Int
  /// One page.
  public var deeds: [Deed]
  /// Lines of the journal up to this number are from before there was an index.
  public var unindexed: Int
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
}

/// The floor seen from above: who is where, and what happens there.
public struct FloorView: Hashable, Codable, Sendable {
  /// A person at work on a list.
  public struct Person: Hashable, Codable, Sendable {
    /// The badge.
    public var badge: Code<Operator>
    /// The list in hand.
    public var list: Code<PickList>
    /// The last bin worked at; nil at the start of the walk.
    public var bin: Code<Bin>?
    /// Where that is.
    public var at: FloorPoint
  }

  /// A bin at which work waits that an exception left behind.
  public struct Trouble: Hashable, Codable, Sendable {
    /// The bin.
    public var bin: Code<Bin>
    /// Where it is.
    public var at: FloorPoint
    /// What is to be done.
    public var kind: Chore.Kind
  }

  /// The site.
  public var site: Site
  /// Who is at work, by badge.
  public var people: [Person]
  /// Where something is wrong, by bin.
  public var troubles: [Trouble]
  /// What was done place by place; empty unless it was asked for.
  public var work: [PlaceWork]
}

/// What was done at one place of an aisle.
public struct PlaceWork: Hashable, Codable, Sendable {
  /// The aisle, from 0.
  public var aisle: Int
  /// Millimetres along it.
  public var y: Int
  /// Lines picked there.
  public var picks: Int
  /// Lines that came out short there.
  public var shorts: Int

  /// Makes a place's figures.
  public init(aisle: Int, y: Int, picks: Int, shorts: Int) {
    self.aisle = aisle
    self.y = y
    self.picks = picks
    self.shorts = shorts
  }
}

/// A handheld as a shadow sees it.
public struct ShadowView: Hashable, Codable, Sendable {
  /// The handheld.
  public var device: Code<Device>
  /// Its conversation as JSON; only the flows read it.
  public var state: String

  /// Makes a view.
  public init(device: Code<Device>, state: String) {
    self.device = device
    self.state = state
  }
}
