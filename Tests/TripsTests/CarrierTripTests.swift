import Carriers
import Foundation
import Station
import Storage
import Testing
import Trips
import Warehouse

/// Trips on the small world whose carrier XD gives its waybill numbers itself.
struct CarrierTripTests {
  private static let folder = URL(fileURLWithPath: Floors.trips).deletingLastPathComponent()
    .appendingPathComponent("carriers").path

  /// Each trip with what goes wrong on the wire, and the most numbers it may cost.
  static let trips: [(file: String, faults: [MemoryCarrier.Fault], numbers: Int)] = [
    ("asked.trip", [], 1), ("refused.trip", [.refuse(CarrierRefusal(.noNumbers))], 1),
    ("silent.trip", [.unreachable], 1), ("lost-answer.trip", [.lostAfter], 1),
    ("stopped.trip", [], 1), ("parcels.trip", [], 2), ("family.trip", [], 3),
    ("family-lost-answer.trip", [.lostAfter], 2), ("family-stopped.trip", [], 2),
  ]

  @Test(arguments: trips.indices, [false, true])
  func passes(_ index: Int, _ kills: Bool) throws {
    let (file, faults, numbers) = Self.trips[index]
    let store = MemoryStore()
    try SmallWorld.fill(store)
    var site = try store.read { try $0.site() }
    site?.sender = Sender(
      name: "小店", phone: "13900139000", region: "浙江省 杭州市 余杭区", address: "仓库路 9 号")
    try SmallWorld.land(
      [
        .carrier(
          Carrier(
            code: "XD", name: Name(zh: "迅达", en: "Swift"), kind: .kdniao,
            isMultiPiece: file.hasPrefix("family")))
      ]
        + (site.map { [.site($0)] } ?? []), as: .site, in: store, digest: "asked")
    try SmallWorld.release(store)
    let carrier = MemoryCarrier(prefix: "75")
    for fault in faults { carrier.inject(fault) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-carriers-\(UUID().uuidString)").path
    for spool in ["labels-1", "labels-2"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(spool)", withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seeds = Counter("s")
    let stage = InProcessStage(
      store: store, folder: folder, start: SmallWorld.start, seed: { seeds.next() },
      carriers: { $0.kind == .kdniao ? carrier : nil })
    defer { stage.close() }
    let result = try Floors.runner.run(
      Trip(contentsOf: "\(Self.folder)/\(file)"), on: stage, killingAfterEachInput: kills)
    #expect(result.passed, "\(file): \(result.failure?.description ?? "")")
    #expect(carrier.numbersUsed <= numbers)
  }

  @Test func everyTripIsPlayed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(files.sorted() == Self.trips.map(\.file).sorted())
  }
}
