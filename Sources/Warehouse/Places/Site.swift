/// A warehouse: its layout and the house rules that come with the building.
public struct Site: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Site>
  /// Its name.
  public var name: Name
  /// The aisles and cross-aisles.
  public var layout: FloorLayout
  /// Where a walk starts.
  public var start: FloorPoint
  /// Where a walk ends: the drop of picked totes.
  public var drop: FloorPoint
  /// How many totes a cart carries.
  public var slotsPerCart: Int
  /// Walking speed with a cart, millimetres a second.
  public var walkingSpeed: Int
  /// Minutes east of Greenwich of the wall clock.
  public var utcOffset: Int
  /// In which order goods have to be picked.
  public var walkRules: WalkRules
  /// What is asked of people beyond the work itself.
  public var houseRules: HouseRules
  /// Who sends what is sent from here; nil where no carrier asks.
  public var sender: Sender?

  /// Makes a site.
  public init(
    code: Code<Site>, name: Name, layout: FloorLayout, start: FloorPoint, drop: FloorPoint,
    slotsPerCart: Int, walkingSpeed: Int = 790, utcOffset: Int = 480,
    walkRules: WalkRules = WalkRules(), houseRules: HouseRules = HouseRules(),
    sender: Sender? = nil
  ) {
    self.code = code
    self.name = name
    self.layout = layout
    self.start = start
    self.drop = drop
    self.slotsPerCart = slotsPerCart
    self.walkingSpeed = walkingSpeed
    self.utcOffset = utcOffset
    self.walkRules = walkRules
    self.houseRules = houseRules
    self.sender = sender
  }
}

/// A part of the site that is worked alike.
public struct Zone: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Zone>
  /// Its name.
  public var name: Name
  /// How pieces are counted by scans there; nil as usual: one scan, the quantity keyed.
  public var scanning: Scanning?
  /// Whether emptied bins are asked about there; nil as the site does.
  public var zeroCheck: Bool?

  /// Makes a zone.
  public init(
    code: Code<Zone>, name: Name, scanning: Scanning? = nil, zeroCheck: Bool? = nil
  ) {
    self.code = code
    self.name = name
    self.scanning = scanning
    self.zeroCheck = zeroCheck
  }
}
