import Foundation

/// Whether a program of one main loop has taken what it was sent and waits for more.
///
/// Linux says of a process how often it went to sleep and in which call it sleeps: a loop that
/// went to sleep since it was sent something, and sleeps in poll(2), has taken it; one that sleeps
/// in fsync(2) has not. Where `/proc` does not say it, nothing is known, and one can only wait.
struct ProcessWatch {
  private let folder: String
  private var sleeps = 0

  /// poll, ppoll, select and pselect6 by their numbers.
  #if arch(x86_64)
    private static let waits: Set<String> = ["7", "271", "23", "270"]
  #else
    private static let waits: Set<String> = ["73", "72"]
  #endif

  init(process: Int32) {
    folder = "/proc/\(process)/task/\(process)"
  }

  /// Remembers the present moment as the one before something is sent.
  mutating func mark() {
    sleeps = count ?? 0
  }

  /// How often the program went to sleep since the mark, if it waits now, and 0 if it does not; nil
  /// when it cannot be known.
  var waits: Int? {
    guard let count, let call = read("syscall") else { return nil }
    guard let number = call.split(separator: " ").first else { return nil }
    return Self.waits.contains(String(number)) ? max(0, count - sleeps) : 0
  }

  private var count: Int? {
    read("status")?.split(separator: "\n")
      .first { $0.hasPrefix("voluntary_ctxt_switches:") }
      .flatMap { $0.split(separator: "\t").last }
      .flatMap { Int($0) }
  }

  private func read(_ name: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }
}
