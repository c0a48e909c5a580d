import Testing
import Warehouse

@testable import Exchange

struct SiteImportTests {
  private static let table = """
    record,code,zh,en,x,cross_aisles,start_aisle,start_y,drop_aisle,drop_y,slots_per_cart,zone,kind,\
    aisle,y,side,level,carrier,prefix,from,to,digits,printer,address,roles
    site,S1,仓,,,0|10000,A,0,B,10000,6,,,,,,,,,,,,,,
    aisle,A,,,0,,,,,,,,,,,,,,,,,,,,
    aisle,B,,,3000,,,,,,,,,,,,,,,,,,,,
    zone,Z,,All,,,,,,,,,,,,,,,,,,,,,
    carrier,YTO,圆通速递,,,,,,,,,,,,,,,,,,,,,,

    """
  /// A row of the table from the cells that are not empty.
  private static func row(_ cells: KeyValuePairs<String, String>) -> String {
    let header = table.split(separator: "\n")[0].split(separator: ",").map(String.init)
    return header.map { name in cells.first { $0.key == name }?.value ?? "" }
      .joined(separator: ",") + "\n"
  }

  private static func bin(_ changed: (String, String)? = nil) -> String {
    let cells = [
      ("record", "bin"), ("code", "A-1"), ("zone", "Z"), ("kind", "pickFace"), ("aisle", "A"),
      ("y", "1500"), ("side", "left"), ("level", "1"),
    ]
    let header = table.split(separator: "\n")[0].split(separator: ",").map(String.init)
    return header.map { name in
      changed?.0 == name
        ? changed?.1 ?? "" : cells.first { $0.0 == name }?.1 ?? ""
    }.joined(separator: ",") + "\n"
  }

  @Test func bothFormsAreTheSameSite() throws {
    let rows =
      Self.table + Self.bin()
      + Self.row([
        "record": "bin", "code": "B-1", "zone": "Z", "kind": "拣货位", "aisle": "B", "y": "1500",
        "side": "right", "level": "2",
      ])
    let table = try SmallHouse.run(.site, Array(rows.utf8), "site.csv")
    let document = try SmallHouse.run(.site, Array(SmallHouse.site.utf8), "site.json")
    #expect(table.summary.problems.isEmpty, "\(table.summary.problems)")
    #expect(document.summary.problems.isEmpty, "\(document.summary.problems)")
    #expect(table.records == document.records)
    #expect(table.summary.digest == document.summary.digest)
    #expect(table.records.count == 5)
    guard case .site(let site)? = table.records.first else {
      Issue.record("expected the site first")
      return
    }
    #expect(site.start == FloorPoint(x: 0, y: 0))
    #expect(site.drop == FloorPoint(x: 3_000, y: 10_000))
    #expect(site.utcOffset == 480)
  }

  @Test(arguments: [
    (bin(("zone", "Q")), "zone \"Q\": expected a zone that the file names before"),
    (bin(("aisle", "C")), "aisle \"C\": expected an aisle of this site"),
    (bin(("y", "10001")), "y \"10001\": expected a whole number from 0 to 10000"),
    (
      bin(("kind", "shelf")),
      "kind \"shelf\": expected one of pickFace, reserve, staging, 拣货位, 存储位, 集货区"
    ),
    (bin(("side", "up")), "side \"up\": expected one of left, right, 左, 右"),
    (bin(("level", "0")), "level \"0\": expected a whole number from 1 to 99"),
    (
      row(["record": "tote", "code": "X1"]) + row(["record": "cart", "code": "X1"]),
      """
      code "X1": expected each only once in the file, it is on line 7 already
      site.csv:8: slots: expected a whole number from 1 to 100
      """
    ),
    (row(["record": "box", "code": "X1"]), "record \"box\": expected one of "),
    (row(["record": "aisle", "code": "C", "x": "6000"]), "expected aisles right behind the site"),
    (row(["record": "site", "code": "S2"]), "expected one site a file, and before all else"),
    (
      row(["record": "zone", "code": "Z", "en": "Again"]),
      "code \"Z\": expected each code only once"
    ),
    (
      row(["record": "printer", "code": "LP", "address": "usb:1"]),
      "address \"usb:1\": expected spool:FOLDER, tcp:HOST:PORT or ipp://HOST:PORT/QUEUE"
    ),
    (
      row(["record": "workstation", "code": "P1", "printer": "LP"]),
      "printer \"LP\": expected a printer that the file names before"
    ),
    (
      row(["record": "operator", "code": "B1", "zh": "李", "roles": "boss"]),
      "roles \"boss\": expected one of picker, packer, supervisor, 拣货员, 打包员, 主管"
    ),
    (
      row([
        "record": "numbers", "carrier": "YTO", "prefix": "YT", "from": "9", "to": "5",
        "digits": "3",
      ]), "to \"5\": expected a whole number from 9 to 999"
    ),
    (
      row([
        "record": "numbers", "carrier": "SF", "from": "1", "to": "5", "digits": "3",
      ]), "carrier \"SF\": expected a carrier that the file names before"
    ),
  ])
  func badRowsAreNamed(rows: String, expected: String) throws {
    let problems = try SmallHouse.problems(.site, Self.table + rows, "site.csv")
    let line = 6 + rows.split(separator: "\n").count
    let lead = problems.hasPrefix("site.csv:\(line): ") ? "site.csv:\(line): " : ""
    #expect(!lead.isEmpty, "\(problems)")
    let rest = problems.dropFirst(lead.count)
    #expect(expected.hasSuffix(" of ") ? rest.hasPrefix(expected) : rest == expected, "\(problems)")
  }

  @Test(arguments: [
    (
      "\"B\",\"y\":10000", "\"C\",\"y\":0",
      "2:18: drop.aisle \"C\": expected an aisle of this site"
    ),
    (
      "\"B\",\"y\":10000", "\"B\",\"y\":-1",
      "2:26: drop.y \"-1\": expected a whole number from 0 to 10000"
    ),
    (
      "[0,10000]", "[5]",
      "1:37: crossAisles \"[...]\": expected two or more whole numbers of millimeters, ascending"
    ),
    (
      "\"x\":3000", "\"x\":0",
      "3:47: aisles[2].x \"0\": expected aisles by growing x, the last is at 0"
    ),
    (
      "\"slotsPerCart\":6,", "",
      "1:1: slotsPerCart: expected a whole number from 1 to 100"
    ),
    (
      "\"code\":\"B-1\"", "\"code\":\"A-1\"",
      "7:11: bins[2].code \"A-1\": expected each only once in the file, it is on line 6 already"
    ),
  ])
  func badObjectsAreNamed(old: String, new: String, expected: String) throws {
    let text = SmallHouse.site.replacing(old, with: new)
    let problems = try SmallHouse.problems(.site, text, "site.json")
    let lines = problems.split(separator: "\n")
    #expect(lines.contains { $0 == "site.json:" + expected }, "\(problems)")
  }

  @Test func totesComeAsCodesObjectsOrARun() throws {
    func totes(_ json: String) throws -> [String] {
      let text = SmallHouse.site.replacing("\"bins\":", with: "\"totes\":\(json),\"bins\":")
      let (records, summary) = try SmallHouse.run(.site, Array(text.utf8), "site.json")
      #expect(summary.problems.isEmpty, "\(summary.problems)")
      return records.compactMap { record in
        if case .asset(.tote(let code)) = record { code.rawValue } else { nil }
      }
    }
    #expect(try totes("[\"T08\",\"T09\"]") == ["T08", "T09"])
    #expect(try totes("[{\"code\":\"T08\"}]") == ["T08"])
    #expect(
      try totes("{\"prefix\":\"T\",\"from\":8,\"to\":10,\"digits\":2}") == ["T08", "T09", "T10"])
  }

  @Test func aFileWithoutASiteSaysSo() throws {
    #expect(
      try SmallHouse.problems(.site, "record,code\nzone,Z\n", "site.csv").hasPrefix(
        "site.csv:1: expected a site before all else"))
    #expect(
      try SmallHouse.problems(.site, "[]", "site.json")
        == "site.json:1: expected a site before all else")
  }
}
