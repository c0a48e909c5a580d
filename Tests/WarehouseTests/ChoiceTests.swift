import Testing
import Warehouse

/// First expired first out, pick faces before reserve among equal dates, then first in first out.
@Suite struct ChoiceTests {
  private let today = Day(number: 20_261_122) ?? Day(daysSince1970: 0)

  private func entry(
    _ bin: Code<Bin>, _ kind: Bin.Kind = .pickFace, quantity: Int = 5, allocated: Int = 0,
    frozen: Int = 0, expiry: Int? = nil, since: Int64 = 0
  ) -> BinStock {
    BinStock(
      bin: Bin(code: bin, zone: "Z", kind: kind, aisle: 0, y: 0, side: .left, level: 1),
      stock: Stock(
        key: StockKey(
          holder: .bin(bin), sku: "S", lot: "", expiry: expiry.flatMap { Day(number: $0) }),
        quantity: quantity, allocated: allocated, frozen: frozen,
        since: Timestamp(milliseconds: since)))
  }

  private func bins(_ quantity: Int, _ stock: [BinStock]) -> [String] {
    choose(quantity, from: stock, today: today).map { "\($0.key.holder) x\($0.quantity)" }
  }

  @Test func earlierExpiryGoesFirstEvenFromReserve() {
    let stock = [entry("A", expiry: 20_270_101), entry("R", .reserve, expiry: 20_261_201)]
    #expect(bins(6, stock) == ["bin:R x5", "bin:A x1"])
  }

  @Test func amongEqualDatesThePickFaceGoesFirst() {
    let stock = [entry("R", .reserve, since: 1), entry("A", since: 2)]
    #expect(bins(6, stock) == ["bin:A x5", "bin:R x1"])
  }

  @Test func thenWhatCameFirst() {
    #expect(bins(6, [entry("A", since: 9), entry("B", since: 3)]) == ["bin:B x5", "bin:A x1"])
  }

  @Test func goodsThatExpireTodayOrEarlierAreNeverPromised() {
    #expect(bins(1, [entry("A", expiry: 20_261_122), entry("B", expiry: 20_261_121)]).isEmpty)
    #expect(bins(1, [entry("A", expiry: 20_261_123)]) == ["bin:A x1"])
  }

  @Test func promisedFrozenAndStagedPiecesAreNotThere() {
    #expect(bins(9, [entry("A", quantity: 9, allocated: 3, frozen: 2)]) == ["bin:A x4"])
    #expect(bins(1, [entry("G", .staging)]).isEmpty)
  }

  @Test func nothingIsChosenFromNothing() {
    #expect(bins(1, []).isEmpty)
    #expect(bins(0, [entry("A")]).isEmpty)
  }
}
