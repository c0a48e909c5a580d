import ArgumentParser
import Foundation
import Labels
import Station
import Storage
import Warehouse

/// Manifests: what carriers' drivers signed for.
struct ManifestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest", abstract: "List, show and print the manifests of pickups.",
    subcommands: [List.self, Show.self, Print.self], aliases: ["manifests"])

  struct Row: Encodable {
    var manifest: String
    var carrier: String
    var state: String
    var parcels: Int
    var grams: Int
    var left: Int
    var closed: String
    var signed: String
    var signature: String

    init(_ manifest: Manifest, utcOffset: Int) {
      func time(_ moment: Timestamp) -> String {
        "\(moment.day(utcOffset: utcOffset)) \(moment.clock(utcOffset: utcOffset))"
      }
      self.manifest = manifest.code.rawValue
      carrier = manifest.carrier.rawValue
      state = manifest.state.rawValue
      parcels = manifest.parcels
      grams = manifest.grams
      left = manifest.left
      closed = time(manifest.closed)
      signed = manifest.signed.map(time) ?? ""
      signature = manifest.signature
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List manifests.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only those in this state: closed, signed or void.") var state: String?

    func run() throws {
      let wanted = try state.map { name in
        guard let one = Manifest.State(rawValue: name) else {
          throw Failure(.usage, "--state \(name): expected closed, signed or void")
        }
        return one
      }
      let rows = try store.open().read { facts in
        let offset = try facts.site()?.utcOffset ?? 0
        return try facts.manifests().filter { wanted == nil || $0.state == wanted }
          .map { Row($0, utcOffset: offset) }
      }
      try listing.print(
        rows,
        columns: [
          ("MANIFEST", \.manifest), ("CARRIER", \.carrier), ("STATE", \.state),
          ("PARCELS", { String($0.parcels) }), ("GRAMS", { String($0.grams) }),
          ("LEFT", { String($0.left) }), ("CLOSED", \.closed), ("SIGNED", \.signed),
          ("BY", \.signature),
        ], empty: "no manifests")
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a manifest: what goes, and what is left behind.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "The manifest's code.") var code: String

    struct Line: Encodable {
      var part: String
      var waybill: String
      var parcel: String
      var order: String
      var cage: String
      var grams: Int
    }

    struct Whole: Encodable {
      var manifest: Row
      var lines: [Line]
    }

    func run() throws {
      let (row, lines) = try store.open().read { facts in
        guard let manifest = try facts.manifest(Code(code)) else {
          throw Failure(.data, "no manifest \(code)")
        }
        let all = try facts.manifestLines(of: manifest.code)
        let lines = (all.filter { $0.part == .sent } + all.filter { $0.part == .left }).map {
          Line(
            part: $0.part.rawValue, waybill: $0.waybill, parcel: $0.parcel.rawValue,
            order: $0.order.rawValue, cage: $0.cage?.rawValue ?? "", grams: $0.grams)
        }
        return (Row(manifest, utcOffset: try facts.site()?.utcOffset ?? 0), lines)
      }
      if listing.json {
        Swift.print(try jsonText(Whole(manifest: row, lines: lines)))
        return
      }
      let signed = row.signed.isEmpty ? "" : ", signed \(row.signed) by \(row.signature)"
      Swift.print(
        "\(row.manifest) \(row.carrier) \(row.state): \(row.parcels) parcels, "
          + "\(ManifestPaper.kilograms(row.grams)), \(row.left) left behind; "
          + "closed \(row.closed)\(signed)")
      try listing.print(
        lines,
        columns: [
          ("PART", \.part), ("WAYBILL", \.waybill), ("PARCEL", \.parcel), ("ORDER", \.order),
          ("CAGE", \.cage), ("GRAMS", { String($0.grams) }),
        ], empty: "no parcels")
    }
  }

  struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a manifest on A4 (PDF), or its slip on a label printer.",
      discussion: """
        Without a printer it is written to a file or standard output: the A4 listing as PDF, the \
        slip as ZPL, unless --to says otherwise.
        """)

    @OptionGroup var store: StoreOption
    @OptionGroup var paper: PaperOption
    @Argument(help: "The manifest's code.") var code: String
    @Flag(help: "The slip for a label printer instead of the A4 listing.") var slip = false

    func run() throws {
      let opened = try store.open()
      guard let data = try ManifestPaper.data(of: Code(code), in: opened, at: Machine.now())
      else { throw Failure(.data, "no manifest \(code)") }
      let isSlip = slip || paper.printer != nil
      try paper.put(
        data, on: isSlip ? ManifestPaper.slip : ManifestPaper.listing, id: "manifest-\(code)",
        standard: isSlip ? "zpl" : "pdf", store, opened)
    }
  }
}
