import Glibc
import Synchronization

/// Puts documents into a folder, for a print server, a preview or a test.
///
/// A document appears under `id.extension` whole or not at all, and is on the disk when `send`
/// returns: it is written to a hidden file, synced, renamed, and the folder synced. The same job sent
/// again replaces its file, so a repeat never makes a second one.
public struct SpoolPrinter: Printer {
  /// The folder, which must exist.
  public var folder: String

  /// Tells hidden files of this process apart.
  private static let counter = Atomic<Int>(0)

  /// Creates a printer that writes to a folder.
  public init(folder: String) {
    self.folder = folder
  }

  /// Whether the folder is there.
  var isFolder: Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Writes the document; after any error it is safe to send it again.
  public func send(_ document: PrintDocument) throws(PrinterError) -> PrintProof {
    guard PrintJobName.isFileName(document.id) else {
      throw PrinterError(
        .badJobID,
        "job id '\(LabelText.clean(document.id))': expected 1 to 128 letters, digits, '.', '_', '-'"
      )
    }
    let name = "\(document.id).\(document.format.fileExtension)"
    let path = "\(folder)/\(name)"
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    let hidden = "\(folder)/.\(name).\(getpid()).\(number).part"
    let file = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.error("create", hidden) }
    do throws(PrinterError) {
      try Self.fill(file, document.bytes, hidden)
      guard rename(hidden, path) == 0 else { throw Self.error("rename", hidden) }
    } catch {
      unlink(hidden)
      throw error
    }
    try syncFolder()
    return .stored(path: path)
  }

  /// Writes, syncs and closes a file.
  private static func fill(
    _ file: Int32, _ bytes: [UInt8], _ path: String
  ) throws(PrinterError) {
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw error("write", path) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw error("sync", path) }
  }

  /// Without this the new name may be lost with the power.
  private func syncFolder() throws(PrinterError) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw Self.error("open", folder) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw Self.error("sync", folder) }
  }

  private static func error(_ verb: String, _ path: String) -> PrinterError {
    PrinterError(.storage, "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))")
  }
}
