import Foundation

/// What the figures were measured on.
enum Machine {
  /// Its cores, and how many of them others were using when the run began.
  static var summary: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    let load = text.split(separator: " ").first.map(String.init) ?? "?"
    return "\(cores) cores, load \(load): near 0 for figures to keep"
  }
}
