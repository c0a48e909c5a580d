import ArgumentParser
import Foundation
import Labels
import Station
import Storage
import Warehouse

/// Where something rendered goes: a file, standard output, or a printer of the store.
struct PaperOption: ParsableArguments {
  @Option(help: "zpl, tspl, pdf or png; a printer's own format when it goes to one.")
  var to: String?
  @Option(name: [.customShort("o"), .long], help: "The file to write; standard output.")
  var output: String?
  @Option(help: "A printer of the store to print on.") var printer: String?
  @OptionGroup var templates: TemplateOption

  /// Renders data with a template and puts it where it is wanted.
  func put(
    _ data: LabelData, on template: String, id: String, standard: String = "zpl",
    _ store: StoreOption, _ opened: any Store
  ) throws {
    let catalog = try templates.catalog()
    guard let layout = catalog[template] else { throw Failure(.data, catalog.missing(template)) }
    let target = try printer.map { code in
      guard let found = try opened.read({ try $0.printer(Code(code)) }) else {
        throw Failure(.data, "no printer \(code)")
      }
      return found
    }
    let name = to ?? target?.format ?? standard
    guard let format = LabelFormat(rawValue: name) else {
      throw Failure(.usage, "--to \(name): expected zpl, tspl, pdf or png")
    }
    let rendered = try layout.render(data, to: format, options: RenderOptions(id: id))
    if let target {
      do {
        try PrintWorker.send(rendered.document, to: target, in: store.folder)
      } catch let error as PrinterError {
        throw Failure(.io, error.description)
      }
    } else if let output {
      do {
        try Data(rendered.bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(output): \(error.localizedDescription)")
      }
    } else {
      FileHandle.standardOutput.write(Data(rendered.bytes))
    }
  }
}
