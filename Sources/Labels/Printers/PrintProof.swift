/// What is known after a document was handed over.
public enum PrintProof: Sendable, Equatable {
  /// The document lies in a folder, written through to the disk.
  case stored(path: String)
  /// The printer's network stack took every byte.
  ///
  /// `closed`: the printer also read to the end and closed the connection in order. Without it the
  /// bytes may still wait in its buffers: an open head, no paper, or a printer that never closes.
  case handedOver(bytes: Int, closed: Bool)
}
