/// The columns of the tables people bring, under all the names they go by.
///
/// The first name is the one our own files use.
enum Column {
  // Products.
  static let sku: FieldName = ["sku", "商品编码", "货号"]
  static let nameZH: FieldName = ["name_zh", "name", "商品名称", "中文名称", "品名"]
  static let nameEN: FieldName = ["name_en", "英文名称"]
  static let barcodes: FieldName = ["barcodes", "barcode", "商品条码", "条码"]
  static let innerUnits: FieldName = ["inner_units", "中包数量"]
  static let innerBarcodes: FieldName = ["inner_barcodes", "inner_barcode", "中包条码"]
  static let caseUnits: FieldName = ["case_units", "箱装数量", "箱规"]
  static let caseBarcodes: FieldName = ["case_barcodes", "case_barcode", "箱条码", "箱码"]
  static let grams: FieldName = ["grams", "重量克", "重量(克)", "重量"]
  static let length: FieldName = ["length_mm", "length", "长毫米", "长(毫米)", "长"]
  static let width: FieldName = ["width_mm", "width", "宽毫米", "宽(毫米)", "宽"]
  static let height: FieldName = ["height_mm", "height", "高毫米", "高(毫米)", "高"]
  static let tracking: FieldName = ["tracking", "管理方式", "追踪"]
  static let fragile: FieldName = ["fragile", "易碎"]
  static let scanning: FieldName = ["scanning", "扫描方式"]
  static let lots: FieldName = ["lots", "批号确认"]
  static let catchWeight: FieldName = ["catch_weight", "称重允差"]
  static let orientation: FieldName = ["orientation", "摆放"]

  // Stock.
  static let bin: FieldName = ["bin", "库位", "库位编码"]
  static let quantity: FieldName = ["quantity", "qty", "数量"]
  static let lot: FieldName = ["lot", "批号", "批次"]
  static let expiry: FieldName = ["expiry", "有效期至", "到期日"]

  static let units: FieldName = ["units", "容器"]

  // Orders.
  static let order: FieldName = ["order", "订单号", "订单编号"]
  static let channel: FieldName = ["channel", "渠道", "平台"]
  static let receiver: FieldName = ["receiver", "收货人", "收件人"]
  static let phone: FieldName = ["phone", "电话", "手机", "联系电话"]
  static let region: FieldName = ["region", "省市区", "地区"]
  static let address: FieldName = ["address", "地址", "详细地址"]
  static let carrier: FieldName = ["carrier", "快递公司", "快递"]
  static let cutOff: FieldName = ["cutoff", "cut_off", "截单时间"]
  static let priority: FieldName = ["priority", "优先级"]
  static let remark: FieldName = ["remark", "备注", "买家留言"]
  static let value: FieldName = ["value", "订单金额", "金额"]
  static let cod: FieldName = ["cod", "代收货款", "代收金额"]
  static let lines: FieldName = ["lines", "订单行", "明细"]
  static let substitute: FieldName = ["substitute", "替代商品", "替代"]
}
