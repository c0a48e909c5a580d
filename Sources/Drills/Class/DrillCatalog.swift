import Foundation
import Warehouse

/// The drills of a folder.
public struct DrillCatalog: Sendable {
  /// The folder.
  public let folder: String
  /// The drills by level, then by name.
  public let drills: [Drill]

  /// Reads every drill of a folder; one that cannot be read makes all fail, with all problems.
  public init(folder: String) throws {
    self.folder = folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    var problems: [DrillProblem] = []
    var drills: [Drill] = []
    for name in names {
      do {
        drills.append(try DrillReader().drill(at: "\(folder)/\(name)"))
      } catch let trouble as DrillTrouble {
        problems += trouble.problems
      }
    }
    guard problems.isEmpty else { throw DrillTrouble(problems: problems) }
    let order = Drill.Level.allCases
    self.drills = drills.sorted { one, other in
      let levels = (order.firstIndex(of: one.level) ?? 0, order.firstIndex(of: other.level) ?? 0)
      return levels.0 != levels.1 ? levels.0 < levels.1 : one.name < other.name
    }
  }

  /// The drill of a name or an id.
  public subscript(_ name: String) -> Drill? { drills.first { $0.name == name || $0.id == name } }

  /// Where the program's drills are: `PICKWAY_DRILLS`, beside the installed program, or in the
  /// checkout that the program was built in or is run in.
  public static func find() -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["PICKWAY_DRILLS"], !named.isEmpty { return named }
    let program = URL(
      fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0])
    var places = [
      program.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("share/pickway/Drills").path
    ]
    for start in [
      FileManager.default.currentDirectoryPath, program.deletingLastPathComponent().path,
    ] {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<6 {
        places.append(folder.appendingPathComponent("Fixtures/Drills").path)
        folder.deleteLastPathComponent()
      }
    }
    return places.first { FileManager.default.fileExists(atPath: $0) }
  }
}
