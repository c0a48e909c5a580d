import CarrierEmulation
import Carriers
import Foundation
import Testing

/// Clients that are not ours, against the emulator.
@Suite("Other people's KDNiao clients")
struct OracleTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private static let interpreter =
    ProcessInfo.processInfo.environment["PICKWAY_ORACLES"]
    ?? folder.deletingLastPathComponent().deletingLastPathComponent().path + "/.venv/bin/python3"

  /// Whether the interpreter has a module.
  private static func has(_ module: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: interpreter)
      && (try? run(["-c", "import \(module)"]))?.status == 0
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: interpreter)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What a client saw of a fresh emulator.
  private func see(_ client: String) async throws -> String {
    let emulator = try await KDNiaoEmulator.start(
      KDNiaoEmulatorOptions(), clock: { EmulatedKDNiao.start })
    let script = Self.folder.path + "/Oracles/clients.py"
    let address = emulator.address
    let seen = try await onThread {
      try Self.run([
        script, client, address, KDNiaoEmulatorOptions.testMerchant,
        KDNiaoEmulatorOptions.testKey.reveal(),
      ])
    }
    #expect(seen.status == 0)
    #expect(emulator.numbersUsed == 1)
    await emulator.stop()
    return seen.output.trimmingCharacters(in: .newlines)
  }

  @Test(
    "The standard library alone, by the published description",
    .enabled(if: has("urllib.request"), "no python3 in .venv: set PICKWAY_ORACLES"))
  func standardLibrary() async throws {
    #expect(
      try await see("urllib")
        == """
        {"codes": ["100", "106", "100", "102"], "same": true, "state": "0", "template": true, \
        "whose": ["YTO"]}
        """)
  }

  @Test(
    "kdniao of PyPI",
    .enabled(if: has("kdniao.client"), "no kdniao: .venv/bin/pip install kdniao==0.1.3"))
  func kdniao() async throws {
    #expect(
      try await see("kdniao")
        == """
        {"codes": ["100", "106", "101"], "same": true, \
        "success": [100, 100, 100, 100, 100, -100], "whose": ["YTO"]}
        """)
  }

  @Test(
    "kdnmcp of PyPI",
    .enabled(if: has("utils.kdniao_client"), "no kdnmcp: .venv/bin/pip install kdnmcp==1.0.4"))
  func kdnmcp() async throws {
    #expect(
      try await see("kdnmcp") == "{\"state\": 0, \"success\": [true, true], \"whose\": [\"YTO\"]}")
  }
}
