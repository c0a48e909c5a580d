import CTerminal
import Glibc
import Terminal
import Testing

/// Our own width table against the C library's, and texts cut by columns.
@MainActor
struct WidthTests {
  @Test func agreesWithTheLibraryOverAllChineseAndAscii() throws {
    let utf8 = try #require(newlocale(LC_CTYPE_MASK, "C.utf8", nil))
    let before = uselocale(utf8)
    defer {
      uselocale(before)
      freelocale(utf8)
    }
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x2E80...0x2E99, 0x3001...0x303E, 0x3041...0x3096, 0x30A1...0x30FF,
      0x3105...0x312F, 0x3220...0x3247, 0x3400...0x4DBF, 0x4E00...0x9FFC, 0xAC00...0xD7A3,
      0xF900...0xFA6D, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x2A6DD,
      0x300...0x36F, 0x2500...0x257F, 0x2591...0x2593,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = ct_wcwidth(value)
      #expect(Width.of(scalar) == Int(theirs), "U+\(String(value, radix: 16))")
    }
  }

  @Test func knowsAmbiguousCharacters() {
    for text in ["a → b", "3 × 4", "★", "wait…", "─", "①"] {
      #expect(Width.hasAmbiguousWidth(text), "\(text)")
    }
    for text in ["a -> b", "拣货, 放 3号箱。", "Ａ－０７", "café", "「」（）：；！？"] {
      #expect(Width.hasAmbiguousWidth(text) == text.contains("é"), "\(text)")
    }
  }

  @Test func cutsByColumnsAndNeverHalves() {
    #expect(Width.prefix("乐事薯片", columns: 5) == "乐事")
    #expect(Width.suffix("乐事薯片", columns: 5) == "薯片")
    #expect(Width.cut("乐事薯片", columns: 8) == "乐事薯片")
    #expect(Width.cut("乐事薯片", columns: 7) == "乐事..")
    #expect(Width.cut("乐事薯片", columns: 1) == "")
  }

  @Test func wrapsWordsWholeAndChineseAnywhereButBeforeClosingMarks() {
    #expect(
      Width.wrap("Same level, 2nd from left", columns: 12) == [
        "Same level,", "2nd from", "left",
      ])
    #expect(Width.wrap("先问班长，再拿。", columns: 8) == ["先问班", "长，再", "拿。"])
    #expect(Width.wrap("6924743915848000", columns: 10) == ["6924743915", "848000"])
    #expect(Width.wrap("", columns: 10) == [""])
  }

  @Test(arguments: 0..<200)
  func wrappingKeepsEveryCharacterAndTheWidth(seed: Int) {
    var random = Seeded(UInt64(seed))
    let letters = Array("abc 012-,. 拣货放号箱，。（）:e\u{301}")
    let text = String(
      (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      })
    for columns in 2...24 {
      let rows = Width.wrap(text, columns: columns)
      #expect(rows.allSatisfy { Width.of($0) <= columns }, "\(rows)")
      #expect(rows.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
