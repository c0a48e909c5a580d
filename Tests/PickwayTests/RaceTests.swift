import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// Two pickers at two real terminals of two real processes after the last free piece of a bin.
@Suite(.serialized) struct RaceTests {
  /// Rounds on one floor; five floors make 200.
  private static let rounds = 40

  /// Three digits, so that no name begins another.
  private static func name(_ round: Int) -> String {
    String(repeating: "0", count: 3 - String(round).count) + String(round)
  }

  /// A console of the real program on a pseudo-terminal.
  private struct Picker {
    let terminal: PseudoTerminal
    var emulator = Emulator(size: Size(columns: 20, rows: 16))

    init(_ device: String, _ store: String) throws {
      terminal = try PseudoTerminal(
        running: Program.path,
        [
          "console", "--store", store, "--device", device, "--lang", "en", "--size", "20x16",
          "--no-print", "--clock", "2026-11-22 14:00", "--clock-stands",
        ], environment: ["TERM": "xterm", "LC_ALL": "C.utf8", "PATH": "/usr/bin:/bin"],
        directory: nil, size: Size(columns: 20, rows: 16))
    }

    func send(_ code: String) { terminal.write(code + "\r") }

    /// Reads until one of the texts is on the screen; which one.
    mutating func see(_ texts: String...) throws -> String {
      for _ in 0..<2000 {
        if let seen = texts.first(where: { emulator.frame.shows($0) }) { return seen }
        guard let bytes = terminal.read(timeout: 10) else { break }
        emulator.feed(bytes)
      }
      throw TestFloor.Missing(what: "\(texts) on\n\(emulator.frame.lines.joined(separator: "\n"))")
    }
  }

  /// Products of which each picker is promised a piece in one bin, and one is free in another.
  private func prepare(_ path: String) throws {
    let store = try SQLiteStore.create(at: path)
    let floor = try TestFloor(store)
    var bins: [ImportRecord] = []
    var products: [ImportRecord] = []
    var stock: [ImportRecord] = []
    for round in 1...Self.rounds {
      let promised = Bin(
        code: Code("P-\(Self.name(round))"), zone: "Z", kind: .pickFace, aisle: 0, y: round * 40,
        side: .left, level: 1)
      var free = promised
      free.code = Code("F-\(Self.name(round))")
      free.kind = .reserve
      bins += [.bin(promised), .bin(free)]
      products.append(
        .product(
          Product(
            sku: Code("R\(round)"), name: Name(zh: "品\(round)", en: "Item \(Self.name(round))"),
            packagings: [Packaging(unit: "each", units: 1, barcodes: ["CODE\(Self.name(round))"])],
            grams: 1, size: Dimensions(length: 1, width: 1, height: 1), tracking: Tracking())))
      stock.append(
        .count(StockKey(holder: .bin(promised.code), sku: Code("R\(round)")), quantity: 2))
      stock.append(
        .count(StockKey(holder: .bin(free.code), sku: Code("R\(round)")), quantity: 1))
    }
    try floor.load(.site, bins)
    try floor.load(.products, products)
    try floor.load(.stock, stock)
    let wanted = (1...Self.rounds).map { (Code<Product>("R\($0)"), 1) }
    // Two carriers, so that each order has a wave and a list of its own.
    try floor.order("O1", wanted, carrier: "YTO")
    try floor.order("O2", wanted, carrier: "SF")
    let seeds = Counter()
    let desk = FloorDesk(store: store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    try store.close()
  }

  @Test(arguments: 1...5) func theLastPieceIsDoneOnceAndRefusedOnceAndTheOtherIsToldWhy(
    _ floor: Int
  ) throws {
    try Program.inFolder { folder in
      let path = "\(folder)/race.sqlite"
      try prepare(path)
      var pickers = [try Picker("H1", path), try Picker("H2", path)]
      for (index, badge) in ["B001", "B002"].enumerated() {
        _ = try pickers[index].see("Scan your badge")
        pickers[index].send(badge)
        _ = try pickers[index].see("Scan bench or cart")
        pickers[index].terminal.write("\r")
        _ = try pickers[index].see("Picking")
        pickers[index].terminal.write("1")
        _ = try pickers[index].see("Enter: take it")
        pickers[index].terminal.write("\r")
        _ = try pickers[index].see("Scan an empty tote")
        pickers[index].send("T00\(index + 1)")
        _ = try pickers[index].see("Scan bin")
      }
      for round in 1...Self.rounds {
        let name = Self.name(round)
        for index in pickers.indices {
          _ = try pickers[index].see("Item \(name)")
          pickers[index].send("F-\(name)")
          _ = try pickers[index].see("Scan item")
          pickers[index].send("CODE\(name)")
          _ = try pickers[index].see("Scan tote 1")
        }
        // The barrier: both write before either is read.
        for index in pickers.indices.shuffledBy(round + floor) {
          pickers[index].send("T00\(index + 1)")
        }
        let told = try pickers.indices.map { index in
          try pickers[index].see("OK: 1 in slot 1", "F-\(name) has 0")
        }
        #expect(Set(told) == ["OK: 1 in slot 1", "F-\(name) has 0"], "round \(round): \(told)")
        guard let loser = told.firstIndex(of: "F-\(name) has 0") else { continue }
        pickers[loser].terminal.write("\u{1B}OR\u{1B}OR")
        _ = try pickers[loser].see("Scan bin")
        pickers[loser].send("P-\(name)")
        _ = try pickers[loser].see("Scan item")
        pickers[loser].send("CODE\(name)")
        _ = try pickers[loser].see("Scan tote 1")
        pickers[loser].send("T00\(loser + 1)")
        _ = try pickers[loser].see("OK: 1 in slot 1")
      }
      for picker in pickers { picker.terminal.hangUp() }
      #expect(try SQLiteStore.open(at: path).violations().isEmpty)
    }
  }
}

extension Range<Int> {
  /// The numbers forwards or backwards, in turn.
  fileprivate func shuffledBy(_ round: Int) -> [Int] {
    round % 2 == 0 ? Array(self) : Array(reversed())
  }
}
