import Foundation
import Labels

/// Readers of barcodes that are not ours: zxing-cpp, zbarimg, pdftoppm and zplkit.
enum Oracle {
  /// What a barcode says, by the names payloads use.
  struct Code: Hashable, Comparable, CustomStringConvertible {
    var kind: String
    var content: String
    var description: String { "\(kind) \(content)" }
    static func < (lhs: Code, rhs: Code) -> Bool {
      (lhs.kind, lhs.content) < (rhs.kind, rhs.content)
    }
  }

  /// What was read from one file.
  struct Reading: Decodable {
    var size: [Int]
    var zxing: [[String]]
    var zbar: [[String]]
    /// What zplkit complained about.
    var warnings: [String]
    /// The dots in which a ZPL or TSPL file differs from the PNG of the same name.
    var difference: Int?

    var zxingCodes: [Code] { zxing.map { Code(kind: $0[0], content: $0[1]) }.sorted() }
    var zbarCodes: Set<Code> { Set(zbar.map { Code(kind: $0[0], content: $0[1]) }) }
  }

  /// What zxing-cpp must read.
  static func codes(_ payloads: [LabelPayload]) -> [Code] {
    payloads.map { Code(kind: $0.kind.rawValue, content: $0.content) }.sorted()
  }

  /// What zbar must read: it knows neither Data Matrix nor PDF417, and takes GS1-128 for Code 128.
  static func zbarCodes(_ payloads: [LabelPayload]) -> Set<Code> {
    Set(
      payloads.compactMap { payload in
        switch payload.kind {
        case .code128, .gs1_128: Code(kind: "code128", content: payload.content)
        case .ean13, .itf14, .qrCode: Code(kind: payload.kind.rawValue, content: payload.content)
        case .dataMatrix, .gs1DataMatrix, .pdf417: nil
        }
      })
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The interpreter that has the Python readers.
  private static let interpreter =
    ProcessInfo.processInfo.environment["PICKWAY_ORACLES"]
    ?? folder.deletingLastPathComponent().deletingLastPathComponent().path + "/.venv/bin/python3"

  /// Why the readers cannot run, nil when they can.
  static let missing: String? = {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: interpreter),
      let check = try? run(["-c", "import zxingcpp, zplkit, PIL"]), check.status == 0
    else {
      return "no zxing-cpp, zplkit, pillow in \(interpreter): python3 -m venv .venv &&"
        + " .venv/bin/pip install zxing-cpp zplkit pillow, or set PICKWAY_ORACLES"
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for (tool, package) in [("zbarimg", "zbar-tools"), ("pdftoppm", "poppler-utils")]
    where !path.split(separator: ":").contains(where: {
      files.isExecutableFile(atPath: "\($0)/\(tool)")
    }) {
      return "no \(tool): apt-get install \(package)"
    }
    return nil
  }()

  /// Runs the interpreter.
  private static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(filePath: interpreter)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  /// Reads every label in a folder, by file name.
  static func read(_ labels: URL) throws -> [String: Reading] {
    let result = try run([folder.appending(path: "Oracles/decode.py").path, labels.path])
    return try JSONDecoder().decode([String: Reading].self, from: result.output)
  }
}

/// Makes an empty folder, hands it over and removes it.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "labels-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
