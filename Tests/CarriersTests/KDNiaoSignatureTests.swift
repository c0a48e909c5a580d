import Carriers
import Testing

@Suite("Signatures and forms")
struct KDNiaoSignatureTests {
  @Test(
    "MD5 as in RFC 1321",
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ])
  func md5(_ text: String, _ digest: String) {
    #expect(Digest.md5Hex(Array(text.utf8)) == digest)
  }

  @Test("A signature is Base64 over the hexadecimal text")
  func sign() {
    let data = "{\"OrderCode\":\"测试1\",\"Receiver\":{\"Name\":\"张三\",\"ProvinceName\":\"广东省\"}}"
    let sign = KDNiaoSignature.sign(data, key: Secret("0000test-key-0000"))
    #expect(sign == "MmE1ZDM4N2I1YTZjOTNiMzFiMWI3MzBiNzIzZDQ0MGQ=")
    #expect(KDNiaoSignature.verify(sign, of: data, key: Secret("0000test-key-0000")))
    #expect(!KDNiaoSignature.verify(sign, of: data + " ", key: Secret("0000test-key-0000")))
    #expect(
      !KDNiaoSignature.verify(String(sign.dropLast()), of: data, key: Secret("0000test-key-0000")))
  }

  @Test(
    "The public vectors agree",
    .enabled(if: PublicData.has("china/signature-vectors.json"), "no public data: set PICKWAY_DATA")
  )
  func vectors() throws {
    let vectors = try JSONReader.read(try PublicData.text("china/signature-vectors.json"))
    var count = 0
    for vector in vectors.elements ?? [] where vector["api"]?.string?.hasPrefix("kdniao") == true {
      let data = (vector["ip"]?.string ?? "") + (vector["RequestData"]?.string ?? "")
      let key = Secret(vector["AppKey"]?.string ?? "")
      let sign = KDNiaoSignature.sign(data, key: key)
      #expect(sign == vector["DataSign"]?.string)
      if let encoded = vector["DataSign_urlencoded"]?.string {
        #expect(FormBody.encode(sign) == encoded)
      }
      if let encoded = vector["RequestData_urlencoded"]?.string {
        #expect(FormBody.encode(data) == encoded)
      }
      count += 1
    }
    #expect(count == 3)
  }

  @Test("A form survives the way there and back")
  func forms() {
    let body = FormBody([("a b", "1+1=2&3%"), ("名", "张三 \"x\"\n"), ("empty", "")])
    #expect(body.encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2B })
    #expect(FormBody(parsing: body.encoded) == body)
    #expect(FormBody(parsing: "x=a+b%2B%zz%4&y")["x"] == "a b+%zz%4")
    #expect(FormBody(parsing: "x=a+b%2B%zz%4&y")["y"] == "")
  }
}
