import ArgumentParser
import Formats
import Foundation
import Planning
import Routing
import Storage
import Warehouse

extension RouteCommand {
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what rules of thumb would walk beside the shortest walk.",
      discussion: "Takes a route problem with stops on a layout of aisles, or a pick list.")

    @OptionGroup var source: WalkSource
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var policy: String
      var length: Double
      var over: Double
    }

    func run() throws {
      let shown = try source.load()
      let tour = try ShortestWalk().solve(shown.request)
      func row(_ name: String, _ length: Int) -> Row {
        let over = tour.length > 0 ? 100 * Double(length - tour.length) / Double(tour.length) : 0
        return Row(policy: name, length: Double(length) / 1000, over: (over * 10).rounded() / 10)
      }
      let proof = tour.proven ? "shortest" : "best found"
      let rows =
        [row(proof, tour.length)]
        + (tour.proven ? [] : [row("bound", tour.lowerBound)])
        + Policy.allCases.map { row($0.rawValue, shown.length(by: $0)) }
      try listing.print(
        rows,
        columns: [
          ("POLICY", \.policy), ("LENGTH", { String($0.length) }), ("OVER", { "\($0.over) %" }),
        ], empty: "nothing to walk")
    }
  }
}

/// A walk to look at: of a route problem, or of a pick list in a store.
struct WalkSource: ParsableArguments {
  @Argument(help: "A route problem; standard input when none is named.")
  var file: String?

  @Option(help: "A pick list of the store instead.")
  var list: String?

  @OptionGroup var store: StoreOption

  /// What is walked.
  struct Walked {
    var request: TourRequest
    /// The stops by the codes of their bins; as they come where they have none.
    var byCode: [Int]
    /// The aisles' names.
    var aisles: [String]

    /// Bin codes are compared where there are any.
    func length(by policy: Policy) -> Int {
      guard policy == .binCode, let length = try? request.length(visiting: byCode) else {
        return request.length(by: policy)
      }
      return length
    }
  }

  func load() throws -> Walked {
    try list.map(pickList) ?? problem()
  }

  private func problem() throws -> Walked {
    var input = try LineInput(file)
    do {
      guard let walk = try RouteProblem(json: try input.rest()).walkRequest() else {
        throw FormatError("picks", "expected stops")
      }
      guard let request = walk.tourRequest else {
        throw FormatError(
          "layout", "expected aisles, and stops on them without rules of before and due")
      }
      return Walked(
        request: request, byCode: [], aisles: request.layout.aisles.indices.map { "\($0)" })
    } catch let error where error is FormatError || error is RoutingError {
      throw Failure(.data, "\(file ?? "standard input"): \(error)")
    }
  }

  /// All lines of a list, picked or not, from the site's start to its drop.
  private func pickList(_ code: String) throws -> Walked {
    try store.open().read { facts in
      guard let site = try facts.site(), try facts.list(Code(code)) != nil else {
        throw Failure(.data, "no pick list \(code)")
      }
      let bins = try facts.pickLines(of: Code<PickList>(code)).compactMap { line -> Bin? in
        guard case .bin(let bin) = line.from.holder else { return nil }
        return try facts.bin(bin)
      }
      let layout = try AisleLayout(site.layout)
      let request = try TourRequest(
        layout: layout, start: layout.place(site.start) ?? .aisle(0, y: site.start.y),
        end: layout.place(site.drop), stops: bins.map { .aisle($0.aisle, y: $0.y) })
      return Walked(
        request: request, byCode: bins.indices.sorted { bins[$0].code < bins[$1].code },
        aisles: site.layout.aisles.map(\.code))
    }
  }
}
