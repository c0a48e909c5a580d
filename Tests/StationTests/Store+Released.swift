import Station
import Storage
import TestFloor
import Warehouse

extension Store {
  /// Everything the desk does before anybody walks: promised, planned and released.
  func release(_ seeds: Counter, _ policy: WavePolicy = .cluster) throws {
    let desk = FloorDesk(store: self, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan(policy)
    _ = try desk.release()
  }

  /// A handheld on the store, powered on.
  func handheld(_ seeds: Counter, _ device: Code<Device> = "H1") throws -> Handheld {
    try Handheld(
      store: self,
      setting: Handheld.Setting(
        device: device, now: { TestFloor.start }, seed: { seeds.next("h") }))
  }
}
