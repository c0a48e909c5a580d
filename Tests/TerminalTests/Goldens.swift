import Foundation
import Testing

/// Readable texts a frame must look like; `PICKWAY_RECORD=1` writes them and fails the test.
enum Goldens {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Goldens/Terminal")

  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["PICKWAY_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
      return
    }
    let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard golden != text else { return }
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let changed = (0..<max(old.count, new.count)).compactMap { row -> String? in
      let (before, after) = (row < old.count ? old[row] : "", row < new.count ? new[row] : "")
      return before == after ? nil : "- \(before)\n+ \(after)"
    }
    Issue.record(
      "\(name) looks different:\n\(changed.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }
}
