import Glibc

/// The monotonic clock, which all processes of a machine share, and the thread's own.
enum Clock {
  /// Nanoseconds since some moment before all of them.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Nanoseconds for which this thread has had a processor.
  static var processor: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// How long a body takes, in nanoseconds.
  static func time(_ body: () throws -> Void) rethrows -> Int64 {
    let start = now
    try body()
    return now - start
  }

  static func pause(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
  }
}
