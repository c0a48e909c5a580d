import Foundation
import Testing

@testable import Labels

/// Mistakes in templates are named with their place before anything is printed.
@Suite struct TemplateErrorTests {
  /// A template with something wrong in place of an element, which is on line 5 of the file.
  private func template(_ element: String) -> String {
    """
    template: trial
    kind: waybill
    paper: [76, 130]
    elements:
      - \(element)
      - {text: "{receiver.name}", at: [2, 2, 40, 6], size: 4}

    """
  }

  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try TemplateCatalog.builtIn.adding([("trial.yaml", yaml)])
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func whatIsRightHasNoProblem() {
    #expect(problems(template("{rule: across, at: [2, 20], length: 70}")) == [])
  }

  @Test(
    arguments: [
      (
        "{text: \"{reciver.name}\", at: [2, 10, 40, 6], size: 4}",
        "5:12: unknown field 'reciver.name', did you mean 'receiver.name'?"
      ),
      (
        "{text: \"A\", at: [2, 10, 40, 6], sise: 4}",
        "5:37: unknown key 'sise' of text, did you mean 'size'?"
      ),
      (
        "{text: \"A\", at: [2, 10, 40], size: 4}",
        "5:21: expected [x, y, width, height], found 3 values"
      ),
      (
        "{text: \"A\", at: [2, 10, 40, 6], size: four}",
        "5:43: expected millimeters from 0.8 to 100, found 'four'"
      ),
      (
        "{text: \"A\", at: [2, 10, 80, 6], size: 4}",
        "5:1: 'text' lies at x 2 to 82, y 10 to 16 mm, the paper is 76 x 130"
      ),
      (
        "{text: \"{receiver.name\", at: [2, 10, 40, 6], size: 4}",
        "5:12: '{' without '}'; a brace itself is '{{'"
      ),
      (
        "{text: \"{receiver.name|shout}\", at: [2, 10, 40, 6], size: 4}",
        "5:12: 'shout': expected a function such as \(TemplateFunction.forms)"
      ),
      (
        "{text: \"{items}\", at: [2, 10, 40, 6], size: 4}",
        "5:12: 'items' is a list, expected {items|count}, {items|sum FIELD} or"
          + " {items|join FIELD \", \"}"
      ),
      (
        "{text: \"{items|sum pieces}\", at: [2, 10, 40, 6], size: 4}",
        "5:12: unknown field 'pieces' of items, expected one of barcode, lot, name, quantity, sku,"
          + " unit"
      ),
      (
        "{text: \"A\", at: [2, 10, 40, 6], size: 4, weight: heavy}",
        "5:54: 'heavy', expected one of bold, regular"
      ),
      (
        "{text: \"A\", when: not cods, at: [2, 10, 40, 6], size: 4}",
        "5:23: unknown field 'cods', did you mean 'cod'?"
      ),
      (
        "{symbol: \"{waybill.number}\", as: code93, at: [2, 10, 40, 6], module: 3}",
        "5:38: 'code93', expected one of code128, datamatrix, ean13, gs1-128, gs1-datamatrix, itf14,"
          + " pdf417, qr"
      ),
      (
        "{symbol: \"{waybill.number}\", as: code128, at: [2, 3, 70, 20], module: 3}",
        "6:1: 'receiver.name' lies on the place of the barcode 'waybill.number.symbol' (line 5),"
          + " which includes its quiet zone"
      ),
      ("{circle: 3}", "5:5: expected an element with one of box, group, list, rule, symbol, text"),
      (
        "{list: parts, at: [2, 10, 40, 30], sizes: [3], columns: [{text: x, width: 9}]}",
        "5:12: 'parts' is no list, expected one of items"
      ),
      (
        "{list: items, at: [2, 10, 40, 30], sizes: [3], columns: [{text: \"{name}\", width: 50}]}",
        "5:61: the columns are 50 mm wide, the list has 40"
      ),
      ("{text: [, at: 3}", "5:13: no YAML: did not find expected node content"),
    ])
  func aMistakeIsNamedWithItsPlace(_ element: String, _ problem: String) {
    let found = problems(template(element))
    #expect(found.first == "trial.yaml:\(problem)")
  }

  @Test func everyMistakeIsNamed() {
    let yaml = """
      template: trial
      kind: waybil
      paper: [76, 130]
      extra: 1
      elements: []
      """
    #expect(
      problems(yaml) == [
        "trial.yaml:2:7: 'waybil', did you mean 'waybill'?",
        "trial.yaml:4:1: unknown key 'extra' of a template, expected one of check, elements, extends,"
          + " fields, kind, paper, remove, sample, set, sheet, template, title",
      ])
  }

  @Test(
    arguments: [
      ("", "1:1: expected a template or a carrier, found nothing"),
      ("- 1", "1:1: expected a template"),
      ("kind: bin", "1:1: expected 'template': the name, such as waybill-76x130"),
      (
        "template: a\nkind: bin\npaper: [76, 130]", "1:1: expected 'elements': what is on the label"
      ),
      ("template: a\nextends: b", "2:10: no template 'b', expected one of "),
      ("template: a\nextends: a", "2:10: no template 'a', expected one of "),
      ("template: a\ntemplate: b", "1:1: key given twice: template"),
      (
        "template: a\nextends: bin-100x50\nremove: [arow]",
        "3:10: no element 'arow', did you mean 'arrow'?"
      ),
      (
        "template: a\nextends: bin-100x50\ncheck: {bin: {pattern: '(', expected: x}}",
        "3:24: no regular expression: "
      ),
      (
        "template: a\nextends: badge-sheet\nsheet: {size: [210, 297], columns: 3, rows: 5}",
        "3:8: 3 x 5 labels need 256.8 x 270 mm, the sheet has 210 x 297"
      ),
      ("carrier: X\nset: {waybill.nmber: A}", "2:7: unknown key 'waybill.nmber' of set, did you"),
    ])
  func aFileIsCheckedAsAWhole(_ yaml: String, _ problem: String) {
    #expect(problems(yaml).first?.hasPrefix("trial.yaml:\(problem)") == true, "\(problems(yaml))")
  }

  @Test func circlesAreNamed() {
    let error = #expect(throws: TemplateError.self) {
      try TemplateCatalog.builtIn.adding([
        ("a.yaml", "template: a\nextends: b"), ("b.yaml", "template: b\nextends: a"),
      ])
    }
    #expect(
      error?.description
        == "a.yaml:2:10: templates that extend each other in a circle (and 1 more)")
  }
}
