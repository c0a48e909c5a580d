import Foundation
import Glibc

/// The emulator's books on disk: one JSON line an entry, synced before anybody is answered.
///
/// A last line without its end, torn by a crash, was never answered for and is cut off.
final class EmulatorJournal {
  private let file: Int32
  private let path: String
  private let encoder = JSONEncoder()

  /// Opens or makes the file and reads what is in it.
  init(path: String, each entry: (EmulatorEntry) -> Void) throws(KDNiaoEmulatorProblem) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw KDNiaoEmulatorProblem(description: "\(path): \(String(cString: strerror(errno)))")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw KDNiaoEmulatorProblem(description: "\(path): another emulator uses it")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let whole = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    if whole < bytes.count { _ = ftruncate(file, whole) }
    let decoder = JSONDecoder()
    for (index, line) in bytes[..<whole].split(separator: 0x0A).enumerated() {
      guard let read = try? decoder.decode(EmulatorEntry.self, from: Data(line)) else {
        throw KDNiaoEmulatorProblem(
          description: "\(path):\(index + 1): no entry of the emulator's books")
      }
      entry(read)
    }
  }

  deinit {
    close(file)
  }

  /// Writes an entry and waits until it is on disk.
  func append(_ entry: EmulatorEntry) throws(KDNiaoEmulatorProblem) {
    guard var line = try? encoder.encode(entry) else {
      throw KDNiaoEmulatorProblem(description: "\(path): entry not writable")
    }
    line.append(0x0A)
    let written = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard written == line.count, fdatasync(file) == 0 else {
      throw KDNiaoEmulatorProblem(description: "\(path): \(String(cString: strerror(errno)))")
    }
  }
}
