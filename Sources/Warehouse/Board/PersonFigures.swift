/// Somebody at work, as the board shows them: codes only, no name.
public struct PersonFigures: Hashable, Codable, Sendable {
  /// The badge.
  public var badge: Code<Operator>
  /// The handheld.
  public var device: Code<Device>
  /// The list in hand.
  public var list: Code<PickList>?
  /// The order on the bench.
  public var order: Code<Order>?
  /// The bin the person was at last.
  public var bin: Code<Bin>?
  /// The bench the person is at.
  public var bench: Code<Workstation>?
  /// Pick lines done since signing in.
  public var lines: Int
  /// Orders packed since signing in.
  public var orders: Int
  /// Lines, or packed orders for one who packs, an hour at work.
  public var perHour: Int
  /// Acts of a thousand that were not refused; what a bin got wrong is not counted.
  public var accuracy: Int
  /// Shorts that were the bin's fault.
  public var shorts: Int
  /// Minutes without an act, in silences of five minutes and more.
  public var idle: Int
  /// Minutes since the last act.
  public var silent: Int
  /// Words from a supervisor the person has not read yet; nil where there are none.
  public var unread: Int?

  /// Makes somebody's figures.
  public init(
    badge: Code<Operator>, device: Code<Device>, list: Code<PickList>?, order: Code<Order>?,
    bin: Code<Bin>?, bench: Code<Workstation>? = nil, lines: Int, orders: Int, perHour: Int,
    accuracy: Int, shorts: Int, idle: Int, silent: Int, unread: Int? = nil
  ) {
    self.badge = badge
    self.device = device
    self.list = list
    self.order = order
    self.bin = bin
    self.bench = bench
    self.lines = lines
    self.orders = orders
    self.perHour = perHour
    self.accuracy = accuracy
    self.shorts = shorts
    self.idle = idle
    self.silent = silent
    self.unread = unread
  }
}
