import Carriers

/// The label as KDNiao draws it: HTML with absolutely placed blocks, in pixels at 96 dpi.
enum EmulatorTemplate {
  /// Draws the label of one number.
  static func html(
    courier: EmulatorCourier, number: String, mark: String, package: String, data: JSON,
    piece: Int, pieces: Int
  ) -> String {
    let sender = data["Sender"]
    let receiver = data["Receiver"]
    let goods = (data["Commodity"]?.elements ?? []).compactMap { $0["GoodsName"]?.string }
    func line(_ party: JSON?) -> String {
      ["Name", "Mobile", "Tel", "ProvinceName", "CityName", "ExpAreaName", "Address"]
        .compactMap { party?[$0]?.string }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    func block(_ top: Int, _ size: Int, _ text: String) -> String {
      "<div style=\"position:absolute;left:6px;top:\(top)px;width:360px;font-size:\(size)px\">"
        + escape(text) + "</div>"
    }
    return "<div class=\"kdn-label\" style=\"position:relative;width:287px;height:491px\">"
      + block(4, 16, courier.name) + block(34, 28, mark) + block(91, 21, package)
      + block(128, 12, "收 \(line(receiver))") + block(191, 12, "寄 \(line(sender))")
      + "<div class=\"barcode\" data-code=\"\(escape(number))\""
      + " style=\"position:absolute;left:20px;top:245px\">\(escape(number))</div>"
      + block(340, 11, "数量：\(piece)/\(pieces)") + block(360, 11, goods.joined(separator: "、"))
      + "</div>"
  }

  private static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
