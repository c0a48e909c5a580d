/// The parts a site file is made of, in the order they are read: each refers to earlier ones only.
enum SitePart: String, CaseIterable {
  case site
  case aisle
  case segment
  case zone
  case printer
  case workstation
  case carrier
  case numbers
  case `operator`
  case cart
  case tote
  case carton
  case wall
  case cage
  case bin

  /// The list that holds such parts in a site written as one JSON object; nil if they are no list.
  var list: FieldName? {
    switch self {
    case .site, .numbers: nil
    case .aisle: ["aisles", "巷道"]
    case .segment: ["segments", "路段"]
    case .zone: ["zones", "库区"]
    case .printer: ["printers", "打印机"]
    case .workstation: ["workstations", "工位"]
    case .carrier: ["carriers", "快递公司"]
    case .operator: ["operators", "作业员"]
    case .cart: ["carts", "拣货车"]
    case .tote: ["totes", "周转箱"]
    case .carton: ["cartons", "纸箱"]
    case .wall: ["walls", "播种墙"]
    case .cage: ["cages", "笼车"]
    case .bin: ["bins", "库位"]
    }
  }

  /// The words for the parts in the `record` column.
  static let words: KeyValuePairs<String, SitePart> = [
    "site": .site, "aisle": .aisle, "segment": .segment, "zone": .zone, "printer": .printer,
    "workstation": .workstation, "carrier": .carrier, "numbers": .numbers, "operator": .operator,
    "cart": .cart, "tote": .tote, "carton": .carton, "wall": .wall, "bin": .bin, "仓库": .site,
    "巷道": .aisle,
    "路段": .segment,
    "库区": .zone, "打印机": .printer, "工位": .workstation, "快递公司": .carrier, "号段": .numbers,
    "作业员": .operator, "拣货车": .cart, "周转箱": .tote, "纸箱": .carton, "播种墙": .wall,
    "cage": .cage, "笼车": .cage,
    "库位": .bin,
  ]
}
