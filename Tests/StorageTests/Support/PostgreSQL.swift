import Foundation
import Testing

/// A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket there.
struct PostgreSQL {
  static let binaries = "/usr/lib/postgresql/15/bin"

  static var isInstalled: Bool {
    ["initdb", "postgres", "pg_isready", "psql"].allSatisfy {
      FileManager.default.isExecutableFile(atPath: "\(binaries)/\($0)")
    }
  }

  private let folder: String

  /// Runs a body with a server that is up; it is stopped and gone afterwards.
  static func withServer(_ body: (PostgreSQL) throws -> Void) throws {
    try withFolder { folder in
      let server = PostgreSQL(folder: folder)
      // The server refuses to run as root: everything is done as somebody without rights.
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
      try server.run(
        "initdb",
        ["-D", "\(folder)/data", "-U", "floor", "-A", "trust", "--locale=C", "--no-sync"])
      // Not by pg_ctl: a server that outlives its starter keeps what it inherited, and waiting
      // for the starter would never end.
      let postgres = try server.start(
        "postgres",
        ["-D", "\(folder)/data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"])
      defer {
        postgres.interrupt()
        postgres.waitUntilExit()
      }
      for _ in 0..<200 where !server.isReady { usleep(50_000) }
      try #require(server.isReady)
      try body(server)
    }
  }

  /// Runs statements one after the other; returns what the server has against them.
  func errors(of statements: [String]) throws -> [String] {
    let file = "\(folder)/\(UUID().uuidString).sql"
    try statements.map { "\($0);\n" }.joined()
      .write(toFile: file, atomically: true, encoding: .utf8)
    let output = try run(
      "psql", ["-h", folder, "-U", "floor", "-X", "-q", "-d", "postgres", "-f", file])
    return output.split(separator: "\n").map(String.init).filter { $0.contains("ERROR") }
  }

  private var isReady: Bool {
    (try? run("pg_isready", ["-h", folder, "-U", "floor"])) != nil
  }

  @discardableResult
  private func run(_ tool: String, _ arguments: [String]) throws -> String {
    let output = Pipe()
    let process = try start(tool, arguments, output)
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: told, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(tool: tool, told: text) }
    return text
  }

  private struct Failure: Error {
    let tool: String
    let told: String
  }

  private func start(
    _ tool: String, _ arguments: [String], _ output: Pipe? = nil
  ) throws -> Process {
    let process = Process()
    let command = ["\(Self.binaries)/\(tool)"] + arguments
    if getuid() == 0 {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments =
        ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"] + command
    } else {
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = output ?? FileHandle.nullDevice
    try process.run()
    return process
  }
}
