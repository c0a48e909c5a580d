import Dispatch
import Foundation

/// A folder of a run's own, removed when the run is over or broken off.
final class Scratch {
  let path: String
  private var signals: [any DispatchSourceSignal] = []

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path
    self.path = path
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        Worker.endAll()
        try? FileManager.default.removeItem(atPath: path)
        exit(128 + number)
      }
      source.resume()
      signals.append(source)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A new folder in the folder.
  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: file(name), withIntermediateDirectories: false)
    return file(name)
  }

  /// A copy of a store nobody has open.
  func copy(_ store: String, as name: String) throws -> String {
    let copy = file(name)
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: store, toPath: copy)
    return copy
  }
}
