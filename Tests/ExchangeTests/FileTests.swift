import Foundation
import Testing

@testable import Exchange

struct FileTests {
  @Test func filesAreWrittenAndRead() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "stock.csv").path
    var writer = CSVWriter(try FileSink(path: path))
    try writer.write(["商品编码", "数量"])
    for number in 0..<5_000 { try writer.write(["螺丝-\(number)", .integer(number)]) }
    try writer.finish()
    let reader = try RecordFile.open(path: path)
    #expect(reader.file == "stock.csv")
    var problems = ImportProblems()
    var sum = 0
    while let record = try reader.next(&problems) {
      sum += record.integer("数量", in: 0..., &problems) ?? 0
    }
    #expect(sum == 4_999 * 5_000 / 2)
    #expect(problems.isEmpty)
  }

  @Test func aFileThatCannotBeMadeSaysSo() {
    let error = #expect(throws: ExchangeError.self) { try FileSink(path: "/nowhere/x.csv") }
    #expect(error?.description == "/nowhere/x.csv: cannot be opened: No such file or directory")
    #expect(error?.chinese == "/nowhere/x.csv：无法打开：No such file or directory")
  }
}
