import Synchronization
import Warehouse

/// What was packed last of the parts of a conversation that stay as they are from scan to scan:
/// the goods, the bins and the site of a list in hand.
///
/// With 20 barcodes a product these are most of it. That an array is the one of before is told by
/// its storage, so that asking costs nothing.
enum PackedMemo {
  private struct Kept {
    var goods: (value: [Product], packed: PackedValue)?
    var bins: (value: [Bin], packed: PackedValue)?
    var site: (value: Site, packed: PackedValue)?
  }

  private static let kept = Mutex(Kept())

  static func packed(_ goods: [Product]) throws -> PackedValue {
    if let last = kept.withLock(\.goods), last.value == goods { return last.packed }
    let packed = try PackedEncoder.packedAnew(goods)
    kept.withLock { $0.goods = (goods, packed) }
    return packed
  }

  static func packed(_ bins: [Bin]) throws -> PackedValue {
    if let last = kept.withLock(\.bins), last.value == bins { return last.packed }
    let packed = try PackedEncoder.packedAnew(bins)
    kept.withLock { $0.bins = (bins, packed) }
    return packed
  }

  static func packed(_ site: Site) throws -> PackedValue {
    if let last = kept.withLock(\.site), last.value == site { return last.packed }
    let packed = try PackedEncoder.packedAnew(site)
    kept.withLock { $0.site = (site, packed) }
    return packed
  }
}
