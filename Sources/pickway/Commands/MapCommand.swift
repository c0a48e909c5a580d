import ArgumentParser
import Flows
import Foundation
import Storage
import Terminal
import Warehouse

/// Draws the floor from above.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Draw the floor: people, exceptions, heat of picks or shorts.")

  @OptionGroup var store: StoreOption
  @Option(help: "none, picks or shorts.") var heat = "none"
  @Option(help: "Columns x rows.") var size = "80x24"
  @Option(help: "zh or en.") var lang = "en"
  @Flag(help: "Lines and racks in plain ASCII.") var ascii = false
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    guard let kind = FloorBoard.Heat(rawValue: heat) else {
      throw Failure(.usage, "--heat \(heat): expected none, picks or shorts")
    }
    guard let language = Language(rawValue: lang) else {
      throw Failure(.usage, "--lang \(lang): expected zh or en")
    }
    var glass = GlassOption()
    glass.size = size
    guard let size = try glass.fixedSize() else { return }
    let opened = try store.open()
    guard case .floor(let view?) = try opened.answer(.floor(working: json || kind != .none)) else {
      throw Failure(.data, "\(store.path): no site yet, expected `pickway import site FILE` first")
    }
    if json { return print(try jsonText(view)) }
    let board = FloorBoard(view: view, heat: kind)
    guard let map = board.map else { return }
    let facts = board.facts
    let rows = max(6, size.rows - facts.count - 1)
    print(
      map.text(
        size: Size(columns: size.columns, rows: rows), language: language,
        charset: ascii ? .ascii : .unicode))
    for fact in facts {
      print("\(fact.leading[language])  \(fact.trailing?[language] ?? "")")
    }
  }
}
