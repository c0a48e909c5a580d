import ArgumentParser
import Flows
import Planning
import Station
import Storage
import Warehouse

/// Waves: plan, release, look.
struct WaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wave", abstract: "Plan waves, release them, look at them.",
    subcommands: [
      Plan.self, Release.self, List.self, Show.self, Batch.self, Choose.self, Recall.self,
      Dissolve.self, Pause.self, Resume.self, First.self, Split.self, Merge.self, Reassign.self,
      CloseShort.self, ShareOut.self,
    ])

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let waves onto the floor; all planned ones when none is named.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "Waves.") var waves: [String] = []

    func run() throws {
      let desk = FloorDesk(
        store: try lever.store.open(), now: Machine.now, seed: Machine.seed)
      let released = try desk.release(
        waves.isEmpty ? nil : waves.map { Code($0) },
        why: LeverOption.signed(lever.reason ?? "released"))
      print(released.isEmpty ? "nothing to release" : "released " + released.listed)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a wave's pick lists with their walks.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "The wave.") var wave: String

    struct Row: Encodable {
      var list: String
      var way: String
      var state: String
      var picker: String
      var orders: Int
      var lines: Int
      var open: Int
      var walkMetres: Double
      var boundMetres: Double
      var proven: Bool
      var binOrderMetres: Double
    }

    func run() throws {
      let rows = try store.open().read { facts in
        guard try facts.wave(Code(wave)) != nil else {
          throw Failure(.data, "no wave \(wave)")
        }
        return try facts.lists(of: Code(wave)).map { list in
          let lines = try facts.pickLines(of: list.code)
          return Row(
            list: list.code.rawValue, way: list.way.rawValue, state: list.state.rawValue,
            picker: list.badge?.rawValue ?? "", orders: Set(lines.map(\.order)).count,
            lines: lines.count,
            open: lines.filter { $0.open > 0 }.count, walkMetres: metres(list.walk.length),
            boundMetres: metres(list.walk.bound), proven: list.walk.proven,
            binOrderMetres: metres(list.walk.byCode))
        }
      }
      try listing.print(
        rows,
        columns: [
          ("LIST", \.list), ("WAY", \.way), ("STATE", \.state), ("PICKER", \.picker),
          ("ORDERS", { String($0.orders) }), ("LINES", { String($0.lines) }),
          ("OPEN", { String($0.open) }), ("WALK", { "\($0.walkMetres) m" }),
          ("PROOF", { $0.proven ? "shortest" : "bound \($0.boundMetres) m" }),
          ("BY BIN CODE", { "\($0.binOrderMetres) m" }),
        ], empty: "no pick lists")
    }

    private func metres(_ millimetres: Int) -> Double { Double(millimetres) / 1000 }
  }
}

extension [Code<Wave>] {
  /// The codes in a row.
  var listed: String { map(\.rawValue).joined(separator: ", ") }
}
