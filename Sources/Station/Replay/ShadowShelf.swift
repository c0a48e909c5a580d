import Storage
import Synchronization
import Warehouse

/// The shadow a handheld's own conversation looks at, kept from one question to the next.
final class ShadowShelf: Sendable {
  private let feed = Mutex<ShadowFeed?>(nil)

  /// What a handheld shows; nil when nobody works on it.
  func view(
    of device: Code<Device>, in store: any Store, now: @escaping @Sendable () -> Timestamp
  ) throws -> ShadowView? {
    guard try ShadowFeed.device(of: device.rawValue, in: store) != nil else { return nil }
    var known = feed.withLock { $0 }
    if known?.replica.device != device {
      known = try ShadowFeed(device, in: store, now: now)
    } else {
      _ = try known?.poll()
    }
    let shown = known
    feed.withLock { $0 = shown }
    return known?.view
  }
}
