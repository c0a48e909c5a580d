import Foundation
import Routing

/// The folder with public problems, and its files as requests.
enum PublicData {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["PICKWAY_DATA"] {
      return URL(fileURLWithPath: named)
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  static var path: String { folder.path }

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("routing").path)
  }

  /// Whether to solve every problem, not a sample: a debug build takes minutes for all.
  static var isFull: Bool { ProcessInfo.processInfo.environment["PICKWAY_FULL"] == "1" }

  /// Every `step`th problem of a file, all of them where `isFull`.
  static func problems<Problem: Decodable>(
    _ type: Problem.Type, _ name: String, step: Int
  ) throws -> [Problem] {
    let text = try Data(contentsOf: folder.appendingPathComponent(name))
    let decoder = JSONDecoder()
    return try text.split(separator: UInt8(ascii: "\n")).enumerated()
      .filter { isFull || $0.offset % step == 0 }
      .map { try decoder.decode(type, from: $0.element) }
  }

  /// A decimal length as millimeters.
  static func millimeters(_ length: Double) -> Int { Int((length * 1000).rounded()) }
}
