import Foundation
import Glibc

/// The page shared with a program that can lose its power (`Tests/CPowerCut`).
final class CutBook {
  /// The page's words, as `CPowerCut.h` names them.
  private enum Word: Int {
    case armed, at, torn, after, struck, count, writes, syncs, sends, names
  }

  /// Where a program's power goes.
  enum Cut: Hashable, CustomStringConvertible {
    /// Nowhere.
    case never
    /// At a counted system call, from 1: right before it, or in its middle.
    case call(Int, torn: Bool)
    /// So many microseconds after the program began.
    case instant(Int)

    var description: String {
      switch self {
      case .never: "never"
      case .call(let number, let torn): "\(torn ? "in" : "before") call \(number)"
      case .instant(let microseconds): "after \(microseconds) us"
      }
    }
  }

  private static let size = 16 * MemoryLayout<Int>.size
  /// The file of the page.
  let path: String
  private let page: UnsafeMutablePointer<Int>

  /// Makes the page in a folder.
  init(in folder: String) throws {
    path = folder + "/power"
    try Data(count: Self.size).write(to: URL(fileURLWithPath: path))
    let file = open(path, O_RDWR | O_CLOEXEC)
    defer { close(file) }
    guard
      let place = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      place != MAP_FAILED
    else { throw CocoaError(.fileReadUnknown) }
    page = place.bindMemory(to: Int.self, capacity: 16)
  }

  deinit { munmap(page, Self.size) }

  /// Says where the power of the program that is started next goes; calls are counted from when
  /// the book is armed.
  func set(_ cut: Cut) {
    for word in 0..<16 { page[word] = 0 }
    switch cut {
    case .never: break
    case .call(let number, let torn):
      page[Word.at.rawValue] = number
      page[Word.torn.rawValue] = torn ? 1 : 0
    case .instant(let microseconds): page[Word.after.rawValue] = microseconds
    }
  }

  /// Counts from here on.
  func arm() { page[Word.armed.rawValue] = 1 }

  /// Whether the power has gone.
  var isStruck: Bool { page[Word.struck.rawValue] == 1 }

  /// The calls counted.
  var count: Int { page[Word.count.rawValue] }

  /// The calls counted, by kind.
  var summary: String {
    "\(count) calls: \(page[Word.writes.rawValue]) writes, \(page[Word.syncs.rawValue]) syncs, "
      + "\(page[Word.sends.rawValue]) sends, \(page[Word.names.rawValue]) others"
  }
}
