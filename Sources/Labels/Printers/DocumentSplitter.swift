/// Cuts a stream of ZPL into documents at each `^XZ`, however the bytes arrive.
struct DocumentSplitter {
  private var pending: [UInt8] = []
  private static let end = Array("^XZ".utf8)

  /// Takes some bytes and returns the documents they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [LoopbackPrinter.Document] {
    var complete: [LoopbackPrinter.Document] = []
    for byte in bytes {
      if pending.isEmpty, byte == 0x0A || byte == 0x0D || byte == 0x20 { continue }
      pending.append(byte)
      if byte == Self.end.last, pending.suffix(Self.end.count).elementsEqual(Self.end) {
        complete.append(.init(bytes: pending, isComplete: true))
        pending.removeAll()
      }
    }
    return complete
  }

  /// What was begun and not completed.
  var rest: LoopbackPrinter.Document? {
    pending.isEmpty ? nil : .init(bytes: pending, isComplete: false)
  }
}
