import Foundation
import Simulation
import Station
import Storage
import Warehouse

/// A floor with people on it: the school's bins and goods, orders with receivers, and names of
/// receivers in places where they do not belong.
enum RealFloor {
  /// Everything of the store that belongs to somebody, and pieces of it that are enough to know it.
  static let personal = [
    "王小明", "小明", "13812345678", "1234567", "3812345", "西湖区文三路", "文三路478", "7号楼",
    "李雷", "18600001111", "0000111", "TB20261122000987", "20261122000987", "000987",
    "Margaret Thatcher", "thatcher", "margaret", "Downing", "JD889900112233", "889900112233",
    "放门口鞋柜", "鞋柜", "周师傅", "老周仓", "张拣货",
  ]

  /// Makes the floor in a store; `trainings` are levels that open jobs, as a site's file has them.
  @discardableResult
  static func make<S: Store>(
    in store: S = MemoryStore(), trainings: String = ""
  ) throws -> S {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("real-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: Folder.drills + "/school"), to: folder)
    try change("products.csv", in: folder) {
      $0.replacing("绿茶 原味,Green tea original", with: "王小明定制杯,Mug for Thatcher")
    }
    try change("stock.csv", in: folder) { $0.replacing("L260904", with: "L3812345") }
    try change("site.json", in: folder) {
      $0.replacing("同事", with: "张拣货").replacing("拣途教学仓", with: "老周仓")
        .replacing("\"zh\": \"拣货区\"", with: "\"zh\": \"周师傅\"")
        .replacing("学员", with: "周师傅")
        .replacing(
          "\"slotsPerCart\"",
          with: trainings.isEmpty
            ? "\"slotsPerCart\"" : "\"trainings\": \"\(trainings)\", \"slotsPerCart\"")
    }
    let orders = """
      order,channel,receiver,phone,region,address,carrier,cutoff,priority,remark,sku,quantity
      TB20261122000987,taobao,王小明,138-1234-5678,浙江省 杭州市 西湖区,西湖区文三路478号7号楼,ZTO,2026-11-22 17:00,3,放门口鞋柜,S003,2
      TB20261122000987,taobao,王小明,138-1234-5678,浙江省 杭州市 西湖区,西湖区文三路478号7号楼,ZTO,2026-11-22 17:00,3,放门口鞋柜,S013,3
      JD889900112233,jd,Margaret Thatcher,18600001111,广东省 深圳市 南山区,10 Downing Street,ZTO,2026-11-22 17:00,0,,S013,1
      JD889900112234,jd,李雷,18600001111,广东省 深圳市 南山区,科技园,ZTO,2026-11-22 17:00,0,,S001,1
      """
    try Data(orders.utf8).write(to: folder.appendingPathComponent("orders.csv"))
    let at = Timestamp(Day(daysSince1970: 20_779), minutes: 14 * 60, utcOffset: 480)
    try SiteFiles(folder: folder.path).importAll(into: store, at: at)
    let desk = FloorDesk(store: store, now: { at }, seed: Seeds(prefix: "real").next)
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
    return store
  }

  private static func change(
    _ name: String, in folder: URL, _ body: (String) -> String
  ) throws {
    let url = folder.appendingPathComponent(name)
    try Data(body(try String(contentsOf: url, encoding: .utf8)).utf8).write(to: url)
  }
}
