import Warehouse

extension Product {
  /// What one sees of goods: the name, the barcode, and lot and date where they matter.
  func facts(_ key: StockKey) -> [Screen.Body] {
    var facts = [
      Fact(Text(name), weight: .strong, rank: 1),
      Fact(Text(packagings.first?.barcodes.first ?? sku.rawValue), rank: 4),
    ]
    if !key.lot.isEmpty || key.expiry != nil {
      let expiry = key.expiry?.short ?? ""
      facts.append(
        Fact(
          Text(zh: "批 \(key.lot)", en: "Lot \(key.lot)"),
          trailing: expiry.isEmpty ? nil : Text(zh: "期 \(expiry)", en: "exp \(expiry)"), rank: 3))
    }
    return facts.map { .fact($0) }
  }
}

extension Holder {
  /// The code of what holds the goods, or a dash.
  var label: String { code.isEmpty ? "-" : code }
}

extension Meaning {
  /// The refusal of a scan that is not what the step asks for.
  func instead(of wanted: Text) -> [Text] {
    [Text(zh: "扫到: \(text.zh)", en: "Got: \(text.en)"), wanted]
  }

  /// The refusal of a scan where a tote with something in it was asked for.
  func instead(ofFull wanted: Text) -> [Text] {
    guard case .tote(let tote, _) = self, tote.order == nil, tote.list == nil else {
      return instead(of: wanted)
    }
    return [Text(zh: "周转箱 \(tote.code) 空闲", en: "Tote \(tote.code) is free"), wanted]
  }
}

extension KeyHint {
  /// There is none of it.
  static let none = KeyHint(.function(9), Text(zh: "没有", en: "None"))
  /// The last step is taken back.
  static let undo = KeyHint(.function(8), Text(zh: "撤", en: "Undo"))
  /// An unknown code belongs to a product.
  static let belongsTo = KeyHint(.function(7), Text(zh: "归属", en: "Belongs to"))
  /// The next one in place of this one.
  static let skipChore = KeyHint(.function(6), Text(zh: "跳", en: "Skip"))
}
