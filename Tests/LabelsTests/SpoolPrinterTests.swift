import Foundation
import Labels
import Testing

/// Documents appear in the folder whole, once, or not at all.
@Suite struct SpoolPrinterTests {
  private func document(_ id: String, _ text: String) -> PrintDocument {
    PrintDocument(id: id, format: .zpl, bytes: Array(text.utf8))
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func storesADocument() throws {
    try withTemporaryFolder { folder in
      let proof = try SpoolPrinter(folder: folder.path).send(document("job-1", "^XA^XZ"))
      #expect(proof == .stored(path: folder.path + "/job-1.zpl"))
      #expect(try names(folder) == ["job-1.zpl"])
      #expect(try Data(contentsOf: folder.appending(path: "job-1.zpl")) == Data("^XA^XZ".utf8))
    }
  }

  @Test func aRepeatReplacesAsAWhole() throws {
    try withTemporaryFolder { folder in
      let printer = SpoolPrinter(folder: folder.path)
      let long = String(repeating: "long", count: 50_000)
      _ = try printer.send(document("job-1", long))
      let reader = try FileHandle(forReadingFrom: folder.appending(path: "job-1.zpl"))
      _ = try printer.send(document("job-1", "short"))
      // Who was reading the first print still has all of it: the file was never written over.
      #expect(try reader.readToEnd() == Data(long.utf8))
      #expect(try names(folder) == ["job-1.zpl"])
      #expect(try Data(contentsOf: folder.appending(path: "job-1.zpl")) == Data("short".utf8))
    }
  }

  @Test func aFailureLeavesNothing() throws {
    try withTemporaryFolder { folder in
      // A folder in the place of the file: the rename fails after everything was written.
      try FileManager.default.createDirectory(
        at: folder.appending(path: "job-1.zpl"), withIntermediateDirectories: false)
      let error = #expect(throws: PrinterError.self) {
        try SpoolPrinter(folder: folder.path).send(document("job-1", "^XA^XZ"))
      }
      #expect(error?.code == .storage)
      #expect(error?.delivery == .nothing)
      #expect(try names(folder) == ["job-1.zpl"])
    }
  }

  @Test func aMissingFolderIsNamed() throws {
    let error = #expect(throws: PrinterError.self) {
      try SpoolPrinter(folder: "/nowhere/labels").send(document("job-1", "x"))
    }
    #expect(error?.code == .storage)
    #expect(error?.description.contains("/nowhere/labels") == true)
  }

  @Test(arguments: [
    "", "../job", "a/b", ".hidden", "a b", "作业", String(repeating: "x", count: 129),
  ])
  func idsThatAreNoFileNames(_ id: String) throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: PrinterError.self) {
        try SpoolPrinter(folder: folder.path).send(document(id, "x"))
      }
      #expect(error?.code == .badJobID)
      let left = try names(folder)
      #expect(left.isEmpty)
    }
  }

  @Test func manyAtOnceEachKeepTheirOwn() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "spool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let printer = SpoolPrinter(folder: folder.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        let document = document("job-\(number % 10)", "\(number % 10)")
        group.addTask { _ = try printer.send(document) }
      }
      try await group.waitForAll()
    }
    #expect(try names(folder) == (0..<10).map { "job-\($0).zpl" })
    for number in 0..<10 {
      let data = try Data(contentsOf: folder.appending(path: "job-\(number).zpl"))
      #expect(data == Data("\(number)".utf8))
    }
  }
}
