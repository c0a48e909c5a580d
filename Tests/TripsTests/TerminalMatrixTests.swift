import Flows
import Foundation
import Glibc
import Testing
import Trips

@testable import Terminal

/// Every kind of terminal, in every encoding and size, shows every step of the main trip.
@MainActor
@Suite(.serialized)
struct TerminalMatrixTests {
  nonisolated static let names = [
    "vt100", "vt220", "linux", "xterm-256color", "screen", "tmux", "no-such-terminal", "dumb",
  ]
  nonisolated static let sizes = [
    (20, 4), (20, 8), (20, 16), (40, 8), (26, 20), (80, 24), (120, 40),
  ]
  .map { Size(columns: $0, rows: $1) }

  /// The steps of the main trip, from the badge to the last label, on every glass.
  private static let album = Result {
    let ground = try Floors.memory.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let stage = AlbumStage(
      on: InProcessStage(
        store: ground.store, folder: ground.folder, start: SmallWorld.start,
        seed: { seeds.next() }),
      sizes.flatMap { size in
        Language.allCases.map { AlbumStage.Glass(size: size, language: $0) }
      })
    let result = Floors.runner.run(
      try Trip(contentsOf: "\(Floors.trips)/pick-and-pack.trip"), on: stage)
    #expect(result.passed, "\(result.failure?.description ?? "")")
    return stage.frames
  }

  @Test(arguments: names, TerminalEncoding.allCases)
  func everyStepIsOnTheGlass(_ name: String, _ encoding: TerminalEncoding) throws {
    setlocale(LC_ALL, "C.utf8")
    let album = try Self.album.get()
    for size in Self.sizes {
      for language in Self.languages(encoding) {
        let frames = album[AlbumStage.Glass(size: size, language: language)] ?? []
        // Every gesture of the trip.
        #expect(frames.count > 35)
        let shows = name == "dumb" ? Self.prints : Self.draws
        let missed = try shows(frames, name, encoding, size)
        #expect(missed == nil, "\(name) \(encoding) \(size) \(language)\n\(missed ?? "")")
      }
    }
  }

  /// Both languages in UTF-8; elsewhere the one with characters of its own, or the only one there is.
  private static func languages(_ encoding: TerminalEncoding) -> [Language] {
    switch encoding {
    case .utf8: Language.allCases
    case .gbk, .gb18030: [.zh]
    case .ascii: [.en]
    }
  }

  /// Draws frames one after the other; the first that is not seen cell for cell, with what is seen.
  private static func draws(
    _ frames: [Frame], _ name: String, _ encoding: TerminalEncoding, _ size: Size
  ) throws -> String? {
    let glass = try CursesGlass(name, encoding, size)
    defer { glass.close() }
    for frame in frames {
      let seen = glass.show(frame)
      let wanted = glass.display.appearance(of: Self.known(frame, encoding))
      guard seen == wanted else { return wanted.golden + "\n" + seen.golden }
    }
    return nil
  }

  private static func words(_ frame: Frame, _ encoding: TerminalEncoding) -> [String] {
    known(frame.drawn(with: .ascii), encoding).lines.filter { !$0.isEmpty }
  }

  /// The frame with question marks for what the encoding has not, as the other language's name in
  /// the menu of an ASCII terminal.
  private static func known(_ frame: Frame, _ encoding: TerminalEncoding) -> Frame {
    guard encoding == .ascii else { return frame }
    var known = frame
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        guard !cell.isTrailing, !cell.character.isASCII,
          CursesDisplay.lineSet[cell.character] == nil
        else { continue }
        known.put(
          String(repeating: "?", count: cell.width), row: row, column: column, cell.attributes)
      }
    }
    return known
  }

  /// Prints frames one after the other; the first of which a row is not printed, with what is.
  private static func prints(
    _ frames: [Frame], _ name: String, _ encoding: TerminalEncoding, _ size: Size
  ) throws -> String? {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    defer { for end in ends { Glibc.close(end) } }
    let display = LineDisplay(output: ends[1], size: size, encoding: encoding)
    for (index, frame) in frames.enumerated() {
      let wanted = Self.words(frame, encoding)
      let isNew = index == 0 || Self.words(frame, .utf8) != Self.words(frames[index - 1], .utf8)
      display.show(frame)
      guard isNew else { continue }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = max(0, read(ends[0], &bytes, bytes.count))
      var back = GBDecoder()
      let raw = Array(bytes.prefix(count))
      let text = String(decoding: encoding == .utf8 ? raw : back.feed(raw), as: UTF8.self)
      let printed = text.split(separator: "\n").map(String.init)
      guard printed == wanted + [String(repeating: "-", count: 20)] else {
        return wanted.joined(separator: "\n") + "\n" + text
      }
    }
    return nil
  }
}
