import Foundation
import Testing

@testable import Labels

/// What `Docs/Labels.md` says is so.
@Suite struct DocumentationTests {
  private static let page: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["Docs/Labels.md", "Labels.md"].lazy.compactMap {
      try? String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }.first
  }()

  @Test(.enabled(if: page != nil, "no Docs/Labels.md")) func theExampleIsATemplate() throws {
    let page = try #require(Self.page)
    let yaml = try #require(page.split(separator: "```yaml\n").dropFirst().first)
    let example = String(try #require(yaml.split(separator: "```").first))
    let catalog = try TemplateCatalog.builtIn.adding([("Labels.md", example)])
    let template = try #require(catalog["bin-60x40"])
    for sample in template.samples where sample.name != "long" {
      #expect(try template.render(sample.data, to: .zpl).notes == [])
    }
  }

  @Test(.enabled(if: page != nil, "no Docs/Labels.md")) func everyFieldAndFunctionIsNamed() throws {
    let page = try #require(Self.page)
    for template in TemplateCatalog.builtIn.templates {
      #expect(page.contains("`\(template.name)`"))
      for field in template.fields { #expect(page.contains("`\(field.name)`"), "\(field.name)") }
      for field in template.fields where field.isRequired {
        #expect(page.contains("**`\(field.name)`**"), "\(field.name)")
      }
    }
    for symbology in Symbology.allCases { #expect(page.contains(symbology.rawValue)) }
    for form in TemplateFunction.forms.split(separator: ", ").filter({ $0.count > 2 }) {
      #expect(page.contains(form.split(separator: " ")[0]), "\(form)")
    }
  }
}
