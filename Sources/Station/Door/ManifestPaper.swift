public import Labels
public import Storage
public import Warehouse

/// A manifest on paper: what templates of the kind `manifest` are filled in with.
public enum ManifestPaper {
  /// The template of the listing on A4.
  public static let listing = "manifest-a4"
  /// The template of the slip for a label printer.
  public static let slip = "manifest-100"

  /// The data of a manifest; nil when there is none by that code.
  public static func data(
    of code: Code<Manifest>, in store: any Store, at now: Timestamp
  ) throws -> LabelData? {
    try store.read { facts in
      guard let manifest = try facts.manifest(code) else { return nil }
      let site = try facts.site()
      let offset = site?.utcOffset ?? 0
      func time(_ moment: Timestamp?) -> LabelData.Value {
        .text(moment.map { "\($0.day(utcOffset: offset)) \($0.clock(utcOffset: offset))" } ?? "")
      }
      let lines = try facts.manifestLines(of: code)
      let (sent, left) = (lines.filter { $0.part == .sent }, lines.filter { $0.part == .left })
      let name = try facts.carrier(manifest.carrier)?.name.zh ?? manifest.carrier.rawValue
      return [
        "manifest": .text(code.rawValue), "carrier.name": .text(name),
        "site": .text(site?.name.zh ?? ""), "parcels": .text("\(manifest.parcels)"),
        "weight": .text(kilograms(manifest.grams)), "left": .text("\(left.count)"),
        "operator": .text(manifest.badge.rawValue), "signature": .text(manifest.signature),
        "closed.at": time(manifest.closed), "signed.at": time(manifest.signed),
        "printed.at": time(now), "lines": .list((sent + left).map(row)),
        "late": .list(left.map(row)),
      ]
    }
  }

  private static func row(_ line: ManifestLine) -> LabelData {
    [
      "waybill": .text(line.waybill), "order": .text(line.order.rawValue),
      "cage": .text(line.cage?.rawValue ?? ""), "weight": .text(kilograms(line.grams)),
      "note": line.part == .left ? "落下" : "",
    ]
  }

  /// A weight in kilograms, three digits behind the point.
  public static func kilograms(_ grams: Int) -> String {
    let rest = String(grams % 1000)
    return "\(grams / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest + "kg"
  }
}
