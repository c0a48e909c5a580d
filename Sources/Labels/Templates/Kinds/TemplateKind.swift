/// What a label is for, which decides the fields its templates can use.
public enum TemplateKind: String, Sendable, Equatable, Codable, CaseIterable {
  /// The e-waybill 电子面单 of a carrier.
  case waybill
  /// The GS1 logistic label of a handling unit with its SSCC 物流箱码.
  case logistic
  /// The pick list 拣货单 of a picker.
  case pickList = "pick-list"
  /// The packing list 装箱单 in a parcel.
  case packingList = "packing-list"
  /// The label of a bin 库位.
  case bin
  /// The label of a tote 周转箱 or a cart.
  case tote
  /// The badge 工牌 of an operator.
  case badge
  /// The manifest 交接单 of a pickup.
  case manifest

  /// The fields templates of this kind can use.
  public var fields: [TemplateField] {
    switch self {
    case .waybill: Self.waybillFields
    case .logistic: Self.logisticFields
    case .pickList: Self.pickListFields
    case .packingList: Self.packingListFields
    case .bin: Self.binFields
    case .tote: Self.toteFields
    case .badge: Self.badgeFields
    case .manifest: Self.manifestFields
    }
  }

  /// Data that make trouble on labels, for trials and tests.
  public var samples: [LabelSample] {
    switch self {
    case .waybill: LabelSample.waybills
    case .logistic: LabelSample.logistics
    case .pickList: LabelSample.pickLists
    case .packingList: LabelSample.packingLists
    case .bin: LabelSample.bins
    case .tote: LabelSample.totes
    case .badge: LabelSample.badges
    case .manifest: LabelSample.manifests
    }
  }
}
