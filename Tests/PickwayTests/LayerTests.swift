import Foundation
import Testing

/// Arrows between rooms point one way: what `Package.swift` declares is what the table in
/// `Docs/Architecture.md` allows, no more and no less.
@Suite struct LayerTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private struct Manifest: Decodable {
    struct Target: Decodable {
      struct Dependency: Decodable {
        var byName: [String?]?
      }
      var name: String
      var type: String
      var dependencies: [Dependency]
    }
    var targets: [Target]
  }

  /// The rooms and what they declare, of our own.
  private func declared() throws -> [String: Set<String>] {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-manifest-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let run = try Program.run(
      "/usr/bin/env",
      [
        "swift", "package", "--package-path", Self.root.path, "--scratch-path", scratch,
        "dump-package",
      ])
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(run.output.utf8))
    let rooms = manifest.targets.filter { $0.type == "regular" || $0.type == "executable" }
      .filter { !isC($0.name) && $0.name != "TestFloor" }
    return Dictionary(
      uniqueKeysWithValues: rooms.map { room in
        (room.name, Set(room.dependencies.compactMap { $0.byName?.first ?? nil }))
      })
  }

  /// C and the system's libraries: `CLock`, not `Carriers`.
  private func isC(_ name: String) -> Bool {
    name.first == "C" && name.dropFirst().first?.isUppercase == true
  }

  /// The table: a row a room, its names in backquotes.
  private func allowed() throws -> [String: Set<String>] {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("Docs/Architecture.md"), encoding: .utf8)
    var table: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 5, let name = names(cells[1]).first else { continue }
      table[name] = Set(names(cells[3]))
    }
    return table
  }

  private func names(_ cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  @Test func theManifestDeclaresWhatTheTableAllows() throws {
    let declared = try declared()
    let allowed = try allowed()
    #expect(declared.count > 8)
    #expect(Set(declared.keys) == Set(allowed.keys))
    for (room, rooms) in declared {
      #expect(rooms == allowed[room], "\(room)")
    }
  }

  @Test func noArrowPointsBack() throws {
    let declared = try declared()
    var height: [String: Int] = [:]
    func measure(_ room: String, _ above: [String]) {
      #expect(!above.contains(room), "a circle: \(above + [room])")
      guard !above.contains(room), height[room] == nil else { return }
      for below in declared[room] ?? [] { measure(below, above + [room]) }
      height[room] = 1
    }
    for room in declared.keys { measure(room, []) }
    #expect(declared["Warehouse"] == [])
    #expect(declared["Routing"] == [])
    #expect(declared["Barcodes"] == [])
  }
}
