import Exchange
import Flows
import Foundation
import Warehouse

extension DrillDraft {
  /// The drill's file; its site is a folder of that name beside it.
  public func yaml(site folder: String) -> String {
    var lines = remarks.map { "# \($0)" }
    lines += [
      "title: {zh: \(Self.quoted(title.zh)), en: \(Self.quoted(title.en))}",
      "level: \(level.rawValue)", "job: \(job.rawValue)", "site: \(Self.quoted(folder))",
      "way: \(way.rawValue)", "clock: \(clock)",
    ]
    if zeroCheck { lines.append("zeroCheck: true") }
    lines.append("orders:")
    lines += orders.map { order in
      var words = order.lines.map { "\(Self.word($0.sku)): \($0.quantity)" }
      words.append("cutoff: \"\(Self.clock(order.cutOff))\"")
      if order.priority > 0 { words.append("priority: \(order.priority)") }
      return "  - {\(words.joined(separator: ", "))}"
    }
    if !faults.isEmpty { lines.append("faults:") }
    lines += faults.map { "  - \($0.yaml)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the drill's file and, beside it, the folder of its site.
  public func write(to path: String) throws {
    let file = URL(fileURLWithPath: path)
    let name = file.deletingPathExtension().lastPathComponent + "-site"
    let folder = file.deletingLastPathComponent().appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in try siteFiles() {
      try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
    }
    try Data(yaml(site: name).utf8).write(to: file, options: .atomic)
  }

  /// The files of the site's folder.
  public func siteFiles() throws -> [(name: String, bytes: [UInt8])] {
    func table(_ kind: ImportKind, _ records: [ImportRecord]) throws -> [UInt8] {
      var writer = try TableWriter(kind, MemorySink())
      for record in records { try writer.write(record) }
      try writer.finish()
      return writer.sink.bytes
    }
    return [
      ("site.json", Array(SiteDocument(site).description.utf8)),
      ("products.csv", try table(.products, products)), ("stock.csv", try table(.stock, stock)),
    ]
  }

  static func word(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last?.isNumber == true
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Fault {
  /// The fault as a drill's file tells it: `binShort: {bin: A-01, by: 2}`.
  var yaml: String {
    var words: [String] = []
    func add(_ word: FaultKind.Word, _ value: String?) {
      if let value { words.append("\(word.rawValue): \(DrillDraft.word(value))") }
    }
    add(.bin, bin)
    add(.with, with)
    add(.sku, sku)
    for (word, value) in [(FaultKind.Word.by, by), (.slot, slot), (.order, order), (.after, after)]
    {
      if let value { words.append("\(word.rawValue): \(value)") }
    }
    return words.isEmpty ? kind.rawValue : "\(kind.rawValue): {\(words.joined(separator: ", "))}"
  }
}
