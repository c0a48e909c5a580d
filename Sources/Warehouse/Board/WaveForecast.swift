/// When a wave will be labelled, as the work that is left says.
public struct WaveForecast: Hashable, Codable, Sendable {
  /// How the finish stands to the cut-off, told in words.
  public enum Risk: String, Hashable, Codable, Sendable, CaseIterable {
    /// In time with room to spare.
    case safe
    /// It may come out either way.
    case tight
    /// It is likely to miss the cut-off unless something is done.
    case late
    /// The cut-off is over and work is left.
    case missed
    /// Nobody is at work who could finish it.
    case unstaffed
  }

  /// The wave.
  public var wave: Code<Wave>
  /// When its last list is set down, in the middle; nil where nothing is left to pick.
  public var picked: Timestamp?
  /// One finish in ten comes before this.
  public var early: Timestamp
  /// As many finishes come before this as after it.
  public var middle: Timestamp
  /// One finish in ten comes after this.
  public var late: Timestamp
  /// How many finishes of a hundred come after the cut-off.
  public var lateChance: Int
  /// Minutes between the middle finish and the cut-off; negative when it comes after.
  public var slack: Int
  /// How the finish stands to the cut-off.
  public var risk: Risk

  /// Makes a forecast.
  public init(
    wave: Code<Wave>, picked: Timestamp? = nil, early: Timestamp, middle: Timestamp,
    late: Timestamp, lateChance: Int, slack: Int, risk: Risk
  ) {
    self.wave = wave
    self.picked = picked
    self.early = early
    self.middle = middle
    self.late = late
    self.lateChance = lateChance
    self.slack = slack
    self.risk = risk
  }
}

/// What a board shows of a wave beyond its records.
public struct WaveFigures: Hashable, Codable, Sendable {
  /// The wave.
  public var wave: Code<Wave>
  /// Pick lines in it, without those given back.
  public var lines: Int
  /// Pick lines picked or decided.
  public var picked: Int
  /// Orders in it that are not stopped.
  public var orders: Int
  /// Orders packed.
  public var packed: Int
  /// Orders whose label came out of the printer.
  public var labelled: Int
  /// Pick lines an hour over the last minutes.
  public var rate: Int
  /// Orders packed an hour over the last minutes.
  public var packRate: Int
  /// Who worked on it during the last minutes.
  public var people: [Code<Operator>]
  /// Metres still to be walked.
  public var metres: Int
  /// When it will be done; nil for a wave that is not on the floor, or is done.
  public var forecast: WaveForecast?

  /// Makes a wave's figures.
  public init(
    wave: Code<Wave>, lines: Int, picked: Int, orders: Int, packed: Int, labelled: Int, rate: Int,
    packRate: Int, people: [Code<Operator>], metres: Int, forecast: WaveForecast?
  ) {
    self.wave = wave
    self.lines = lines
    self.picked = picked
    self.orders = orders
    self.packed = packed
    self.labelled = labelled
    self.rate = rate
    self.packRate = packRate
    self.people = people
    self.metres = metres
    self.forecast = forecast
  }
}
