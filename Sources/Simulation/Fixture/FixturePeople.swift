import Warehouse

/// The people of a made-up warehouse; all are invented.
enum FixturePeople {
  private static let first: [(zh: String, en: String, roles: Set<Role>)] = [
    ("李敏", "Li Min", [.picker]), ("王强", "Wang Qiang", [.picker]), ("赵云", "Zhao Yun", [.packer]),
    ("陈晨", "Chen Chen", [.picker, .packer, .supervisor]), ("周洁", "Zhou Jie", [.picker, .packer]),
    ("刘洋", "Liu Yang", [.picker]),
  ]

  /// The person of a number from 0: badge `B001` and on; of the many, every third packs.
  static func person(_ index: Int) -> Operator {
    let badge = Code<Operator>("B" + FixtureFloor.padded(index + 1, 3))
    if index < first.count {
      let person = first[index]
      return Operator(
        badge: badge, name: Name(zh: person.zh, en: person.en), roles: person.roles)
    }
    return Operator(
      badge: badge, name: FixturePlace.person(index * 7 % 500),
      roles: index % 3 == 0 ? [.packer] : [.picker])
  }
}
