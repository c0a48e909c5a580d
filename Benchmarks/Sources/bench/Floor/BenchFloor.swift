import Foundation
import Simulation
import Storage
import Warehouse

/// The demo floor with so many more people, carts and totes that twenty can work on it at once
/// and one can work off all of it.
enum BenchFloor {
  /// People, each with a cart of their own.
  static let people = 20
  static let totes = 800

  static func badge(_ number: Int) -> String { "BP\(padded(number, 2))" }
  /// Supervises and does nothing else, so that the wave board is the first in the menu.
  static let supervisor = "BS01"
  static func cart(_ number: Int) -> String { "BC\(padded(number, 2))" }
  static func tote(_ number: Int) -> String { "BT\(padded(number, 3))" }

  /// Makes the store, and closes it so that it is one file that can be copied.
  ///
  /// - Parameter people: how many people can sign in.
  static func create(at path: String, people: Int = people) throws {
    let store = try DemoFloor.create(at: path)
    guard
      let ticket = try store.beginImport(.site, digest: "bench", at: DemoFloor.start)
    else { throw Trouble("the demo floor has the bench's people already") }
    var records: [ImportRecord] = [
      .asset(
        .person(
          Operator(
            badge: Code(supervisor), name: Name(zh: "主管", en: "Desk"), roles: [.supervisor])))
    ]
    for number in 1...people {
      let person = Operator(
        badge: Code(badge(number)), name: Name(zh: "测量", en: "Bench"), roles: [.picker])
      records.append(.asset(.person(person)))
      records.append(.asset(.cart(Cart(code: Code(cart(number)), slots: 8))))
    }
    records += (1...totes).map { .asset(.tote(Code(tote($0)))) }
    try store.stage(records, for: ticket)
    _ = try store.land(ticket)
    try store.close()
  }

  /// The totes of one of several people.
  static func totes(of person: Int, among count: Int) -> [String] {
    let share = totes / count
    return (1...share).map { tote((person - 1) * share + $0) }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
