import Drills
import Foundation

/// The drills of the checkout.
enum Folder {
  static let drills = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Drills").path

  static let all: [Drill] = (try? DrillCatalog(folder: drills).drills) ?? []

  static func drill(_ name: String) throws -> Drill {
    guard let drill = all.first(where: { $0.name == name }) else { throw NoDrill(name: name) }
    return drill
  }

  struct NoDrill: Error {
    var name: String
  }
}
