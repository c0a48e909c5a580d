import Foundation

/// The built program, run as its user would run it.
enum Program {
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program beside the tests in the build folder.
  static let path: String = {
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).standardizedFileURL
    return bundle.deletingLastPathComponent().appendingPathComponent("pickway").path
  }()

  static func pickway(
    _ arguments: String..., input: String = "", store: String? = nil
  ) throws -> Run {
    try run(path, arguments + (store.map { ["--store", $0] } ?? []), input: input)
  }

  static func run(_ program: String, _ arguments: [String], input: String = "") throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    let errors = Pipe()
    let typed = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = typed
    try process.run()
    try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try typed.fileHandleForWriting.close()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// A new folder that goes when the body is done.
  static func inFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}

extension Program {
  /// Writes a file as UTF-8.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
