public import Flows
public import Warehouse

extension Handheld {
  /// What belongs to the handheld and not to the store.
  public struct Setting: Sendable {
    /// The handheld's own code.
    public var device: Code<Device>
    /// The time.
    public var now: @Sendable () -> Timestamp
    /// Makes a text that was never made before, for the ids of a new conversation's commands.
    public var seed: @Sendable () -> String
    /// Lines shown under the sign-in prompt.
    public var hints: [Text]
    /// Within how many milliseconds the same scan once more is a bounce of the trigger; 0 takes
    /// every scan.
    public var repeatWindow: Int64
    /// Who knows what the benches' scales show.
    public var scales: any ScaleSource

    /// Makes a setting.
    public init(
      device: Code<Device>, now: @escaping @Sendable () -> Timestamp,
      seed: @escaping @Sendable () -> String, hints: [Text] = [], repeatWindow: Int64 = 0,
      scales: any ScaleSource = NoScales()
    ) {
      self.scales = scales
      self.device = device
      self.now = now
      self.seed = seed
      self.hints = hints
      self.repeatWindow = repeatWindow
    }
  }

  /// What taking inputs made audible, and whether scans that already wait must be dropped.
  public struct Echo: Sendable {
    /// The tones, in order.
    public var sounds: [Sound] = []
    /// Whether a refusal dropped what waited behind it.
    public var dropped = false
    /// Whether a label may have been queued.
    public var committed = false
  }
}
