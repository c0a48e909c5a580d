import ArgumentParser
import Foundation
import Labels

extension LabelCommand {
  struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Render a label from a template and data.",
      discussion: "Needs no store. A file of data is one JSON object; - is standard input.")

    @OptionGroup var templates: TemplateOption
    @Option(help: "The template.") var template = TemplateCatalog.standardName
    @Option(help: "A file with the data.") var data: String?
    @Flag(help: "Use built-in awkward data instead.") var sample = false
    @Option(help: "zpl, tspl, pdf or png.") var to = "zpl"
    @Option(name: [.customShort("o"), .long], help: "The file to write; standard output.")
    var output: String?
    @Flag(
      help: """
        Also print the kind and content of every symbol as JSON: on standard output with -o, else \
        on standard error.
        """)
    var payloads = false
    @Flag(name: .customLong("privacy"), help: "Mask names, phones and addresses.")
    var isPrivate = false
    @Option(help: "Dots an inch: 203 or 300.") var dpi = 203

    func run() throws {
      let catalog = try templates.catalog()
      guard let template = catalog[template] else {
        throw Failure(.data, catalog.missing(self.template))
      }
      guard let format = LabelFormat(rawValue: to) else {
        throw Failure(.usage, "--to \(to): expected zpl, tspl, pdf or png")
      }
      guard let resolution = [203: Resolution.dpi203, 300: .dpi300][dpi] else {
        throw Failure(.usage, "--dpi \(dpi): expected 203 or 300")
      }
      let rendered = try template.render(
        try labelData(for: template), to: format,
        options: RenderOptions(resolution: resolution, isPrivate: isPrivate))
      for note in rendered.notes {
        FileHandle.standardError.write(Data("pickway: note: \(note)\n".utf8))
      }
      let told = payloads ? Data((try jsonText(rendered.payloads) + "\n").utf8) : Data()
      guard let output else {
        FileHandle.standardOutput.write(Data(rendered.bytes))
        return FileHandle.standardError.write(told)
      }
      do {
        try Data(rendered.bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(output): \(error.localizedDescription)")
      }
      FileHandle.standardOutput.write(told)
    }

    private func labelData(for template: LabelTemplate) throws -> LabelData {
      if sample {
        guard data == nil else { throw Failure(.usage, "expected --data or --sample, not both") }
        return template.sample
      }
      guard let data else { throw Failure(.usage, "expected --data FILE or --sample") }
      var input = try LineInput(data)
      return try LabelData(json: try input.rest())
    }
  }

  struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the templates, with their sizes and fields.")

    @OptionGroup var templates: TemplateOption
    @OptionGroup var listing: ListingOption
    @Flag(help: "Also those of single carriers.") var carriers = false

    func run() throws {
      let catalog = try templates.catalog()
      let all = catalog.templates + (carriers ? catalog.carrierTemplates : [])
      try listing.print(
        all.map(\.summary),
        columns: [
          ("TEMPLATE", \.name), ("KIND", \.kind.rawValue),
          ("WIDTH", { String(Int($0.width)) }), ("HEIGHT", { String(Int($0.height)) }),
          ("TITLE", \.title),
        ], empty: "no templates")
    }
  }
}

/// Which templates there are.
struct TemplateOption: ParsableArguments {
  @Option(name: .customLong("templates"), help: "A folder of the site's own templates.")
  var folder: String?

  func catalog() throws -> TemplateCatalog {
    try folder.map { try TemplateCatalog.load(folder: $0) } ?? .builtIn
  }
}
