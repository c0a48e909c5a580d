import Flows
import Warehouse

/// What is really there, whatever the books say: goods, labels, totes, paper.
///
/// Nothing here is known to the store. It changes by what people do with their hands, and by
/// faults.
struct PhysicalWorld: Hashable, Sendable {
  /// What one reads on a piece of goods.
  enum Label: Hashable, Sendable {
    /// Its own barcode.
    case own
    /// Bars that cannot be read, with the digits still legible.
    case torn
    /// Its own barcode without the lot and date that belong into it.
    case bare
    /// Another barcode.
    case other(String)
    /// The barcode of a sealed case.
    case sealedCase(String)
  }

  /// Goods that look and read alike.
  struct Goods: Hashable, Sendable {
    var sku: String
    var lot = ""
    var expiry: Day?
    var isDamaged = false
    var label = Label.own
    /// Pieces that hang together.
    var bundle = 1
    /// Whether a fault put it where it is: what it makes people scan is not their fault.
    var isTrap = false

    /// Whether the pieces are the same in a parcel, whatever their label looks like.
    func isSame(as other: Goods) -> Bool {
      sku == other.sku && lot == other.lot && expiry == other.expiry
        && isDamaged == other.isDamaged
    }
  }

  /// Pieces of the same goods, one behind the other.
  struct Pile: Hashable, Sendable {
    var goods: Goods
    var count: Int
  }

  /// A bin as it stands there.
  struct Shelf: Hashable, Sendable {
    var piles: [Pile] = []
    /// What its label reads; nil when it is gone.
    var sign: String?
    var isBlocked = false
    /// Whether an empty carton stands before the goods.
    var isHidden = false
    /// What the beam reads the first time in place of the label.
    var beam: String?
    /// A bin beside it whose goods come to hand first.
    var reach: String?
  }

  /// A tote as it stands there.
  struct Body: Hashable, Sendable {
    var code: String
    var hasLabel = true
    var piles: [Pile] = []
    /// Pieces it has room for.
    var room = 1_000_000
    var isTrap = false

    var count: Int { piles.reduce(0) { $0 + $1.count } }
  }

  /// A parcel with the labels stuck on it.
  struct Parcel: Hashable, Sendable {
    var code: String
    var piles: [Pile] = []
    var isClosed = false
    /// The parcel whose label is stuck on it.
    var label: String?
  }

  /// Where the person is.
  enum Place: Hashable, Sendable {
    case start
    case bin(String)
    case drop
    case bench
  }

  var shelves: [String: Shelf] = [:]
  /// Every tote body by its own code.
  var bodies: [String: Body] = [:]
  /// Empty totes, the first to hand first.
  var stack: [String] = []
  /// Totes on the cart by slot.
  var cart: [Int: String] = [:]
  /// Totes on the cart's lower shelf: full ones, and those somebody moved away.
  var lower: [String] = []
  /// Totes at the drop, oldest first.
  var drop: [String] = []
  /// The tote on the bench.
  var bench: String?
  /// Totes on the put wall by slot.
  var wall: [Int: String] = [:]
  /// Wall slots without a readable label.
  var bareSlots: Set<Int> = []
  var parcels: [Parcel] = []
  /// Labels that lie on the printer, by the parcel they are for.
  var labels: [String] = []
  var hasPaper = true
  var isHeadOpen = false
  /// Parcels in each cage, by its own code.
  var cages: [String: [String]] = [:]
  /// What the label of a cage reads where it is not its own code.
  var cageSigns: [String: String] = [:]
  /// Parcels whose waybill cannot be scanned.
  var tornParcels: Set<String> = []
  var asideParcels: Set<String> = []
  /// The cage whose label was scanned last: what is in the hand goes into it.
  var atCage: String?
  /// Grams the scale shows with nothing on it.
  var drift = 0
  /// What happens to the next label.
  var mishap: Mishap?
  /// What was put aside.
  var aside: [Pile] = []
  var asideTotes: [String] = []
  /// Labels that were torn up.
  var torn = 0
  var place = Place.start
  /// What the hand holds: which goods, and where from.
  var hand: Hand?
  /// Something that just happened and can be seen.
  var happened: Text?

  /// What may happen to a label.
  enum Mishap: Hashable, Sendable {
    /// It comes out twice.
    case twice
    /// The printer forgets it, and cannot say so.
    case lost
    /// It comes out, and the printer cannot say so.
    case doubted
  }

  /// The printer is given a label.
  ///
  /// - Returns: what is known of it then, and how many come out.
  mutating func print() -> (result: PrintResult, copies: Int) {
    guard hasPaper else { return (.notPrinted(.paperOut, "out of paper"), 0) }
    guard !isHeadOpen else { return (.notPrinted(.headOpen, "head open"), 0) }
    defer { mishap = nil }
    return switch mishap {
    case nil: (.printed, 1)
    case .twice: (.printed, 2)
    case .lost: (.unproven(.brokenOff, "power lost"), 0)
    case .doubted: (.unproven(.slow, "no answer"), 1)
    }
  }

  /// What the hand holds.
  struct Hand: Hashable, Sendable {
    /// Where from.
    enum From: Hashable, Sendable {
      case bin(String)
      case tote(String)
    }
    var from: From
    var goods: Goods
    /// Whether its label was scanned.
    var isScanned: Bool
  }

  /// Takes pieces out of piles: first of the same goods, then what comes next of the product.
  static func take(_ count: Int, _ goods: Goods, from piles: inout [Pile]) -> [Pile] {
    var left = count
    var taken: [Pile] = []
    func sweep(_ fits: (Goods) -> Bool) {
      for index in piles.indices where left > 0 && fits(piles[index].goods) {
        let bundle = piles[index].goods.bundle
        let pieces = min(left * bundle, piles[index].count)
        guard pieces > 0 else { continue }
        taken.append(Pile(goods: piles[index].goods, count: pieces))
        piles[index].count -= pieces
        left -= max(1, pieces / bundle)
      }
    }
    sweep { $0 == goods }
    sweep { $0.isSame(as: goods) }
    sweep { $0.sku == goods.sku }
    piles.removeAll { $0.count == 0 }
    return taken
  }

  static func put(_ pieces: [Pile], onto piles: inout [Pile]) {
    for pile in pieces {
      if let index = piles.firstIndex(where: { $0.goods == pile.goods }) {
        piles[index].count += pile.count
      } else {
        piles.append(pile)
      }
    }
  }

  /// Puts pieces into a tote; what it has no room for falls aside.
  mutating func put(_ pieces: [Pile], into code: String) {
    guard var body = bodies[code] else {
      Self.put(pieces, onto: &aside)
      return
    }
    for var pile in pieces {
      let fits = max(0, min(pile.count, body.room - body.count))
      if fits < pile.count {
        Self.put([Pile(goods: pile.goods, count: pile.count - fits)], onto: &aside)
        pile.count = fits
      }
      if pile.count > 0 { Self.put([pile], onto: &body.piles) }
    }
    bodies[code] = body
  }
}
