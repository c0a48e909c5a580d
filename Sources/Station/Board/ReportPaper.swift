public import Flows
import Labels
public import Warehouse

/// A report on paper: a head with the figures, then plots of rates, shorts and metres, page by page.
public struct ReportPaper {
  private let report: FloorReport
  private let site: Site?
  private let language: Language
  private let wave: String?
  private let now: Timestamp

  /// Makes the paper of a report.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - site: whose clock and name it bears.
  ///   - language: the language of its words.
  ///   - wave: the only wave it tells of; nil for the whole shift.
  ///   - now: when it is made.
  public init(
    _ report: FloorReport, site: Site?, language: Language, wave: String?, at now: Timestamp
  ) {
    self.report = report
    self.site = site
    self.language = language
    self.wave = wave
    self.now = now
  }

  /// The pages as a PDF.
  ///
  /// - Throws: `LabelError` when it cannot be drawn.
  public func pdf() throws -> [UInt8] {
    try PDFBackend().render(pages(), id: "pickway report").bytes
  }

  /// The pages as layouts in millimetres.
  func pages() -> [Label] {
    var plot = PaperPlot()
    plot.title(heading, "\(site.map { Text($0.name)[language] } ?? "")  \(span)")
    plot.facts(totals)
    // Who packs is not told by wave, and a person's rate is that of the shift.
    let hours = [say("拣货行/时", "Pick lines/h"), say("打包单/时", "Orders packed/h")]
    plot.columns(
      wave == nil
        ? say("每刻钟", "Each quarter of an hour")
        : say("每刻钟: 拣货行/时", "Each quarter of an hour: lines an hour"),
      wave == nil ? hours : [hours[0]],
      stretches.map { stretch in
        let rates = [Double(stretch.lines * 4), Double(stretch.orders * 4)]
        return .init(clock(stretch.at), wave == nil ? rates : [rates[0]])
      })
    plot.bars(
      say("拣货员: 行/时", "People: lines an hour"), [say("行/时", "lines/h")],
      (wave == nil ? report.people : []).filter { $0.lines > 0 && $0.minutes > 0 }.map {
        .init($0.badge, [Double($0.lines * 60 / $0.minutes)])
      })
    plot.bars(
      say("缺拣原因", "Shorts by reason"), [say("次", "times")],
      ShortReason.allCases.compactMap { reason in
        let count = shorts.filter { $0.reason == reason.rawValue }
          .reduce(0) { $0 + $1.count }
        return count == 0 ? nil : .init(reason.words[language], [Double(count)])
      })
    plot.bars(
      say("缺拣库位", "Shorts by bin"), [say("次", "times")],
      shorts.prefix(12).map { .init("\($0.bin) \($0.sku)", [Double($0.count)]) })
    plot.bars(
      say("走的米数, 与最短比", "Metres walked, beside the shortest"),
      [say("走了", "walked"), say("最短", "shortest"), say("按库位号", "in bin-code order")],
      report.waves.filter { $0.metres > 0 }.map {
        .init($0.wave, [Double($0.metres), Double($0.shortest), Double($0.byCode)])
      })
    plot.bars(
      say("最常扫错的商品", "Products mis-scanned most"), [say("次", "times")],
      (wave == nil ? report.misscans : []).prefix(10).map { .init($0.sku, [Double($0.misscans)]) })
    return plot.pages
  }

  private var stretches: [FloorReport.Stretch] {
    wave == nil ? report.stretches : report.waves.first?.stretches ?? []
  }

  private var shorts: [FloorReport.Short] {
    wave == nil ? report.shorts : report.waves.first?.places ?? []
  }

  private var heading: String {
    wave.map { say("波次 \($0) 汇总", "Wave \($0)") } ?? say("班次汇总", "Shift report")
  }

  private var span: String {
    let day = now.day(utcOffset: offset)
    guard let first = stretches.first?.at, let last = stretches.last?.at else {
      return "\(day) \(clock(now))"
    }
    let end = last.adding(milliseconds: 900_000)
    return "\(first.day(utcOffset: offset)) \(clock(first))-\(clock(min(end, now)))"
  }

  private var totals: [(String, String)] {
    let waves = report.waves
    let metres = waves.reduce(0) { $0 + $1.metres }
    let shortest = waves.reduce(0) { $0 + $1.shortest }
    let over = shortest == 0 ? "-" : "+\((metres - shortest) * 1000 / shortest / 10)%"
    return [
      (say("波次", "Waves"), "\(waves.count)"),
      (
        say("已打包单", "Orders packed"),
        "\(waves.reduce(0) { $0 + $1.packed })/\(waves.reduce(0) { $0 + $1.orders })"
      ),
      (
        say("已拣行", "Lines picked"),
        "\(waves.reduce(0) { $0 + $1.picked })/\(waves.reduce(0) { $0 + $1.lines })"
      ),
      (say("缺拣行", "Lines short"), "\(waves.reduce(0) { $0 + $1.shorts })"),
      (
        say("人", "People"),
        "\(wave == nil ? report.people.count : waves.first?.people.count ?? 0)"
      ),
      (say("走 米", "Metres walked"), "\(metres)"),
      (say("比最短", "Over the shortest"), over),
    ]
  }

  private var offset: Int { site?.utcOffset ?? 0 }

  private func clock(_ moment: Timestamp) -> String { moment.clock(utcOffset: offset) }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
}
