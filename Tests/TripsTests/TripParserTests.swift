import Flows
import Terminal
import Testing
import Trips
import Warehouse

/// Every verb, and every way to write one wrong.
struct TripParserTests {
  private static let right: [(line: String, verb: Verb)] = [
    ("at 20x16 zh", .at(Size(columns: 20, rows: 16), .zh)),
    ("at 120x40 en", .at(Size(columns: 120, rows: 40), .en)),
    ("person li", .person("li")),
    ("person li-2_a", .person("li-2_a")),
    ("as B001", .signIn(badge: "B001", with: [])),
    ("as B001 with C01", .signIn(badge: "B001", with: ["C01"])),
    ("as B001 with W01 C01", .signIn(badge: "B001", with: ["W01", "C01"])),
    ("open picking", .open(.picking)),
    ("open packing", .open(.packing)),
    ("open board", .open(.board)),
    ("open lookup", .open(.lookup)),
    ("scan A-01", .scan(["A-01"])),
    ("scan A-01 x3", .scan(["A-01", "A-01", "A-01"])),
    ("scan A-01 690 T-01", .scan(["A-01", "690", "T-01"])),
    ("scan A B x2", .scan(["A", "B", "A", "B"])),
    ("scan x3", .scan(["x3"])),
    ("scan A-01 xyz", .scan(["A-01", "xyz"])),
    ("key F3", .key(.function(3))),
    ("key enter", .key(.enter)),
    ("key Ctrl-L", .key(.control("l"))),
    ("key 7", .key(.character("7"))),
    ("type 12", .type("12")),
    ("type two words", .type("two words")),
    ("see 取 2 件  放 1号箱", .see("取 2 件  放 1号箱")),
    ("see # not a comment", .see("# not a comment")),
    ("see-not Resumed", .seeNot("Resumed")),
    ("hear good", .hear(.good)),
    ("hear bad", .hear(.bad)),
    ("hear nothing", .hear(.nothing)),
    ("stock A-01 TEA = 0", .stock(holder: "A-01", sku: "TEA", quantity: 0)),
    ("order O-1 = backorder", .order("O-1", .backorder)),
    ("parcel O-1 = void", .parcel(of: "O-1", .void)),
    ("labels P1 = 12", .labels("P1", count: 12)),
    ("printer P1 paper", .printer("P1", .paper)),
    ("printer P1 out", .printer("P1", .out)),
    ("printer P1 open", .printer("P1", .open)),
    ("printer P1 jam", .printer("P1", .jam)),
    ("scale S1 silent", .scaleIs("S1", .silent)), ("bench {proof: true}", .bench("{proof: true}")),
    ("scale S1 1.234kg", .scale("S1", grams: 1234)),
    ("scale S1 1.5kg", .scale("S1", grams: 1500)),
    ("scale S1 2kg", .scale("S1", grams: 2000)),
    ("scale S1 0.05kg", .scale("S1", grams: 50)),
    ("scale S1 500g", .scale("S1", grams: 500)),
    ("clock 00:00", .clock(minutes: 0)),
    ("clock 23:59", .clock(minutes: 1439)),
    ("wait 500ms", .wait(milliseconds: 500)),
    ("wait 5s", .wait(milliseconds: 5000)),
    ("wait 2m", .wait(milliseconds: 120_000)),
    ("wait 1h", .wait(milliseconds: 3_600_000)),
    ("desk allocate", .desk(.allocate)),
    ("desk plan", .desk(.plan(.cluster))), ("desk plan batch", .desk(.plan(.batch))),
    ("desk release", .desk(.release([]))), ("desk train B1 lots", .desk(.train("B1", .lots))),
    ("desk release W001 W002", .desk(.release(["W001", "W002"]))),
    ("import stock more stock.csv", .bring(.stock, path: "more stock.csv")),
    ("check", .check),
    ("kill", .kill),
    ("hangup", .hangUp),
  ]

  @Test(arguments: right.indices)
  func readsAVerb(_ index: Int) throws {
    let (line, verb) = Self.right[index]
    let trip = try TripParser().parse("  \(line)  \n", name: "a.trip")
    #expect(trip.steps == [Trip.Step(line: 1, verb: verb, text: line)])
  }

  @Test(arguments: [
    (
      "scann A-01",
      "scann: expected one of as, at, bench, check, clock, desk, emulate, hangup, hear, import, "
        + "key, kill, labels, open, order, parcel, person, printer, scale, scan, see, see-not, stock, "
        + "type, wait"
    ),
    ("See x", "See: expected one of "),
    ("at 20x16", "at 20x16: expected at COLUMNSxROWS and zh or en"),
    ("at 19x16 zh", "from 20x4 up"), ("at 20x3 zh", "from 20x4 up"), ("at 20 x 16 zh", "at"),
    ("at 20x16x2 zh", "at"), ("at 501x16 zh", "at"), ("at 20x16 de", "zh or en"),
    ("person", "person NAME"), ("person li wang", "person NAME"), ("person 李", "letters"),
    ("as", "as BADGE"), ("as B001 C01", "with CODE"), ("as B001 with", "with CODE"),
    ("open", "open picking|packing|board|lookup"), ("open door", "open picking"),
    ("scan", "scan CODE"), ("scan A x0", "x3"), ("scan A x1001", "x3"),
    ("key", "key NAME"), ("key F13", "key NAME"), ("key Ente", "key NAME"), ("key F 3", "key"),
    ("type", "type TEXT"), ("see", "see TEXT"), ("see-not", "see-not TEXT"),
    ("hear", "hear good|bad|nothing"), ("hear loud", "hear good"), ("hear good bad", "hear"),
    ("stock A-01 = 5", "stock BIN SKU = N"), ("stock A-01 TEA 5", "stock BIN SKU = N"),
    ("stock A-01 TEA = -1", "stock"), ("stock A-01 TEA = five", "stock"),
    ("stock A-01 TEA =5", "stock"), ("stock A-01 TEA = ５", "stock"),
    ("order O-1 = gone", "order NUMBER = new|backorder|allocated|planned|picking|picked|packing|"),
    ("order O-1", "order NUMBER"), ("parcel O-1 = lost", "parcel ORDER = open|closed|void"),
    ("labels P1", "labels PRINTER = N"), ("labels P1 = many", "labels PRINTER = N"),
    ("printer P1", "printer NAME paper|out|open|jam"), ("printer P1 fire", "printer NAME"),
    ("scale S1", "scale NAME WEIGHT"), ("scale S1 1.2345kg", "scale"), ("scale S1 1.2g", "scale"),
    ("scale S1 .5kg", "scale"), ("scale S1 1.kg", "scale"), ("scale S1 1.2.3kg", "scale"),
    ("clock", "clock HH:MM"), ("clock 24:00", "clock"), ("clock 14:60", "clock"),
    ("clock 9:00", "clock"), ("clock 14.30", "clock"), ("clock 14:30:00", "clock"),
    ("wait", "wait TIME"), ("wait 5", "wait"), ("wait s", "wait"), ("wait 5 s", "wait"),
    ("wait 5d", "wait"), ("wait -5s", "wait"),
    ("desk", "desk allocate, desk plan"), ("desk plan W001", "desk"), ("desk clean", "desk"),
    ("import", "import site|products|stock|orders and FILE"), ("import stock", "import"),
    ("import people a.csv", "import"),
    ("check all", "nothing behind check"), ("kill li", "nothing behind kill"),
    ("hangup now", "nothing behind hangup"),
  ])
  func namesAWrongLine(_ line: String, _ expected: String) throws {
    let problems = #expect(throws: TripProblems.self) {
      try TripParser().parse("# one\n\n\(line)\n", name: "demo.trip")
    }
    let sentences = problems?.problems.map(\.description) ?? []
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasPrefix("demo.trip:3: ") == true)
    #expect(sentences.first?.contains(expected) == true, "\(sentences)")
  }

  @Test func everyWrongLineIsToldAtOnce() throws {
    let problems = #expect(throws: TripProblems.self) {
      try TripParser().parse("scann A\nsee x\nhear\n\nwait 5\n", name: "demo.trip")
    }
    #expect(problems?.problems.map(\.line) == [1, 3, 5])
    #expect(problems?.description.split(separator: "\n").count == 3)
  }

  @Test func commentsBlanksAndLineEndsMakeNoSteps() throws {
    let text = "\u{FEFF}# a trip\r\n\r\n   # indented\r\n\tcheck\r\nkill"
    let trip = try TripParser().parse(text, name: "a.trip")
    #expect(trip.steps.map(\.line) == [4, 5])
    #expect(trip.steps.map(\.verb) == [.check, .kill])
  }

  @Test func bytesThatAreNoUTF8AreNamedByTheirLine() throws {
    let bytes = Array("check\nsee ".utf8) + [0xC4, 0xE3, 0x0A] + Array("kill".utf8)
    let problems = #expect(throws: TripProblems.self) {
      try TripParser().parse(bytes, name: "gbk.trip")
    }
    #expect(problems?.description == "gbk.trip:2: expected UTF-8 text")
  }

  @Test func aFileThatIsNotThereIsSaidSo() throws {
    let problems = #expect(throws: TripProblems.self) {
      try Trip(contentsOf: "/no/such/a.trip")
    }
    #expect(problems?.description == "/no/such/a.trip: cannot be read")
  }
}
