import Foundation
import Storage

/// The stores every decision is held against.
enum Engine: String, CaseIterable { case memory, sqlite }

/// A new, empty store; where it is a file, the file goes with it.
final class Ground {
  let store: any Store
  private let folder: String?

  init(_ engine: Engine) throws {
    switch engine {
    case .memory:
      (store, folder) = (MemoryStore(), nil)
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("pickway-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      store = try SQLiteStore.create(at: folder + "/floor.sqlite")
      self.folder = folder
    }
  }

  deinit {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }
}
