import Foundation
import Testing

@testable import Labels

/// A privacy label shows no stranger who gets the parcel.
@Suite struct PrivacyTests {
  @Test(
    arguments: [
      (Privacy.name, "张小三", "张*三"), (.name, "李四", "李*"), (.name, "王", "*"), (.name, "", ""),
      (.name, "阿卜杜热西提·麦麦提依明", "阿***明"), (.name, "\u{20BB7}野\u{29E3D}", "\u{20BB7}*\u{29E3D}"),
      (.phone, "13812341234", "138****1234"), (.phone, "0571-88886666", "057*-****6666"),
      (.phone, "88886666", "****6666"), (.phone, "110", "**0"),
      (.phone, "+86 138 1234 1234", "+86 1** **** 1234"),
      (.phone, "13800138000-8642 转", "138********-8642 *"),
      (.address, "广东省深圳市南山区粤海街道科技园 8 号", "广东省深圳市南山区粤海街道****"),
      (.address, "上海市浦东新区世纪大道 100 号 12 楼", "上海市浦东新区世纪大道****"),
      (.address, "12 Main Street", "****"),
      (
        .code, "https://pickway.example/p/75312345678901",
        "https://pickway.example/p/75312345678901"
      ),
      (.free, "放门口, 电话 13812341234 或 138-1234-1234", "放门口, 电话 138****1234 或 138-****-1234"),
    ])
  func masks(_ privacy: Privacy, _ value: String, _ masked: String) {
    #expect(privacy.masked(value) == masked)
  }

  @Test(arguments: ["waybill-76x130", "waybill-100x150", "waybill-100x180", "packing-list-a4"])
  func nothingUnmaskedIsLeft(_ name: String) throws {
    let template = try #require(TemplateCatalog.builtIn[name])
    var data = template.samples[0].data
    data["remark"] = "李小明 13800138000 广东省深圳市南山区粤海街道科技园南区高新南一道 8 号创维大厦 A 座 1203 室"
    data["code"] = "https://pickway.example/p/75312345678901?tel=13800138000"
    data["receiver.address"] = "广东省深圳市南山区粤海街道科技园南区高新南一道 8 号创维大厦 A 座 1203 室"
    let labels = try template.labels(for: data, isPrivate: true)
    for secret in ["李小明", "13800138000", "高新南", "1203", "创维"] {
      #expect(!"\(labels)".contains(secret), "\(secret)")
    }
    #expect("\(labels)".contains("李*明"))
    for format in LabelFormat.allCases {
      let rendered = try template.render(data, to: format, options: RenderOptions(isPrivate: true))
      let bytes = String(decoding: rendered.bytes, as: UTF8.self)
      #expect(!bytes.contains("13800138000") && !bytes.contains("李小明"))
      #expect(!rendered.payloads.contains { $0.content.contains("13800138000") })
      // What is printed is what masked data would print.
      #expect(
        try template.render(data.masked(template.fields), to: format).bytes == rendered.bytes)
    }
    // Codes stay as they are.
    #expect("\(labels)".contains("/p/75312345678901?tel=138****8000"))
    let code = name.hasPrefix("waybill") ? "waybill.number" : "order.number"
    #expect(labels.flatMap { $0.payloads() }.contains { $0.content == data.text(code) })
  }
}
