import Storage
import TestFloor
import Testing
import Warehouse

/// Where serial numbers are captured, a line ends with exactly as many as pieces, each of them new,
/// or it is refused by name; on both stores.
@Suite struct SerialCountTests {
  private func house(
    _ engine: Engine, _ rule: SerialRule, _ orders: [[(Code<Product>, Int)]]
  ) throws -> House {
    let house = try House(engine, orders)
    try set(rule, house)
    var product = try #require(try house.store.read { try $0.product("S3") })
    product.tracking.serial = true
    try house.floor.load(.products, [.product(product)])
    return house
  }

  private func set(_ rule: SerialRule, _ house: House) throws {
    var site = try #require(try house.store.read { try $0.site() })
    site.houseRules.serials = rule
    try house.floor.load(.site, [.site(site)])
  }

  private func pick(_ quantity: Int, _ serials: [String]) -> Command {
    .told(
      .pick(line: "O1/1.1", quantity: quantity, bin: "B-01-1", tote: "T001"),
      Told(serials: serials))
  }

  private func verify(_ units: Int, _ serials: [String]) -> Command {
    .told(.verify(parcel: "O1-1", sku: "S3", units: units), Told(serials: serials))
  }

  private func numbers(_ house: House, _ holder: Holder) throws -> [String] {
    try house.store.read { try $0.serials(in: holder).map(\.number) }
  }

  @Test(arguments: Engine.allCases) func aShortLineEndsWithAsManyAsWerePicked(
    _ engine: Engine
  ) throws {
    var house = try house(engine, .pick, [[("S3", 4)]])
    try house.list("W1", ["O1"])
    #expect(
      try house.refusal(pick(3, ["N1", "N2"]), by: house.picker)
        == .serialsWanted("S3", found: 2, wanted: 3))
    #expect(
      try house.refusal(pick(1, ["N1", "N2"]), by: house.picker)
        == .serialsWanted("S3", found: 2, wanted: 1))
    #expect(try house.refusal(pick(2, ["N1", "N1"]), by: house.picker) == .serialTwice("N1"))
    try house.done(pick(2, ["N1", "N2"]), by: house.picker)
    #expect(
      try house.refusal(pick(1, ["N2"]), by: house.picker) == .serialUsed("N2", .tote("T001")))
    try house.done(.short(line: "O1/1.1", reason: .notFound), by: house.picker)
    try house.done(.finish(list: "W1-1"), by: house.picker)
    #expect(try numbers(house, .tote("T001")) == ["N1", "N2"])
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 2), by: packer)
    #expect(try numbers(house, .parcel("O1-1")) == ["N1", "N2"])
  }

  /// A house that begins to capture numbers with pieces in the totes already: the list cannot end
  /// before each has its own, and the refusal's remedy works.
  @Test(arguments: Engine.allCases) func piecesFromBeforeTheRuleMustBePickedAgain(
    _ engine: Engine
  ) throws {
    var house = try house(engine, .off, [[("S3", 2)]])
    try house.list("W1", ["O1"])
    try house.pick("O1/1.1", 2)
    try set(.pick, house)
    #expect(
      try house.refusal(.finish(list: "W1-1"), by: house.picker)
        == .serialsMissing("S3", found: 0, pieces: 2, "T001"))
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    try house.done(pick(2, ["N1", "N2"]), by: house.picker)
    try house.done(.finish(list: "W1-1"), by: house.picker)
  }

  @Test(arguments: Engine.allCases) func theBenchGivesEveryPieceItsOwn(_ engine: Engine) throws {
    var house = try house(engine, .bench, [[("S3", 3)]])
    try house.list("W1", ["O1"])
    try house.pick("O1/1.1", 3)
    try house.done(.finish(list: "W1-1"), by: house.picker)
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.done(.openParcel(order: "O1"), by: packer)
    #expect(
      try house.refusal(.verify(parcel: "O1-1", sku: "S3", units: 1), by: packer)
        == .serialsWanted("S3", found: 0, wanted: 1))
    #expect(try house.refusal(verify(2, ["N1", "N1"]), by: packer) == .serialTwice("N1"))
    try house.done(verify(1, ["N1"]), by: packer)
    #expect(
      try house.refusal(verify(1, ["N1"]), by: packer) == .serialUsed("N1", .parcel("O1-1")))
    try house.done(verify(2, ["N2", "N3"]), by: packer)
    #expect(try numbers(house, .parcel("O1-1")) == ["N1", "N2", "N3"])
  }

  /// Pieces that have their numbers from the bin, in a house that asks at the bench since: what is
  /// told there counts, and no piece gets two.
  @Test(arguments: Engine.allCases) func noPieceHasTwo(_ engine: Engine) throws {
    var house = try house(engine, .pick, [[("S3", 3)]])
    try house.list("W1", ["O1"])
    try house.done(pick(2, ["N1", "N2"]), by: house.picker)
    try set(.off, house)
    try house.pick("O1/1.1", 1)
    try house.done(.finish(list: "W1-1"), by: house.picker)
    try set(.bench, house)
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(verify(2, ["N1", "M1"]), by: packer)
    #expect(try numbers(house, .parcel("O1-1")) == ["M1", "N1"])
    try house.done(verify(1, ["N2"]), by: packer)
    #expect(try numbers(house, .parcel("O1-1")) == ["M1", "N1", "N2"])
  }
}
