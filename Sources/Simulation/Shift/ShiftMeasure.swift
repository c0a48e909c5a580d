public import Warehouse

/// What was forecast of one wave of a simulated shift, and what came; times in seconds of the shift.
public struct ShiftMeasure: Hashable, Codable, Sendable {
  /// A forecast.
  public struct Probe: Hashable, Codable, Sendable {
    /// When it was made.
    public var at: Double
    /// When the last list would be set down.
    public var picked: Double?
    /// One finish in ten before this.
    public var early: Double
    /// The middle finish.
    public var middle: Double
    /// One finish in ten after this.
    public var late: Double
    /// Whether the wave was called late.
    public var isLate: Bool
  }

  /// The shift.
  public var seed: UInt64
  /// The wave.
  public var wave: Code<Wave>
  /// When it was released.
  public var release: Double
  /// When its truck leaves.
  public var cutOff: Double
  /// Whether it came in with a truck earlier than those before it.
  public var isUrgent: Bool
  /// When its first line was done.
  public var begin: Double?
  /// The forecast at 30 % of its lines.
  public var third: Probe?
  /// When it was done as the shift was worked from that moment on with other chances, by people
  /// whose paces were the true ones.
  public var branches: [Double] = []
  /// The forecasts of every fifth minute.
  public var probes: [Probe] = []
  /// When its last list was set down.
  public var picked: Double?
  /// When its last order was labelled.
  public var finish: Double?
  /// Seconds of what nobody could foresee 20 minutes before the cut-off.
  public var surprises = 0.0

  init(seed: UInt64, wave: Code<Wave>, release: Double, cutOff: Double, isUrgent: Bool) {
    self.seed = seed
    self.wave = wave
    self.release = release
    self.cutOff = cutOff
    self.isUrgent = isUrgent
  }

  /// Forecast minus actual at 30 % of the lines, as shares of the duration: of picking, and of what
  /// lies between the last list and the last label.
  var parts: (pick: Double, pack: Double)? {
    guard let third, let begin, let finish, let picked, let told = third.picked else { return nil }
    let duration = max(1, finish - begin)
    return (
      (told - picked) / duration, ((third.middle - told) - (finish - picked)) / duration
    )
  }
}
