import Flows
import Labels
public import Warehouse

/// A certificate of what a trainee has passed, on A4, in both languages.
public struct DrillCertificate: Sendable {
  private let standing: ClassBook.Standing
  private let best: [(name: String, level: Training, total: Int)]
  private let day: String
  private let site: String

  /// Makes the certificate of a trainee; nil when there is no such trainee, or nothing was passed.
  ///
  /// - Parameters:
  ///   - day: what stands there as the date.
  ///   - site: who gives it; may be empty.
  public init?(of trainee: String, in book: ClassBook, day: Day, site: String) {
    guard let standing = book.standings.first(where: { $0.trainee == trainee }),
      !standing.levels.isEmpty
    else { return nil }
    self.standing = standing
    self.day = day.description
    self.site = site
    var best: [String: ClassBook.Attempt] = [:]
    for attempt in book.attempts
    where attempt.trainee == trainee && attempt.total >= ClassBook.pass && attempt.isBranch != true
      && attempt.total > best[attempt.name]?.total ?? 0
    {
      best[attempt.name] = attempt
    }
    self.best = best.values.compactMap { attempt in
      Training(rawValue: attempt.level).map { (attempt.name, $0, attempt.total) }
    }.sorted { ($0.level, $0.name) < ($1.level, $1.name) }
  }

  /// The certificate as a PDF of one page.
  public func pdf() throws -> [UInt8] {
    try PDFBackend().render([page], id: "certificate \(standing.trainee)").bytes
  }

  private var page: Label {
    var elements: [Label.Element] = []
    func add(
      _ name: String, _ text: String, y: Double, height: Double, size: Double,
      isBold: Bool = false, x: Double = 20, width: Double = 170,
      alignment: Label.Alignment = .center
    ) {
      elements.append(
        .text(
          Label.TextBlock(
            name: name, frame: Label.Frame(x: x, y: y, width: width, height: height),
            content: text, size: .millimeters(size), minimumSize: .millimeters(size * 0.6),
            maximumLines: 1, weight: isBold ? .bold : .regular, alignment: alignment,
            unknownCharacters: .replace)))
    }
    add("zh", "培训合格证书", y: 36, height: 16, size: 11, isBold: true)
    add("en", "Certificate of Training", y: 54, height: 10, size: 6.5)
    add("this", "兹证明  This certifies that", y: 76, height: 8, size: 4.5)
    add("name", standing.trainee, y: 88, height: 16, size: 10, isBold: true)
    add("has", "通过下列演练级别  has passed these levels of the drills", y: 110, height: 8, size: 4.5)
    for (index, level) in standing.levels.enumerated() {
      let y = 122 + Double(index) * 7
      add(
        "level\(index)", "\(level.text.zh)  \(level.text.en)", y: y, height: 6.5, size: 4.2,
        isBold: true)
    }
    var y = 122 + Double(standing.levels.count) * 7 + 8
    add(
      "drills", "演练与最好成绩  Drills and best scores (\(best.count))", y: y, height: 6, size: 3.6)
    y += 8
    // Three columns of as many rows as there is room for.
    let rows = max(1, Int((262 - y) / 4.5))
    let columns = max(1, min(3, (best.count + rows - 1) / rows))
    let left = 105 - (Double(columns) * 57 - 5) / 2
    for (index, one) in best.prefix(rows * 3).enumerated() {
      let x = left + Double(index / rows) * 57
      let row = y + Double(index % rows) * 4.5
      add(
        "drill\(index)", one.name, y: row, height: 4.4, size: 2.7, x: x, width: 44,
        alignment: .left)
      add(
        "total\(index)", "\(one.total)", y: row, height: 4.4, size: 2.7, x: x + 44, width: 8,
        alignment: .right)
    }
    add(
      "foot",
      "\(site.isEmpty ? "" : site + "    ")\(day)    拣途 Pickway    "
        + "最近 recent \(standing.recent)/100, \(standing.attempts) 次 runs",
      y: 272, height: 6, size: 3.4)
    return Label(name: "certificate", width: 210, height: 297, elements: elements)
  }
}
