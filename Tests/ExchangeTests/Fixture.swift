import Glibc

@testable import Exchange

/// Reads all records of a text or of bytes.
func read(
  _ text: String, name: String = "orders.csv", options: ReadingOptions = ReadingOptions()
) throws -> (records: [Record], problems: ImportProblems) {
  try read(Array(text.utf8), name: name, options: options)
}

func read(
  _ bytes: [UInt8], name: String = "orders.csv", options: ReadingOptions = ReadingOptions()
) throws -> (records: [Record], problems: ImportProblems) {
  try read(MemorySource(bytes, name: name), options: options)
}

func read(
  _ source: any ByteSource, options: ReadingOptions = ReadingOptions()
) throws -> (records: [Record], problems: ImportProblems) {
  let reader = try RecordFile.open(source, options: options)
  var problems = ImportProblems()
  var records: [Record] = []
  while let record = try reader.next(&problems) { records.append(record) }
  return (records, problems)
}

/// The values of every record as text, for comparing.
func values(_ records: [Record]) -> [[String]] {
  records.map { $0.fields.map(\.value.shown) }
}

/// A source that gives chunks of random sizes.
struct TornSource: ByteSource {
  var inner: MemorySource
  var random: SeededGenerator
  var largest: Int

  var name: String { inner.name }

  mutating func read(atMost count: Int) -> [UInt8] {
    inner.read(atMost: Int.random(in: 1...min(largest, count), using: &random))
  }
}

/// A source that makes its bytes as they are read, so that a test holds no large file.
struct GeneratedSource: ByteSource {
  let name: String
  let rows: Int
  let head: String
  let tail: String
  let row: (Int) -> String
  var number = -1

  mutating func read(atMost count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 32_768, number <= rows {
      bytes += (number < 0 ? head : number < rows ? row(number) : tail).utf8
      number += 1
    }
    return bytes
  }
}

/// `text` in another encoding, made by iconv(3).
func encoded(_ text: String, as encoding: String) -> [UInt8]? {
  guard let converter = iconv_open(encoding, "UTF-8"), converter != iconv_t(bitPattern: -1) else {
    return nil
  }
  defer { iconv_close(converter) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  let room = input.count * 4 + 16
  var output = [CChar](repeating: 0, count: room)
  var left = input.count
  var space = room
  let isWhole = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      return Int(iconv(converter, &from, &left, &to, &space)) != -1
    }
  }
  return isWhole ? output.prefix(room - space).map { UInt8(bitPattern: $0) } : nil
}
