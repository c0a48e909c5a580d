import Flows
import Foundation
import Terminal
import Warehouse
import Yams

/// Reads a drill's file: everything is checked, every problem told with its line.
public struct DrillReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a file.
  public func drill(at path: String) throws -> Drill {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DrillTrouble(problems: [
        DrillProblem(file: path, line: 1, sentence: "expected a file that can be read")
      ])
    }
    return try drill(String(decoding: data, as: UTF8.self), file: path)
  }

  /// Reads a text; the site's folder is looked for beside the file.
  public func drill(_ text: String, file: String) throws -> Drill {
    let notes = DrillNotes(file: file)
    let url = URL(fileURLWithPath: file)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw DrillTrouble(problems: [
        DrillProblem(
          file: file, line: Self.line(of: error, in: text), sentence: Self.what(error))
      ])
    }
    guard let node, let top = DrillMapping(node, notes, what: "a drill") else {
      if notes.problems.isEmpty { notes.add(1, "a drill: expected keys with values") }
      throw DrillTrouble(problems: notes.problems)
    }
    let (day, minutes) = clock(top, notes)
    let site = top.text("site") ?? "school"
    let folder =
      site.hasPrefix("/")
      ? site : url.deletingLastPathComponent().appendingPathComponent(site).path
    let before = notes.problems.count
    let (orders, referred) = orders(top, url, folder, notes)
    let work = top.list("notes").compactMap { note($0, notes) }
    let isTold = notes.problems.count > before
    let digest = (try? SiteRecords.at(folder))?.digest ?? ""
    let drill = Drill(
      id: Self.hash(Array((text + digest + referred).utf8)),
      name: url.deletingPathExtension().lastPathComponent,
      title: title(top, notes),
      level: top.choice("level", Drill.Level.self, required: true)
        ?? .firstScan,
      job: top.choice("job", Drill.Job.self, required: true) ?? .picker,
      way: top.choice("way", WavePolicy.self) ?? .cluster, size: size(top, notes),
      language: top.choice("language", Language.self) ?? .zh, day: day, minutes: minutes,
      seed: UInt64(top.number("seed", in: 0...999_999_999) ?? 1), hints: hints(top, notes),
      par: top.number("par", in: 1...86_400), site: folder,
      slots: top.number("slots", in: 1...12), zeroCheck: top.flag("zeroCheck") ?? false,
      weighs: top.flag("weighing") ?? false, gs1: top.flag("gs1") ?? false,
      stock: top.list("stock").compactMap { put($0, notes) },
      orders: orders, notes: work,
      faults: top.list("faults").compactMap { fault($0, notes) })
    top.finish("a drill")
    if orders.isEmpty, work.isEmpty, !isTold {
      notes.add(top.line, "expected orders or notes: there is nothing to do")
    }
    check(drill, notes, top)
    guard notes.problems.isEmpty else {
      throw DrillTrouble(problems: notes.problems.sorted { $0.line < $1.line })
    }
    return drill
  }

  /// FNV-1a over bytes, carriage returns left out: 16 hexadecimal digits.
  static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes where byte != 13 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// `full`, `letters`, `asked` or `none`; yes and no mean the first and the last.
  private func hints(_ top: DrillMapping, _ notes: DrillNotes) -> Drill.Hints? {
    switch top.text("hints") {
    case nil: return nil
    case "true", "yes": return .full
    case "false", "no": return Drill.Hints.none
    case .some: return top.choice("hints", Drill.Hints.self)
    }
  }

  private func title(_ top: DrillMapping, _ notes: DrillNotes) -> Text {
    guard let node = top.node("title") else {
      notes.add(top.line, "title is missing")
      return Text("")
    }
    guard let both = DrillMapping(node, notes, what: "title") else { return Text("") }
    defer { both.finish("title") }
    return Text(
      zh: both.text("zh", required: true) ?? "", en: both.text("en", required: true) ?? "")
  }

  private func size(_ top: DrillMapping, _ notes: DrillNotes) -> Size {
    let text = top.text("size") ?? "20x16"
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (20...300).contains(parts[0]), (4...100).contains(parts[1]) else {
      notes.add(top.line(of: "size"), "size \(text): expected columns x rows such as 20x16")
      return Size(columns: 20, rows: 16)
    }
    return Size(columns: parts[0], rows: parts[1])
  }

  private func clock(_ top: DrillMapping, _ notes: DrillNotes) -> (Day, Int) {
    let text = top.text("clock") ?? "2026-11-22 14:00"
    let parts = text.split(separator: " ")
    if parts.count == 2, let day = Day(parts[0]), let minutes = Self.minutes(parts[1]) {
      return (day, minutes)
    }
    notes.add(
      top.line(of: "clock"), "clock \(text): expected a moment such as 2026-11-22 14:00")
    return (Day(daysSince1970: 20_000), 0)
  }

  static func minutes(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }

  private func put(_ node: Node, _ notes: DrillNotes) -> Drill.Put? {
    guard let map = DrillMapping(node, notes, what: "stock") else { return nil }
    defer { map.finish("stock") }
    let expiry = map.text("expiry")
    if let expiry, Day(expiry) == nil {
      notes.add(map.line(of: "expiry"), "expiry \(expiry): expected a day such as 2027-05-01")
    }
    guard let bin = map.text("bin", required: true), let sku = map.text("sku", required: true),
      let quantity = map.number("quantity", in: 0...100_000)
    else {
      if !map.keys.contains("quantity") { notes.add(map.line, "quantity is missing") }
      return nil
    }
    return Drill.Put(
      bin: bin, sku: sku, quantity: quantity, lot: map.text("lot") ?? "",
      expiry: expiry.flatMap { Day($0) })
  }

  private func note(_ node: Node, _ notes: DrillNotes) -> Drill.Note? {
    guard let map = DrillMapping(node, notes, what: "a note") else { return nil }
    guard map.keys.count == 1, let key = map.keys.first,
      let work = Drill.Note.Work(rawValue: key)
    else {
      let all = Drill.Note.Work.allCases.map(\.rawValue).joined(separator: ", ")
      notes.add(map.line, "a note: expected one of \(all)")
      return nil
    }
    return Drill.Note(work: work, at: map.text(key) ?? "")
  }

  private func fault(_ node: Node, _ notes: DrillNotes) -> Fault? {
    if let name = node.scalar?.string {
      guard let kind = FaultKind(rawValue: name) else {
        notes.add(node.mark?.line ?? 1, "no fault \(name)")
        return nil
      }
      let fault = Fault(kind, line: node.mark?.line ?? 1)
      miss(fault, [], notes)
      return fault
    }
    guard let map = DrillMapping(node, notes, what: "a fault") else { return nil }
    guard map.keys.count == 1, let name = map.keys.first else {
      notes.add(map.line, "a fault: expected one kind with its words")
      return nil
    }
    guard let kind = FaultKind(rawValue: name) else {
      notes.add(map.line, "no fault \(name)")
      return nil
    }
    guard let node = map.node(name), let words = DrillMapping(node, notes, what: name) else {
      return nil
    }
    var fault = Fault(kind, line: map.line)
    fault.bin = words.text("bin")
    fault.with = words.text("with")
    fault.sku = words.text("sku")
    fault.by = words.number("by", in: 1...1000)
    fault.slot = words.number("slot", in: 1...12)
    fault.order = words.number("order", in: 1...100)
    fault.after = words.number("after", in: 0...1000)
    words.finish(name)
    miss(fault, Set(words.keys), notes)
    return fault
  }

  private func miss(_ fault: Fault, _ keys: Set<String>, _ notes: DrillNotes) {
    for word in FaultKind.Word.allCases
    where fault.kind.needs.contains(word) && !keys.contains(word.rawValue) {
      notes.add(fault.line, "\(fault.kind.rawValue) needs \(word.rawValue)")
    }
  }

  private func check(_ drill: Drill, _ notes: DrillNotes, _ top: DrillMapping) {
    do {
      let site = try SiteRecords.at(drill.site)
      let counts = [
        "orders": drill.orders.count, "notes": drill.notes.count, "stock": drill.stock.count,
      ]
      for problem in site.problems(in: drill) {
        let item = problem.index.flatMap { index in
          top.line(of: problem.part, at: index, of: counts[problem.part] ?? 0)
        }
        notes.add(problem.line ?? item ?? top.line(of: problem.part), problem.sentence)
      }
    } catch {
      notes.add(top.line(of: "site"), "site: \(error)")
    }
  }

  private static func line(of error: YamlError, in text: String) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    case .duplicatedKeysInMapping(let keys, let context):
      // Where the mapping begins is known; the key stands the second time at the same depth.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let depth = String(repeating: " ", count: max(0, context.mark.column - 1))
      let found = lines.indices.last { index in
        index + 1 > context.mark.line && keys.contains { lines[index].hasPrefix("\(depth)\($0):") }
      }
      return found.map { $0 + 1 } ?? context.mark.line
    case .reader(_, let offset?, _, _):
      return text.utf8.prefix(offset).count { $0 == 10 } + 1
    default: return 1
    }
  }

  private static func what(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      "no YAML: \(problem)"
    case .duplicatedKeysInMapping(let keys, _): "\(keys.joined(separator: ", ")): stands twice"
    default: "no YAML: \(error)".split(separator: "\n").first.map(String.init) ?? "no YAML"
    }
  }
}
