import Foundation
import Labels
import Testing

/// Layouts as data, for templates that people write.
@Suite struct LabelCodingTests {
  @Test(arguments: LabelSamples.all)
  func aLayoutSurvivesCoding(_ sample: LabelSamples.Sample) throws {
    let label = ParcelLabel(sample.data).label
    let data = try JSONEncoder().encode(label)
    #expect(try JSONDecoder().decode(Label.self, from: data) == label)
  }

  @Test func whatHasADefaultMayBeAbsent() throws {
    let json = """
      {"name": "t", "width": 50, "height": 30, "elements": [
        {"text": {"name": "a", "frame": {"x": 1, "y": 2, "width": 40, "height": 5},
                  "content": "上海", "size": "9pt", "weight": "bold"}},
        {"symbol": {"name": "b", "frame": {"x": 1, "y": 8, "width": 48, "height": 12},
                    "symbology": "code128", "content": "12345", "moduleDots": 3}}]}
      """
    let label = try JSONDecoder().decode(Label.self, from: Data(json.utf8))
    #expect(
      label.elements == [
        .text(
          .init(
            name: "a", frame: .init(x: 1, y: 2, width: 40, height: 5), content: "上海",
            size: .points(9), weight: .bold)),
        .symbol(
          .init(
            name: "b", frame: .init(x: 1, y: 8, width: 48, height: 12), symbology: .code128,
            content: "12345", moduleDots: 3)),
      ])
  }

  @Test(arguments: [("\"3.2mm\"", 3.2), ("\"9pt\"", 3.175), ("4", 4.0)])
  func sizes(_ json: String, _ millimeters: Double) throws {
    let size = try JSONDecoder().decode(FontSize.self, from: Data(json.utf8))
    #expect(abs(size.millimeters - millimeters) < 1e-9)
  }

  @Test(arguments: ["\"3.2\"", "\"ten pt\"", "\"mm\""])
  func sizesThatAreNone(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FontSize.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: [#"{"text": {}, "rule": {}}"#, #"{"picture": {}}"#, "{}"])
  func elementsThatAreNone(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Label.Element.self, from: Data(json.utf8))
    }
  }
}
