import Warehouse

extension CageFigures {
  /// Count and weight: `12 件 34.5kg`.
  var text: Text {
    Text(
      zh: "\(parcels) 件 \(Self.kilograms(grams))", en: "\(parcels) pcs \(Self.kilograms(grams))")
  }

  /// A weight in kilograms with one digit behind the point, rounded up: nothing weighs 0.
  static func kilograms(_ grams: Int) -> String {
    let tenths = (grams + 99) / 100
    return "\(tenths / 10).\(tenths % 10)kg"
  }
}

extension ParcelPlace {
  /// Where it is, in a line.
  var text: Text {
    switch self {
    case .cage(let cage, nil): Text(zh: "在笼车 \(cage)", en: "In cage \(cage)")
    case .cage(let cage, let manifest?):
      Text(zh: "\(cage) 待交 \(manifest)", en: "\(cage), \(manifest)")
    case .handedOver(let manifest):
      Text(zh: "已交接 \(manifest)", en: "Gone: \(manifest)")
    case .underway(let manifest, let stage):
      Text(zh: "\(stage.text.zh) \(manifest)", en: "\(stage.text.en): \(manifest)")
    }
  }
}

extension Journey.Stage {
  /// How far the parcel is, in a word or two.
  var text: Text {
    switch self {
    case .collected: Text(zh: "已揽收", en: "Collected")
    case .inTransit: Text(zh: "在途", en: "On its way")
    case .delivering: Text(zh: "派件中", en: "Delivering")
    case .problem: Text(zh: "问题件", en: "Problem")
    case .delivered: Text(zh: "已签收", en: "Delivered")
    case .returned: Text(zh: "已退回", en: "Returned")
    }
  }
}

extension Meaning {
  /// The code of a cage; empty for anything else.
  var code: String {
    if case .cage(let load) = self { load.cage.code.rawValue } else { "" }
  }
}

extension KeyHint {
  /// Take a parcel out of its cage.
  static let takeOut = KeyHint(.function(7), Text(zh: "出", en: "Out"))
  /// On to the driver.
  static let handOver = KeyHint(.function(8), Text(zh: "交", en: "Hand"))
  /// Open the cages of a manifest again.
  static let reopen = KeyHint(.function(7), Text(zh: "撤", en: "Open"))
}

extension Refusal {
  /// Whether somebody else went on with the cage or manifest meanwhile.
  var endsTheHandover: Bool {
    if case .manifestIs = self { return true }
    if case .cageClosed = self { return true }
    if case .cageEmpty = self { return true }
    return false
  }
}
