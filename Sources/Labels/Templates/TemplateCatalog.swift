import Foundation

/// The templates there are: those built in, and those of a site, which add to them or take their place.
public struct TemplateCatalog: Sendable, Equatable {
  private var byName: [String: LabelTemplate] = [:]
  private var carriers: [String: CarrierProfile] = [:]

  /// The templates that come with the program.
  public static let builtIn: TemplateCatalog = {
    do throws(TemplateError) {
      return try TemplateCatalog().adding(BuiltInTemplates.files)
    } catch {
      // Every test would have failed before.
      preconditionFailure("built-in template \(error)")
    }
  }()

  /// The template people get when they name none.
  public static let standardName = "waybill-76x130"

  /// Reads the `.yaml` files of a folder over the templates of another catalog.
  ///
  /// - Throws: ``TemplateError`` with every mistake of every file.
  public static func load(
    folder: String, over base: TemplateCatalog = .builtIn
  ) throws(TemplateError) -> TemplateCatalog {
    var files: [(name: String, yaml: String)] = []
    var problems: [TemplateError.Problem] = []
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw TemplateError(problems: [
        TemplateError.Problem(
          file: folder, line: 1, column: 1, sentence: "no folder of templates can be read here")
      ])
    }
    for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let path = folder + "/" + name
      if let data = FileManager.default.contents(atPath: path),
        let text = String(data: data, encoding: .utf8)
      {
        files.append((path, text))
      } else {
        problems.append(
          TemplateError.Problem(
            file: path, line: 1, column: 1, sentence: "expected a file in UTF-8"))
      }
    }
    guard problems.isEmpty else { throw TemplateError(problems: problems) }
    return try base.adding(files)
  }

  /// The templates of files over these; names are for errors.
  func adding(_ files: [(name: String, yaml: String)]) throws(TemplateError) -> TemplateCatalog {
    var result = self
    var drafts: [TemplateDraft] = []
    var problems: [TemplateError.Problem] = []
    for file in files {
      do throws(TemplateError) {
        switch try TemplateReader.read(file.yaml, file: file.name) {
        case .template(let draft): drafts.append(draft)
        case .carrier(let carrier): result.carriers[carrier.code] = carrier
        }
      } catch {
        problems += error.problems
      }
    }
    problems += result.add(drafts)
    guard problems.isEmpty else { throw TemplateError(problems: problems) }
    for name in result.byName.keys where result.byName[name]?.kind == .waybill {
      result.byName[name]?.carriers = result.carriers
    }
    return result
  }

  /// Adds templates, those that are extended before those that extend them.
  private mutating func add(_ drafts: [TemplateDraft]) -> [TemplateError.Problem] {
    var problems: [TemplateError.Problem] = []
    var waiting = drafts
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.name))
      let ready = waiting.filter { draft in
        // A site's template may extend the built-in one of the same name.
        guard let base = draft.base?.name else { return true }
        return !names.contains(base) || base == draft.name
      }
      waiting.removeAll { draft in ready.contains { $0.name == draft.name } }
      for draft in ready {
        let base = draft.base
        let template = base.flatMap { byName[$0.name] }
        if let base, template == nil {
          base.node.problem(
            "no template '\(base.name)'"
              + TemplateProblems.hint(for: base.name, among: byName.keys))
          problems += draft.mapping.problems.problems
          continue
        }
        do throws(TemplateError) {
          byName[draft.name] = try draft.template(extending: template)
        } catch {
          problems += error.problems
        }
      }
      if ready.isEmpty {
        for draft in waiting {
          draft.base?.node.problem("templates that extend each other in a circle")
          problems += draft.mapping.problems.problems
        }
        break
      }
    }
    return problems
  }

  /// The templates by name, those of single carriers not among them.
  public var templates: [LabelTemplate] { byName.values.sorted { $0.name < $1.name } }

  /// The templates of single carriers, such as `waybill-76x130.sf`.
  public var carrierTemplates: [LabelTemplate] {
    templates.filter { $0.kind == .waybill }.flatMap { template in
      carriers.values.sorted { $0.code < $1.code }.map { template.with($0) }
    }
  }

  /// The template of a name; `waybill-76x130.sf` is that of one carrier.
  public subscript(name: String) -> LabelTemplate? {
    if let template = byName[name] { return template }
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let template = byName[String(parts[0])], template.kind == .waybill,
      let carrier = carriers[parts[1].uppercased()]
    else { return nil }
    return template.with(carrier)
  }

  /// What to tell a person who named a template that is not there.
  public func missing(_ name: String) -> String {
    let names = (templates + carrierTemplates).map(\.name)
    return "no template '\(name)'"
      + TemplateProblems.hint(
        for: name, among: name.contains(".") ? names : templates.map(\.name))
  }
}
