import Foundation
import Glibc
public import Warehouse

/// Which handheld a console is, for as long as its process lives.
///
/// Consoles that come by one name, as from one host over ssh, are handhelds of their own: `NAME`,
/// `NAME#2`, `NAME#3` and so on. A code is held by a lock on a file, which the kernel lifts with its
/// process, so a console that was cut off finds the code again under which its work waits. Where
/// several come by the name nobody can tell whose that is: then a badge has to.
public final class DeviceClaim {
  /// The handheld's code.
  public let device: Code<Device>
  /// Whether others come by the same name, at work or with work that waits.
  public let isShared: Bool
  private let lock: Int32?

  /// Takes a code that nobody holds: one with work that waits before others, then the first.
  ///
  /// - Parameters:
  ///   - name: what the console comes by.
  ///   - folder: where the locks are; without one that can be written nothing is held.
  ///   - sessions: the sessions there are.
  public init(_ name: String, in folder: String, sessions: [Session]) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let waiting = sessions.map(\.device.rawValue)
      .filter { $0 == name || $0.hasPrefix(name + "#") }
    let codes = [name] + (2...Self.most).map { "\(name)#\($0)" }
    let known = codes.filter { waiting.contains($0) }
    for code in known + codes {
      let lock = Self.hold(code, in: folder)
      if lock == Self.taken { continue }
      device = Code(code)
      self.lock = lock < 0 ? nil : lock
      isShared =
        waiting.contains { $0 != code }
        || codes.prefix(while: { access(Self.path($0, in: folder), F_OK) == 0 })
          .contains { $0 != code && Self.isHeld($0, in: folder) }
      return
    }
    device = Code(name)
    lock = nil
    isShared = true
  }

  deinit {
    if let lock { close(lock) }
  }

  /// How many consoles may come by one name.
  private static let most = 200
  private static let taken: Int32 = -2

  private static func path(_ code: String, in folder: String) -> String {
    folder + "/" + code.replacingOccurrences(of: "/", with: "-") + ".lock"
  }

  /// The lock of a code; `taken` where somebody has it, -1 where no lock can be had.
  private static func hold(_ code: String, in folder: String) -> Int32 {
    let file = open(path(code, in: folder), O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    guard file >= 0 else { return -1 }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return taken
    }
    return file
  }

  private static func isHeld(_ code: String, in folder: String) -> Bool {
    let file = hold(code, in: folder)
    if file >= 0 { close(file) }
    return file == taken
  }
}
