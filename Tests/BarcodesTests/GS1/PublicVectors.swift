import Foundation

/// A test case of the reference engine's, as `gs1/*.jsonl` in the public data hold them.
struct PublicVector: Decodable, CustomStringConvertible {
  let kind: String
  let input: String
  let ok: Bool?
  let out: String?
  let err: String?
  let linter: String?
  let highlight: String?
  let path: String?
  let query: String?
  let needle: String?
  let ignore: String?
  let fn: String?
  let sym: String?
  let stem: String?
  let permitUnknownAIs: Bool?
  let addCheckDigit: Bool?
  let permitZeroSuppressedGTIN: Bool?
  let permitConvenienceAlphas: Bool?

  enum CodingKeys: String, CodingKey {
    case kind, ok, out, err, linter, highlight, path, query, needle, ignore, fn, sym, stem
    case permitUnknownAIs, addCheckDigit, permitZeroSuppressedGTIN, permitConvenienceAlphas
    case input = "in"
  }

  var description: String { "\(kind) \(input.prefix(80))" }
}

/// The folder of public data: `PICKWAY_DATA`, or beside the package.
enum PublicData {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PICKWAY_DATA"] {
      return URL(fileURLWithPath: path)
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  static func file(_ name: String) -> URL {
    folder.appendingPathComponent("gs1/\(name)")
  }

  static let isPresent = ["engine.jsonl", "components.jsonl"].allSatisfy {
    FileManager.default.fileExists(atPath: file($0).path)
  }

  static func vectors(_ name: String, kind: String) throws -> [PublicVector] {
    let text = try String(contentsOf: file(name), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(PublicVector.self, from: Data($0.utf8))
    }.filter { $0.kind == kind }
  }
}
