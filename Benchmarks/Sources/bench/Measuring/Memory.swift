import Foundation

/// The memory of processes.
enum Memory {
  /// The most a process ever held, in KiB, as Linux counts it; 0 when it is gone.
  static func peak(of process: String = "self") -> Int {
    guard
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return Int(line.filter(\.isNumber)) ?? 0
  }

  /// KiB as MB, to read.
  static func megabytes(_ kibibytes: Int) -> String {
    String(format: "%.1f", Double(kibibytes) * 1024 / 1_000_000)
  }
}
