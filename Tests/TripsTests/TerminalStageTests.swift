import Flows
import Foundation
import Storage
import Terminal
import Testing
import Trips
import Warehouse

/// The stage of the real program, with programs that are not it.
struct TerminalStageTests {
  /// A stage whose program is a shell script.
  private func stage(_ script: String) throws -> (stage: TerminalStage, folder: String) {
    let ground = try Floors.sqlite.makeGround()
    let program = ground.folder + "/program"
    try "#!/bin/sh\n\(script)\n".write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let stage = try TerminalStage(
      program: program, file: ground.file ?? "", store: ground.store, start: SmallWorld.start,
      seed: { "s" })
    return (stage, ground.folder)
  }

  private let glass = Size(columns: 60, rows: 16)

  @Test func aProgramThatIsNotThereIsSaidSo() throws {
    let ground = try Floors.sqlite.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let trouble = #expect(throws: StageTrouble.self) {
      try TerminalStage(
        program: "/no/such/pickway", file: ground.file ?? "", store: ground.store,
        start: SmallWorld.start, seed: { "s" })
    }
    #expect(trouble?.description == "/no/such/pickway: expected the built program")
  }

  @Test func aProgramThatEndsAtOnceIsQuoted() throws {
    let (stage, folder) = try stage("echo no such store; exit 66")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let trouble = #expect(throws: StageTrouble.self) { try stage.powerOn("li", glass, .en) }
    #expect(
      trouble?.description
        == "expected the console to go on, it has ended (status 66): no such store")
  }

  /// Waits as the real program does, shows what it was told, and rings for `bad`.
  private static let echo = #"""
    printf '\033[?1049h\033[H%s\r\n' "$*"
    exec bash -c 'while IFS= read -r -t 60 line; do
      case $line in bad) printf "\a\a\a" ;; *) printf "got %s\r\n" "$line" ;; esac
    done'
    """#

  @Test func theProgramIsToldGlassLanguageAndTime() throws {
    let (stage, folder) = try stage(Self.echo)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    defer { stage.close() }
    try stage.powerOn("li", Size(columns: 400, rows: 16), .en)
    #expect(try stage.frame(of: "li").shows("--device li --size 400x16 --lang en"))
    #expect(try stage.frame(of: "li").shows("--clock 2026-11-22 14:00 --clock-stands"))
    try stage.advance(to: SmallWorld.start.adding(milliseconds: 61_000))
    #expect(try stage.frame(of: "li").shows("--clock 2026-11-22 14:02 --clock-stands"))
  }

  @Test func gesturesArriveAndTonesAreHeard() throws {
    let (stage, folder) = try stage(Self.echo)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    defer { stage.close() }
    try stage.powerOn("li", glass, .zh)
    #expect(try stage.give(.scan(["A-01", "T-01"]), to: "li") == .nothing)
    #expect(try stage.frame(of: "li").shows("got A-01"))
    #expect(try stage.frame(of: "li").shows("got T-01"))
    #expect(try stage.give(.scan(["bad"]), to: "li") == .bad)
    #expect(try stage.give(.scan(["拣途"]), to: "li") == .nothing)
    #expect(try stage.frame(of: "li").shows("got 拣途"))
  }

  @Test func killedAndHungUpItStartsAgain() throws {
    let (stage, folder) = try stage(Self.echo)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    defer { stage.close() }
    try stage.powerOn("li", glass, .en)
    _ = try stage.give(.scan(["A-01"]), to: "li")
    try stage.kill("li")
    #expect(try !stage.frame(of: "li").shows("got A-01"))
    #expect(try stage.frame(of: "li").shows("--device li"))
    _ = try stage.give(.scan(["A-02"]), to: "li")
    try stage.hangUp("li")
    #expect(try !stage.frame(of: "li").shows("got A-02"))
    #expect(throws: StageTrouble.self) { try stage.give(.key(.enter), to: "wang") }
  }
}
