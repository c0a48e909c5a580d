/// Opens files of records, whatever their format.
public enum RecordFile {
  /// Opens the file at `path` by its name: `.csv`, `.tsv` and `.txt` are CSV, `.json`, `.jsonl` and
  /// `.ndjson` JSON; any other is JSON if it begins with `[` or `{`.
  public static func open(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ExchangeError) -> any RecordReader {
    try open(try FileSource(path: path), options: options)
  }

  /// Opens a source by its name or its first character.
  public static func open(
    _ source: any ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(ExchangeError) -> any RecordReader {
    let name = source.name.lowercased()
    let stream = TextStream(source, encoding: options.encoding)
    let isJSON: Bool
    if [".csv", ".tsv", ".txt"].contains(where: name.hasSuffix) {
      isJSON = false
    } else if [".json", ".jsonl", ".ndjson"].contains(where: name.hasSuffix) {
      isJSON = true
    } else {
      isJSON = try beginsJSON(stream)
    }
    return isJSON ? JSONRecordReader(stream, options) : CSVReader(stream, options)
  }

  private static func beginsJSON(_ stream: TextStream) throws(ExchangeError) -> Bool {
    while true {
      if let byte = stream.buffer[stream.head...].first(where: { !isSpace($0) }) {
        return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
      }
      guard stream.unread < TextStream.chunk, try stream.fill() else { return false }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
