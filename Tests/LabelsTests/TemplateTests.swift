import Foundation
import Testing

@testable import Labels

/// From data to labels.
@Suite struct TemplateTests {
  private func template(_ name: String) throws -> LabelTemplate {
    try #require(TemplateCatalog.builtIn[name])
  }

  private func content(_ name: String, _ label: Label?) -> String? {
    for element in label?.elements ?? [] where element.name == name {
      switch element {
      case .text(let block): return block.content
      case .symbol(let block): return block.content
      case .rule, .box: return ""
      }
    }
    return nil
  }

  @Test func theBuiltInTemplates() {
    #expect(
      TemplateCatalog.builtIn.templates.map(\.name) == [
        "badge-sheet", "bin-100x50", "logistic-a6", "manifest-100", "manifest-a4",
        "packing-list-100", "packing-list-a4", "pick-list-a4", "tote-100x70", "waybill-100x150",
        "waybill-100x180", "waybill-76x130",
      ])
    #expect(TemplateCatalog.builtIn.carrierTemplates.count == 21)
    #expect(TemplateCatalog.builtIn[TemplateCatalog.standardName] != nil)
    #expect(TemplateCatalog.builtIn["waybill-76x130.sf"]?.summary.carrier == "SF")
    #expect(TemplateCatalog.builtIn["waybill-76x130.dhl"] == nil)
    #expect(
      TemplateCatalog.builtIn.missing("bin-100x5") == "no template 'bin-100x5', did you mean"
        + " 'bin-100x50'?")
  }

  @Test func everyFieldOfATemplateIsInItsSummary() throws {
    let data = try JSONEncoder().encode(try template("bin-100x50").summary)
    let json = String(decoding: data, as: UTF8.self)
    #expect(json.contains(#""labelsPerSheet""#) == false)
    #expect(json.contains(#""name":"bin""#) && json.contains(#""required":true"#))
    #expect(try template("badge-sheet").summary.labelsPerSheet == 10)
  }

  @Test func aCarrierBringsItsOwn() throws {
    let data = try template("waybill-76x130.sf").sample
    let label = try template("waybill-76x130").labels(for: data).first
    #expect(content("carrier.name", label) == "顺丰速运")
    #expect(
      content("code", label)
        == "MMM={'k1':'539W','k2':'539AE','k3':'','k4':'T4','k5':'SF1234567890123','k6':'',"
        + "'k7':'36f4e170'}")
  }

  @Test func aNumberOfAnotherCarrierIsRefused() throws {
    var data = try template("waybill-76x130.zto").sample
    data["waybill.number"] = "SF1234567890123"
    let error = #expect(throws: LabelError.self) {
      try template("waybill-76x130").render(data, to: .zpl)
    }
    #expect(error?.code == .badField)
    #expect(
      error?.description
        == "label field 'waybill.number': 'SF1234567890123': expected 14 digits, the first two 73 to"
        + " 76 or 78")
  }

  @Test(arguments: [("receiver.name", "receiver.name"), ("waybill.number", "waybill.number")])
  func whatIsMissingIsNamed(_ field: String, _ named: String) throws {
    var data = try template("waybill-76x130").sample
    data[field] = " "
    let error = #expect(throws: LabelError.self) {
      try template("waybill-76x130").render(data, to: .png)
    }
    #expect(error?.code == .missingField && error?.element == named)
    let row = #expect(throws: LabelError.self) {
      try template("pick-list-a4").labels(
        for: [
          "list.code": "1", "lines": [["bin": "A", "name": "茶", "quantity": 1], ["bin": "B"]],
        ])
    }
    #expect(
      row?.description
        == "label field 'lines[2].name': is missing, template 'pick-list-a4' needs it:"
        + " name of the product")
  }

  @Test func fieldsNobodyKnowsAreNoted() throws {
    var data = try template("bin-100x50").sample
    data["colour"] = "red"
    #expect(
      try template("bin-100x50").render(data, to: .png).notes == [.unknownField("colour")])
  }

  @Test func payloadsSayWhatReadersRead() throws {
    let rendered = try template("logistic-a6").render(
      try template("logistic-a6").samples[0].data, to: .zpl)
    #expect(
      rendered.payloads == [
        LabelPayload(
          page: 1, element: "content.barcode", kind: .gs1_128, content: "02069012345678923748"),
        LabelPayload(
          page: 1, element: "batch.barcode", kind: .gs1_128, content: "1727113010L26A-0115"),
        LabelPayload(
          page: 1, element: "sscc.barcode", kind: .gs1_128, content: "00395011015300000011"),
      ])
    #expect(String(decoding: rendered.bytes, as: UTF8.self).contains("^FD>;>802069012345678923748"))
  }

  @Test(
    arguments: [
      ("sscc", "395011015300000012"), ("gtin", "06901234567893"), ("batch", "A[21]9"),
    ])
  func wrongGS1DataMakeNoLabel(_ field: String, _ value: String) throws {
    var data = try template("logistic-a6").samples[0].data
    data[field] = .text(value)
    #expect(throws: LabelError.self) { try template("logistic-a6").render(data, to: .png) }
  }

  @Test func longListsGoOnOtherPages() throws {
    let labels = try template("pick-list-a4").labels(for: try template("pick-list-a4").sample)
    #expect(labels.count == 2)
    #expect(content("page", labels.last) == "第 2 页 共 2 页")
    let rows = labels.map { $0.elements.filter { $0.name.hasSuffix(".bin") }.count }
    #expect(rows.reduce(0, +) == 52)  // 50 rows and two headers
    #expect(content("title", labels.last) == nil)
    #expect(content("title.later", labels.last) == "拣货单 W20260611-017-3")
  }

  @Test func rollsGrowWithTheirList() throws {
    let catalog = try template("packing-list-100")
    let short = try catalog.labels(for: [
      "order.number": "1", "items": [["name": "茶", "quantity": 1]],
    ])
    let long = try catalog.labels(for: catalog.sample)
    #expect(short.map(\.height) == [80])
    #expect(long.count == 1 && (long.first?.height ?? 0) > 250)
    #expect(content("items.50.quantity", long.first) == "50")
  }

  @Test func sheetsHoldManyLabels() throws {
    let badges = try template("badge-sheet")
    let sheets = try badges.labels(for: badges.sample)
    #expect(sheets.count == 2)
    #expect(sheets.flatMap { $0.payloads() }.count == 15)
    #expect(content("15.badge.barcode", sheets.last) == "B1555")
    let none = #expect(throws: LabelError.self) { try badges.labels(for: ["labels": .list([])]) }
    #expect(none?.code == .missingField)
    // Without a sheet each label is a page of its own.
    let bins = try template("bin-100x50").labels(
      for: ["zone": "A", "labels": [["bin": "A-1"], ["bin": "A-2", "zone": "B"]]])
    #expect(bins.map { content("bin.text", $0) } == ["A-1", "A-2"])
    #expect(bins.map { content("name", $0) } == ["  A", "  B"])
  }

  @Test func aSiteExtendsAndOverrides() throws {
    try withTemporaryFolder { folder in
      let bin = """
        template: bin-100x50
        extends: bin-100x50
        title: our bins
        fields:
          note: {summary: what to mind, required: true}
        set: {arrow: 上}
        remove: [check, check.box]
        elements:
          - {name: name, text: "{note|upper} {bin|last 2}", at: [4, 40.5, 90, 6.5], size: 4}
        """
      let carrier = """
        carrier: OWN
        set: {carrier.name: 自有车队, routing.mark: "{receiver.address|first 2}"}
        check: {waybill.number: {pattern: "W[0-9]+", expected: W and digits}}
        sample: {waybill.number: W1}
        """
      try Data(bin.utf8).write(to: folder.appending(path: "bin.yaml"))
      try Data(carrier.utf8).write(to: folder.appending(path: "own.yml"))
      try Data("no yaml".utf8).write(to: folder.appending(path: "README.txt"))
      let catalog = try TemplateCatalog.load(folder: folder.path)
      #expect(catalog.templates.count == TemplateCatalog.builtIn.templates.count)
      let label = try catalog["bin-100x50"]?.labels(for: ["bin": "A-12", "note": "wet"]).first
      #expect(content("name", label) == "WET 12")
      #expect(content("arrow", label) == "上")
      #expect(content("check.box", label) == nil)
      let own = try #require(catalog["waybill-100x150.own"])
      let waybill = try own.labels(for: own.sample).first
      #expect(content("carrier.name", waybill) == "通用快递")
      #expect(content("routing.alone", waybill) == nil)
      let parcel: LabelData = [
        "carrier.code": "OWN", "waybill.number": "W7", "receiver.name": "王",
        "receiver.address": "上海市",
      ]
      let mark = try catalog["waybill-76x130"]?.labels(for: parcel).first
      #expect(content("routing.alone", mark) == "上海")
      #expect(content("carrier.name", mark) == "自有车队")
    }
    #expect(throws: TemplateError.self) { try TemplateCatalog.load(folder: "/no/such/folder") }
  }

  @Test(
    arguments: [
      ("{a}", "x"), ("{b}", ""), ("{b|default \"-\"}", "-"), ("{a|in \"(#)\"}", "(x)"),
      ("{b|in \"(#)\"}", ""), ("{n|group 4}", "1234 5678 9"), ("{n|first 2}{n|last 2}", "1289"),
      ("{n|pad 12}", "000123456789"), ("{a|upper}", "X"), ("{d|gs1-date}", "271130"),
      ("{l|count}/{l|sum q}/{l|join n \", \"}", "2/5/A, B"), ("{{{a}}}", "{x}"),
      ("{p|mask-phone}", "138****8000"), ("{m|count} {m|sum q}", "0 0"),
    ])
  func functions(_ text: String, _ expected: String) throws {
    let scope = TemplateScope(data: [
      "a": "x", "n": "123456789", "d": "2027-11-30", "p": "13800138000",
      "l": [["n": "A", "q": 2], ["n": "B", "q": 3]],
    ])
    #expect(scope.text(try TemplateText(text)) == expected)
  }

  @Test func anAddressOf200CharactersIsShownWholeOnEveryWaybill() throws {
    for template in TemplateCatalog.builtIn.templates where template.kind == .waybill {
      var data = try #require(template.samples.first).data
      data["receiver.address"] = .text(LabelSamples.longAddress)
      #expect(try template.render(data, to: .png).notes == [], "\(template.name)")
    }
  }

  /// Nothing on a label is printed over anything else, whatever the data.
  @Test(arguments: TemplateCatalog.builtIn.templates.map(\.name))
  func textsDoNotOverlap(_ name: String) throws {
    for sample in try template(name).samples {
      for label in try template(name).labels(for: sample.data) {
        try expectNoOverlap(label, "\(name) \(sample.name)")
      }
    }
  }

  private func expectNoOverlap(_ label: Label, _ comment: String) throws {
    var lines: [(name: String, frame: Label.Frame)] = []
    for (name, item) in try ResolvedLabel(label, resolution: .dpi203).items {
      switch item {
      case .text(let block, let text):
        lines += (block.isInverted ? [block.frame] : text.lineFrames).map { (name, $0) }
      case .symbol(let placed):
        lines += placed.caption?.text.lineFrames.map { (name, $0) } ?? []
      case .bars, .outline: break
      }
    }
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where other.name != line.name {
        #expect(!line.frame.overlaps(other.frame), "\(comment): \(line.name) and \(other.name)")
      }
    }
  }
}
