public import Warehouse

/// Tariffs as KDNiao exchanges them (2004): kilograms and yuan as decimals, rows of all couriers.
public enum KDNiaoTariff {
  /// Reads the rows of a 2004, by courier; nil when the text is none.
  ///
  /// A row with an interval list becomes bands; what cannot be read exactly is left out.
  public static func read(_ text: String) -> [CarrierCode: [TariffRow]]? {
    guard let json = try? JSONReader.read(text, allowsSingleQuotes: true),
      let details = json["Detail"]?.elements ?? json.elements
    else { return nil }
    var rows: [CarrierCode: [TariffRow]] = [:]
    for detail in details {
      guard let carrier = detail["ShipperCode"]?.string, let row = row(detail) else { continue }
      rows[CarrierCode(carrier), default: []].append(row)
    }
    return rows
  }

  private static func row(_ detail: JSON) -> TariffRow? {
    func region(_ prefix: String) -> Region {
      Region(
        province: detail["\(prefix)Province"]?.string ?? "",
        city: detail["\(prefix)City"]?.string ?? "",
        district: detail["\(prefix)ExpArea"]?.string ?? "")
    }
    func grams(_ json: JSON, _ name: String) -> Int? {
      json[name]?.string.flatMap { decimal($0, digits: 3) }
    }
    func fen(_ json: JSON, _ name: String) -> Int? {
      json[name]?.string.flatMap { decimal($0, digits: 2) }
    }
    var bands: [TariffRow.Band] = []
    for interval in detail["IntervalList"]?.elements ?? [] {
      guard let end = grams(interval, "EndWeight"), let fee = fen(interval, "Fee") else {
        return nil
      }
      bands.append(TariffRow.Band(grams: end, fen: fee))
    }
    bands.sort { $0.grams < $1.grams }
    if bands.isEmpty {
      guard let weight = grams(detail, "FirstWeight"), let fee = fen(detail, "FirstFee") else {
        return nil
      }
      bands = [TariffRow.Band(grams: weight, fen: fee)]
    }
    var further: TariffRow.Band?
    if let weight = grams(detail, "AdditionalWeight"), let fee = fen(detail, "AdditionalFee"),
      weight > 0
    {
      further = TariffRow.Band(grams: weight, fen: fee)
    }
    return TariffRow(
      from: region("Send"), to: region("Receive"),
      shipping: detail["ShippingType"]?.string ?? "", bands: bands, further: further)
  }

  /// Reads a decimal exactly: `1.5` with three digits is 1500; nil when digits would be lost.
  public static func decimal(_ text: String, digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole >= 0 else { return nil }
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    guard fraction.count <= digits, fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    let padded = fraction + String(repeating: "0", count: digits - fraction.count)
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    return whole * scale + (Int(padded) ?? 0)
  }
}
