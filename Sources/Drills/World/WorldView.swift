public import Flows
public import Warehouse

/// What the eye sees where the person stands.
///
/// Things, what they look like, and what their labels read. It tells no fault and nothing of the
/// books.
public struct WorldView: Hashable, Codable, Sendable {
  /// Something in view.
  public struct Thing: Hashable, Codable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Codable, Sendable {
      case badge, cart, workstation, sign, goods, freeTote, cartTote, lowerTote, dropTote, benchTote
      case toteGoods, wallSlot, parcel, label, printer, note, wall, scale
      case cage
      case aside
    }
    /// Its name in a recording, such as `pile/2`.
    public var id: String
    /// What it is.
    public var kind: Kind
    /// What it looks like.
    public var name: Text
    /// What its label reads when it is scanned; nil when it has none that can be read.
    public var code: String?
    /// Digits that can be read though the bars cannot.
    public var digits: String?
    /// Pieces, as far as one sees.
    public var count = 0
    /// The lot printed on it.
    public var lot = ""
    /// The date printed on it.
    public var expiry: Day?
    /// Whether it is broken.
    public var isDamaged = false
    /// Whether it is a sealed case.
    public var isCase = false
    /// Pieces that hang together.
    public var bundle = 1
    /// The slot of the cart or the wall.
    public var slot: Int?
    /// The bin it belongs to, for goods.
    public var bin: String?
    /// Whether there is no way to it, or nothing more fits in.
    public var isShut = false
    /// Whether something that can be moved hides what is behind.
    public var isHiding = false
    /// Grams it shows.
    public var grams: Int?
    /// Pieces it has room for yet.
    public var room: Int?

    init(_ id: String, _ kind: Kind, _ name: Text, code: String? = nil) {
      self.id = id
      self.kind = kind
      self.name = name
      self.code = code
    }
  }

  /// Where the person stands.
  public var place: Text
  /// The bin the person stands at.
  public var bin: String?
  /// The day.
  public var today: Day
  /// What is in view, the nearest first.
  public var things: [Thing]
  /// What just happened, as one hears or sees it.
  public var happened: Text?
  /// What a coach says; nil when nobody does.
  public var hint: Text?

  /// The things of a kind.
  public func all(_ kind: Thing.Kind) -> [Thing] { things.filter { $0.kind == kind } }
  /// The thing of an id.
  public func thing(_ id: String) -> Thing? { things.first { $0.id == id } }
}
