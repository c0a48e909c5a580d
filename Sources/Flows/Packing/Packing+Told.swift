import Warehouse

/// Lots and serial numbers at the bench.
extension Packing {
  /// What a scan told of a piece that the rules hold against what was picked.
  static func told(by scan: Scanned, of product: Product) -> Told {
    Told(
      lot: product.tracking.lot ? scan.lot : nil,
      expiry: product.tracking.expiry ? scan.expiry : nil,
      serials: product.tracking.serial ? scan.serial.map { [$0] } ?? [] : [])
  }

  /// The command that verifies a scanned piece.
  mutating func verifying(
    _ parcel: Code<Parcel>, _ product: Product, _ scan: Scanned
  ) -> Command {
    told = Self.told(by: scan, of: product)
    let command = Command.verify(parcel: parcel, sku: product.sku, units: units)
    return told.isEmpty ? command : .told(command, told)
  }

  /// What is asked for while pieces are verified.
  var piecePrompt: Text {
    guard wantsSerial else { return Self.scanPiece }
    return Text(
      zh: "扫序列号 \(told.serials.count + 1)/\(units)",
      en: "Scan serial \(told.serials.count + 1)/\(units)")
  }

  /// A scan where a serial number is asked for.
  mutating func numbered(_ scan: Scanned) -> [Effect] {
    if let serial = scan.serial { return numbered(serial) }
    if scanned?.units(of: scan) != nil {
      return refuse([
        Text(zh: "这是商品码", en: "That is the item"), Text(zh: "要扫序列号", en: "Scan its serial"),
      ])
    }
    return [.ask(.meaning(scan.code))]
  }

  /// What was scanned for a serial number.
  mutating func numbered(_ meaning: Meaning) -> [Effect] {
    switch meaning {
    case .nothing(let code): return numbered(code)
    case .serials(let known, _): return numbered(known.first?.number ?? "")
    case .bin, .product, .tote, .cart, .order, .parcel, .workstation, .list, .badge, .wall,
      .wallSlot, .unit, .cage, .manifest, .placed:
      return refuse(meaning.instead(of: Text(zh: "要扫序列号", en: "Scan a serial")))
    }
  }

  private mutating func numbered(_ number: String) -> [Effect] {
    guard !told.serials.contains(number) else {
      return refuse(ClusterPicking.inHand(number))
    }
    told.serials.append(number)
    guard told.serials.count >= units, let product = scanned else { return [.sound(.good)] }
    let told = self.told
    // What is refused is asked for again.
    self.told.serials = []
    switch state {
    case .piece(_, let parcel):
      return [
        .commit(.told(.verify(parcel: parcel, sku: product.sku, units: units), told))
      ]
    case .hot(let view):
      return [.commit(.told(.packNext(from: view.tote, sku: product.sku), told))]
    case .source, .opening, .missing, .deciding, .lost, .whole, .bench, .proof: return []
    }
  }
}

extension PackView.Line {
  /// The product, marked where it goes in place of what was ordered.
  var name: Text {
    let name = Text(product.name)
    return isSubstitute ? Text(zh: "替 \(name.zh)", en: "Sub \(name.en)") : name
  }
}
