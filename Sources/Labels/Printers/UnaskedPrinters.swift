extension SpoolPrinter: ProvingPrinter {
  /// A folder is ready when it is there; nothing more can be said of it.
  public func status() throws(PrinterError) -> PrinterStatus? {
    guard isFolder else {
      throw PrinterError(.storage, "there is no folder '\(folder)'")
    }
    return nil
  }

  /// Puts one document into the folder.
  public func print(begin: (PrinterStatus?) throws -> PrintDocument?) throws -> PrintVerdict? {
    guard isFolder else {
      return .notPrinted(.unreachable, "there is no folder '\(folder)'")
    }
    guard let document = try begin(nil) else { return nil }
    do {
      _ = try send(document)
      return .proven(.stored)
    } catch {
      return .notPrinted(.unreachable, error.description)
    }
  }
}

/// A raw port that is asked nothing, for formats in which no printer answers.
extension RawPrinter: ProvingPrinter {
  /// Whether somebody answers at its address; it says nothing of itself.
  public func status() throws(PrinterError) -> PrinterStatus? {
    try connect().close()
    return nil
  }

  /// Sends one document; whether it came out is never known.
  public func print(begin: (PrinterStatus?) throws -> PrintDocument?) throws -> PrintVerdict? {
    do {
      try connect().close()
    } catch {
      return .notPrinted(.unreachable, error.description)
    }
    guard let document = try begin(nil) else { return nil }
    do {
      _ = try send(document)
      return .unknown(nil, "the printer took the label and says nothing of itself")
    } catch {
      if error.delivery == .nothing { return .notPrinted(.unreachable, error.description) }
      return .unknown(.brokenOff, error.description)
    }
  }
}
