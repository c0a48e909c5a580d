public import Flows
import Station
public import Storage
public import Warehouse

/// The demo floor: the demo site of `Fixtures/Demo`, made anew by its generator, with its waves on
/// the floor.
public enum DemoFloor {
  /// The moment a demo starts at, local time of the site.
  public static let opening = "\(Fixture.day) 14:00"
  /// The same moment as a timestamp.
  public static let start = Timestamp(Fixture.day, minutes: 14 * 60, utcOffset: 480)

  /// What the sign-in screen of a demo says.
  public static let hints = [
    Text(zh: "B004 全部岗位", en: "B004 all jobs"),
    Text(zh: "B001 拣货 B003 复核", en: "B001 pick B003 pack"),
    Text(zh: "车 C01 工位 P01", en: "Cart C01 bench P01"),
    Text(zh: "空箱 T001 到 T120", en: "Totes T001 to T120"),
    Text(zh: "没有枪: 打码按Enter", en: "Type codes + Enter"),
  ]

  /// What the demo's benches ask of people: every label is scanned back on its parcel.
  ///
  /// The scripted demo leaves it out, so that it stays short.
  public static let bench = BenchRules(proof: true)

  /// Makes the demo site's store in a file: imported, allocated, planned and released.
  public static func create(at path: String) throws -> SQLiteStore {
    let store = try SQLiteStore.create(at: path)
    try fill(store)
    return store
  }

  /// Brings the demo site into an empty store and its waves onto the floor.
  public static func fill(_ store: any Store) throws {
    try load(Fixture(), into: store)
    try release(store)
    _ = try store.commit(
      Commit(
        id: "demo-tariffs", command: .adoptTariffs(FixturePlace.tariffs), at: start))
  }

  /// Lands all records of a made-up warehouse, as the import of its files would.
  public static func load(_ source: some FixtureSource, into store: any Store) throws {
    for kind in [ImportKind.site, .products, .stock, .orders] {
      guard let ticket = try store.beginImport(kind, digest: "fixture", at: start) else { continue }
      try store.stage(source.records(kind), for: ticket)
      _ = try store.land(ticket)
    }
  }

  /// Allocates, plans and releases everything there is.
  public static func release(_ store: any Store) throws {
    let head = try store.head()
    let desk = FloorDesk(
      store: store, now: { start }, seed: Seeds(prefix: "demo-\(head)").next)
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
  }
}
