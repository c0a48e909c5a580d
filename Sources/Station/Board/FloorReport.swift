import Planning
public import Storage
public import Warehouse

/// What the journal of some hours says: people, waves, shorts, walks, and paths that lie.
public struct FloorReport: Sendable {
  /// A person's work.
  public struct Person: Hashable, Codable, Sendable {
    /// The badge.
    public var badge: String
    /// Pick lines closed.
    public var lines = 0
    /// Orders packed.
    public var orders = 0
    /// Pieces picked, seeded or verified.
    public var pieces = 0
    /// Shorts that were told and not taken back.
    public var shorts = 0
    /// Scans and commands that were refused for what the person did.
    public var refused = 0
    /// Minutes between the first and the last act, without silences of five minutes and more.
    public var minutes = 0
  }

  /// Shorts at a bin.
  public struct Short: Hashable, Codable, Sendable {
    /// The bin.
    public var bin: String
    /// The product.
    public var sku: String
    /// Why.
    public var reason: String
    /// How often.
    public var count = 0

    /// Whether one is told before another: the more frequent, then by bin.
    static func goesBefore(_ one: Short, _ other: Short) -> Bool {
      one.count != other.count ? one.count > other.count : one.bin < other.bin
    }
  }

  /// A list that was walked.
  public struct Walked: Hashable, Codable, Sendable {
    /// The list.
    public var list: String
    /// Its wave.
    public var wave: String
    /// Who walked it.
    public var badge: String
    /// Metres of the walk as it was adopted last.
    public var metres: Int
    /// Metres no walk through the same stops is shorter than.
    public var shortest: Int
    /// Metres in bin-code order.
    public var byCode: Int
  }

  /// A bin whose picks take time nobody can explain.
  public struct Slow: Hashable, Codable, Sendable {
    /// The bin.
    public var bin: String
    /// How often it was picked from.
    public var picks = 0
    /// By how many people.
    public var people = 0
    /// Seconds a pick took longer than its person's pace says, on the mean.
    public var seconds = 0
    /// Lines of the journal that say so, the worst first.
    public var evidence: [Int] = []
  }

  /// An aisle in which people leave the walk.
  public struct Stray: Hashable, Codable, Sendable {
    /// The aisle's number, from 0.
    public var aisle: Int
    /// Picks in it.
    public var picks = 0
    /// Of these, how many came before one that was to come earlier.
    public var strays = 0
    /// Lines of the journal that say so.
    public var evidence: [Int] = []
  }

  /// A wave's work.
  public struct WaveWork: Hashable, Codable, Sendable {
    /// The wave.
    public var wave: String
    /// Its carrier.
    public var carrier: String
    /// When the truck leaves.
    public var cutOff: Timestamp
    /// How far it is.
    public var state: String
    /// Orders in it.
    public var orders = 0
    /// Orders packed.
    public var packed = 0
    /// Pick lines in it.
    public var lines = 0
    /// Pick lines picked or decided.
    public var picked = 0
    /// Pick lines that came out short.
    public var shorts = 0
    /// Pick lists in it.
    public var lists = 0
    /// Who picked it.
    public var people: [String] = []
    /// Metres of the walks of its finished lists, as they were adopted last.
    public var metres = 0
    /// Metres no walks through the same stops are shorter than.
    public var shortest = 0
    /// Metres in bin-code order.
    public var byCode = 0
    /// When the first and the last act on its lists was; nil before there was one.
    public var began: Timestamp?
    /// The last act on its lists.
    public var ended: Timestamp?
    /// Pick lines closed an hour from the first to the last act.
    public var linesPerHour = 0
    /// The time from the first to the last pick in stretches of a quarter of an hour; lines only.
    public var stretches: [Stretch] = []
    /// Its shorts, the most frequent first.
    public var places: [Short] = []
  }

  /// What was done in a stretch of time.
  public struct Stretch: Hashable, Codable, Sendable {
    /// When it begins.
    public var at: Timestamp
    /// Pick lines closed.
    public var lines = 0
    /// Orders packed.
    public var orders = 0
  }

  /// A product in whose place others were scanned.
  public struct Misscanned: Hashable, Codable, Sendable {
    /// The product that was wanted.
    public var sku: String
    /// How often it was picked or verified.
    public var picks = 0
    /// How often another one was scanned first.
    public var misscans = 0
    /// By how many people.
    public var people = 0
    /// What was scanned in its place, the most frequent first.
    public var instead: [String] = []
    /// Lines of the journal with the wrong scans.
    public var evidence: [Int] = []
  }

  /// Everybody who did something, by badge.
  public var people: [Person] = []
  /// Shorts, the most frequent first.
  public var shorts: [Short] = []
  /// Lists that are done, by code.
  public var walks: [Walked] = []
  /// Bins with three picks or more, the slowest first.
  public var slow: [Slow] = []
  /// Aisles somebody strayed in, the worst first.
  public var strays: [Stray] = []
  /// Waves somebody worked on, by cut-off.
  public var waves: [WaveWork] = []
  /// The time from the first to the last act in stretches of a quarter of an hour.
  public var stretches: [Stretch] = []
  /// Products mis-scanned, the worst first.
  public var misscans: [Misscanned] = []

  /// Reads the journal of some time.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - from: acts before it are not told of.
  ///   - progress: told how many lines of the journal were read, and how many there are.
  public init(
    _ store: any Store, from: Timestamp, progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    var reading = JournalReading()
    var gathering = ReportGathering(
      site: try store.read { try $0.site() }, from: from)
    let head = try store.head()
    var last = 0
    while last < head {
      let entries = try store.entries(after: last, limit: FloorWatch.span)
      try store.read { facts in
        for entry in entries {
          try gathering.scans.take(entry, from, facts)
          guard let told = reading.read(entry) else { continue }
          try gathering.take(entry, told, facts)
        }
      }
      last += FloorWatch.span
      progress(min(last, head), head)
    }
    people = gathering.people
    shorts = gathering.shorts.values.sorted(by: Short.goesBefore)
    slow = gathering.slowBins
    let strayed = gathering.strays.values.filter { $0.strays > 0 }
    strays = strayed.sorted { one, other in
      one.strays != other.strays ? one.strays > other.strays : one.aisle < other.aisle
    }
    stretches = gathering.stretches
    misscans = gathering.scans.misscans
    waves = try store.read { try gathering.waves($0) }
    let finished = gathering.finished
    walks = try store.read { facts in
      var walks: [Walked] = []
      for wave in try facts.waveProgress() {
        for list in try facts.lists(of: wave.wave.code) where finished.contains(list.code) {
          walks.append(
            Walked(
              list: list.code.rawValue, wave: list.wave.rawValue,
              badge: list.badge?.rawValue ?? "", metres: list.walk.length / 1000,
              shortest: list.walk.bound / 1000, byCode: list.walk.byCode / 1000))
        }
      }
      return walks
    }
  }
}
