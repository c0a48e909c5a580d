import Foundation

/// The folder of Package.swift.
let packageRoot: String = {
  var root = URL(fileURLWithPath: #filePath)
  for _ in 0..<3 { root.deleteLastPathComponent() }
  return root.path
}()

/// The folder with public problems.
let publicData =
  ProcessInfo.processInfo.environment["PICKWAY_DATA"]
  ?? URL(fileURLWithPath: packageRoot).deletingLastPathComponent().path + "/shared/data"

func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}

/// A folder that goes with its last reference.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
