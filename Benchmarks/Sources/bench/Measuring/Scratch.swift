import Dispatch
import Foundation

/// A folder of a run's own, removed when the run is over or broken off.
final class Scratch {
  let path: String
  private let interrupt: any DispatchSourceSignal

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path
    self.path = path
    signal(SIGINT, SIG_IGN)
    interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interrupt.setEventHandler {
      try? FileManager.default.removeItem(atPath: path)
      exit(130)
    }
    interrupt.resume()
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
