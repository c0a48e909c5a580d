import Glibc

/// What the disk itself takes: the yardstick of everything that must be on it.
enum Disk {
  /// Times of writes of 4 KiB to the end of a file, each followed by fsync(2).
  static func syncs(_ count: Int, in scratch: Scratch) throws -> Durations {
    let path = scratch.file("sync")
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Trouble("\(path): cannot be written") }
    defer {
      close(file)
      unlink(path)
    }
    let page = [UInt8](repeating: 0x5A, count: 4096)
    var times = Durations()
    for _ in 0..<count {
      times.add(
        Clock.time {
          _ = write(file, page, page.count)
          fsync(file)
        })
    }
    return times
  }
}
