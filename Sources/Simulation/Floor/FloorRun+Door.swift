import Flows
import Station
import Storage
import Warehouse

extension FloorRun {
  /// Takes every labelled parcel of carriers that have cages through sort and handover.
  ///
  /// - Returns: how many scans that took; 0 when there is nobody or nothing to do it with.
  func clearTheDoor(badge: String?, clock: VirtualClock, _ world: inout World) throws -> Int {
    guard let badge else { return 0 }
    let (cages, pile) = try store.read { facts in
      let cages = Dictionary(grouping: try facts.cages(), by: \.carrier).mapValues {
        $0.map(\.code)
      }
      let pile = try cages.keys.sorted().flatMap { carrier in
        try facts.parcels(of: carrier, in: .closed).compactMap { parcel in
          parcel.waybill.map { Sorter.Labelled(waybill: $0, carrier: carrier) }
        }
      }
      return (cages, pile)
    }
    guard !pile.isEmpty else { return 0 }
    var sorter = Sorter(badge: badge, paces: Paces(), cages: cages, pile: pile)
    let handheld = try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: "SIM-DOOR", now: { clock.now }, seed: { "door-\(clock.now.milliseconds)" }))
    var scans = 0
    while true {
      let act = try sorter.act(on: handheld.screen, in: &world)
      guard !sorter.isDone else { return scans }
      clock.advance(to: clock.now.adding(milliseconds: max(1, act.time)))
      _ = try handheld.handle(act.inputs)
      if let trouble = handheld.trouble { throw trouble }
      scans += act.inputs.filter { if case .scan = $0 { true } else { false } }.count
    }
  }
}
