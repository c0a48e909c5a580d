public import Flows
public import Terminal
public import Warehouse

/// A drill: a floor, what is to be done on it, and what is wrong with it.
public struct Drill: Hashable, Sendable {
  /// How much a coach says.
  public enum Hints: String, Hashable, Codable, Sendable, CaseIterable {
    /// All of it.
    case full
    /// The first letters of its words; all of it on demand.
    case letters
    /// Nothing unless one asks.
    case asked
    /// Nothing.
    case none
  }

  /// How far a trainee is; hints fade with it.
  public typealias Level = Training

  /// Who the trainee is.
  public enum Job: String, Hashable, Codable, Sendable, CaseIterable {
    /// Picks the waves.
    case picker
    /// Packs what was picked.
    case packer
    /// Sorts at the put wall, then packs.
    case seeder
    /// Counts, puts back, replenishes.
    case house
    /// Teaches codes, sets books right, moves waves, decides held orders.
    case supervisor
    /// Puts labelled parcels into the cages of their carriers.
    case sorter
  }

  /// An order of a drill.
  public struct Order: Hashable, Codable, Sendable {
    /// Pieces by product, in the file's order.
    public var lines: [Line]
    /// Minutes after midnight when the truck leaves.
    public var cutOff: Int
    /// How urgent it is.
    public var priority: Int
    /// Who carries it; nil is the site's first carrier.
    public var carrier: String? = nil
  }

  /// A line of an order.
  public struct Line: Hashable, Codable, Sendable {
    /// The product.
    public var sku: String
    /// Pieces.
    public var quantity: Int
  }

  /// A note on the desk: what is to be done that no list asks for.
  public struct Note: Hashable, Codable, Sendable {
    /// What kind of work.
    public enum Work: String, Hashable, Codable, Sendable, CaseIterable {
      /// Count a bin.
      case count
      /// Teach the unknown code on a product.
      case teach
      /// Set the book of a bin right.
      case correct
      /// Work through the put-backs.
      case putBack
      /// Work through the replenishments.
      case replenish
      /// Let the wave of an order onto the floor, and no other.
      case release
      /// Put the wave of an order first, so that its truck is not missed.
      case save
      /// Send what there is of an order that is held.
      case send
      /// Stop an order that is held.
      case stop
      /// Let nobody take a list of the wave of an order any more.
      case pause
      /// Make a wave of its own of the list of an order.
      case split
      /// Give the list of an order to the colleague.
      case give
      /// Stop an order that is on the floor.
      case intercept
    }
    /// What kind of work.
    public var work: Work
    /// The bin, the product to teach, or the order by its number; empty where the screen names it.
    public var at: String
  }

  /// Pieces a drill puts into a bin before it begins.
  public struct Put: Hashable, Codable, Sendable {
    /// Where.
    public var bin: String
    /// What.
    public var sku: String
    /// How many.
    public var quantity: Int
    /// The lot.
    public var lot: String
    /// The date.
    public var expiry: Day?
  }

  /// The hash of the file's content: the same drill has the same id everywhere.
  public var id: String
  /// The name of the file without its ending.
  public var name: String
  /// What it is called.
  public var title: Text
  /// How far the trainee is.
  public var level: Level
  /// Who the trainee is.
  public var job: Job
  /// How the wave is picked.
  public var way: WavePolicy
  /// The glass.
  public var size: Size
  /// The language.
  public var language: Language
  /// When it begins: a day and minutes after midnight at the site.
  public var day: Day
  /// Minutes after midnight.
  public var minutes: Int
  /// What is left to chance follows from it.
  public var seed: UInt64
  /// How much a coach says; nil lets the level decide.
  public var hints: Hints?
  /// Seconds it should take; nil computes them from standard times and the shortest walk.
  public var par: Int?
  /// The folder of the site's files.
  public var site: String
  /// Slots a cart has in this drill; nil as the site says.
  public var slots: Int?
  /// Whether an empty bin is asked about.
  public var zeroCheck: Bool
  /// Whether parcels are weighed.
  public var weighs: Bool
  /// Whether barcodes of goods hold their lot and date, and a picker has to name the lot.
  public var gs1: Bool
  /// What is put into bins beforehand; replaces what the site has there.
  public var stock: [Put]
  /// The orders.
  public var orders: [Order]
  /// Notes on the desk.
  public var notes: [Note]
  /// What is wrong with the world.
  public var faults: [Fault]

  /// The number of an order, from 1.
  public static func number(of order: Int) -> Code<Warehouse.Order> {
    Code("D\(order < 10 ? "00" : order < 100 ? "0" : "")\(order)")
  }

  /// How much a coach says: it fades with the level.
  public var coaching: Hints {
    if let hints { return hints }
    switch level {
    case .firstScan, .singleOrder: return .full
    case .cartOf4, .exceptions: return .letters
    case .lots, .putWall, .packing: return .asked
    case .cartOf12, .mixed, .peak, .house, .supervisor: return .none
    }
  }
}
