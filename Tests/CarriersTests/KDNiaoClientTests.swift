import Carriers
import Testing
import Warehouse

@Suite("KDNiao client")
struct KDNiaoClientTests {
  private static let credentials = KDNiaoCredentials(
    merchant: "test1", key: Secret("k"),
    accounts: [
      "ZTO": .init(customerName: Secret("C-77"), customerPassword: Secret("p#w'd"), sendSite: "S")
    ])

  private func client(
    _ transport: ScriptedTransport, _ time: FakeTime = FakeTime(),
    limits: KDNiao.Limits = KDNiao.Limits()
  ) throws -> KDNiao {
    KDNiao(
      endpoint: .production, credentials: Self.credentials, transport: transport, limits: limits,
      pace: time.pace)
  }

  private static let answer = """
    {"EBusinessID":"test1","Success":true,"ResultCode":"100","Order":{"OrderCode":"P-1",\
    "ShipperCode":"ZTO","LogisticCode":"73610555582883","MarkDestination":"113-207 007",\
    "PackageName":"深圳","DestinatioName":"南山"},"SubOrders":"['1','2']"}
    """

  @Test("What is signed is what is sent, and it holds what the service asks for")
  func request() throws {
    let transport = ScriptedTransport(.answer(200, Self.answer))
    let order = try Sample.order("P-1") {
      $0.receiver.address = "A&B 50% \"花园\" <1>\n#2+'3'\\"
      $0.codFen = 10_205
      $0.insuredFen = 50_000
      $0.goods[0].fen = 1990
      $0.remark = "轻放"
    }
    let waybill = try client(transport).order(order).value
    let post = try #require(transport.posts.first)
    #expect(post.url == "https://api.kdniao.com/api/EOrderService")
    let form = FormBody(parsing: post.body)
    #expect(
      form.fields.map(\.name)
        == ["RequestData", "EBusinessID", "RequestType", "DataSign", "DataType"])
    let data = try #require(form["RequestData"])
    #expect(form["DataSign"] == KDNiaoSignature.sign(data, key: Secret("k")))
    #expect(form["RequestType"] == "1007")
    #expect(form["DataType"] == "2")
    let json = try JSONReader.read(data)
    #expect(json["OrderCode"]?.string == "P-1")
    #expect(json["PayType"]?.integer == 3)
    #expect(json["Weight"]?.string == "1.23")
    #expect(json["Receiver"]?["Address"]?.string == "A＆B 50％ ＂花园＂ ＜1＞ ＃2＋＇3＇＼")
    #expect(json["Receiver"]?["Tel"] == nil)
    #expect(json["AddService"]?.elements?.map { $0["Name"]?.string } == ["COD", "INSURE"])
    #expect(json["AddService"]?.elements?.map { $0["Value"]?.string } == ["102.05", "500"])
    #expect(json["Commodity"]?.elements?[0]["Goodsquantity"]?.integer == 2)
    #expect(json["Commodity"]?.elements?[0]["GoodsPrice"]?.string == "19.9")
    #expect(json["CustomerName"]?.string == "C-77")
    // A password goes as it is.
    #expect(json["CustomerPwd"]?.string == "p#w'd")
    #expect(json["Remark"]?.string == "轻放")
    #expect(waybill?.number == "73610555582883")
    #expect(waybill?.children == ["1", "2"])
    #expect(waybill?.routingMark == "113-207 007")
    #expect(waybill?.destination.name == "南山")
    #expect(waybill?.isRepeat == false)
  }

  @Test(
    "What an answer means",
    arguments: [
      ("{\"ResultCode\":\"101\",\"Success\":false}", CarrierRefusal.Kind.incomplete),
      ("{\"ResultCode\":102,\"Success\":false}", .signature),
      ("{\"ResultCode\":\"103\",\"Success\":\"false\"}", .malformed),
      ("{\"ResultCode\":\"104\"}", .account),
      ("{\"ResultCode\":\"105\",\"Reason\":\"订单号已存在，请勿重复操作\"}", .alreadyOrdered),
      ("{\"ResultCode\":\"105\",\"Reason\":\"收件地址中包含脱敏字符****\"}", .masked),
      ("{\"ResultCode\":\"105\",\"Reason\":\"余额不足\"}", .noNumbers),
      ("{\"ResultCode\":\"105\",\"Reason\":\"网点停用\"}", .other),
      ("{\"ResultCode\":\"401\"}", .malformed), ("{\"ResultCode\":\"405\"}", .dailyLimit),
      ("{\"Success\":false,\"Reason\":\"?\"}", .other),
    ])
  func refusals(_ answer: String, _ kind: CarrierRefusal.Kind) throws {
    let transport = ScriptedTransport(.answer(200, answer))
    #expect(try client(transport).order(Sample.order("P-1")).refusal?.kind == kind)
    #expect(transport.posts.count == 1)
  }

  @Test(
    "An answer that says nothing, and every doubt, is repeated byte by byte",
    arguments: [
      ScriptedTransport.Step.answer(200, "{\"Success\":true,\"Order\":{\"LogisticCode\""),
      .answer(200, "{\"Success\":true,\"ResultCode\":\"100\"}"), .answer(200, "{}"),
      .answer(200, "<html>"), .answer(200, ""), .answer(502, ""), .trouble(mayHaveArrived: true),
    ])
  func doubts(_ step: ScriptedTransport.Step) throws {
    let transport = ScriptedTransport(step, step, .answer(200, Self.answer))
    let time = FakeTime()
    let waybill = try client(transport, time).order(Sample.order("P-1")).value
    #expect(waybill?.number == "73610555582883")
    #expect(transport.posts.count == 3)
    #expect(Set(transport.posts.map(\.body)).count == 1)
    #expect(time.waits == [400, 800])
  }

  @Test("One attempt in doubt leaves the whole call in doubt")
  func outcome() throws {
    func trouble(_ steps: [ScriptedTransport.Step]) throws -> CarrierTrouble? {
      let transport = ScriptedTransport(
        steps[0], steps[1], .trouble(mayHaveArrived: false), .trouble(mayHaveArrived: false))
      let client = try client(transport)
      let order = try Sample.order("P-1")
      do throws(CarrierTrouble) {
        _ = try client.order(order)
        return nil
      } catch {
        return error
      }
    }
    let away = ScriptedTransport.Step.trouble(mayHaveArrived: false)
    #expect(try trouble([away, away])?.outcome == .notDone)
    #expect(try trouble([away, .trouble(mayHaveArrived: true)])?.outcome == .unknown)
    #expect(try trouble([.answer(500, ""), away])?.outcome == .unknown)
    #expect(try trouble([.answer(429, ""), away])?.outcome == .notDone)
  }

  @Test("A wrong address is not tried again")
  func notFound() throws {
    let transport = ScriptedTransport(.answer(404, ""))
    let client = try client(transport)
    #expect(throws: CarrierTrouble(.notDone, isRetryable: false, "KDNiao 1007: HTTP 404")) {
      try client.order(Sample.order("P-1"))
    }
    #expect(transport.posts.count == 1)
  }

  @Test("106 is a success that tells it was one before")
  func repeated() throws {
    let again = Self.answer.replacing("\"100\"", with: "\"106\"")
    let waybill = try client(ScriptedTransport(.answer(200, again))).order(Sample.order("P-1"))
    #expect(waybill.value?.isRepeat == true)
    #expect(waybill.value?.number == "73610555582883")
  }

  @Test("Nothing leaves for an order without a district")
  func district() throws {
    let transport = ScriptedTransport()
    let order = try Sample.order("P-1") { $0.receiver.region.district = "" }
    #expect(try client(transport).order(order).refusal?.kind == .incomplete)
    #expect(transport.posts.isEmpty)
  }

  @Test("No more calls leave in a second than allowed", arguments: [0, 7, 30, 49, 51])
  func limiter(_ gap: Int) {
    let time = FakeTime()
    let limiter = RateLimiter(count: 20, pace: time.pace)
    var starts: [Int] = []
    for _ in 0..<65 {
      limiter.take()
      starts.append(time.now)
      time.advance(gap)
    }
    for index in starts.indices.dropFirst(20) {
      #expect(starts[index] - starts[index - 20] >= 1000)
    }
    // Nor is anybody held up longer than needed.
    #expect(time.waits.reduce(0, +) <= max(0, 3 * (1000 - 20 * gap)))
  }

  @Test("Waits double, jitter, and end at the longest")
  func backoff() {
    let backoff = Backoff(first: 400, longest: 3000, attempts: 9)
    #expect(
      (2...6).map { backoff.wait(before: $0) { $0.upperBound } } == [400, 800, 1600, 3000, 3000])
    #expect((2...4).map { backoff.wait(before: $0) { $0.lowerBound } } == [200, 400, 800])
    #expect(backoff.wait(before: 100) { $0.upperBound } == 3000)
  }

  @Test("The longest call is known beforehand, repeats and waits included")
  func longestCall() throws {
    let limits = KDNiao.Limits(
      timeout: 10_000, backoff: Backoff(first: 400, longest: 1000, attempts: 4))
    #expect(limits.longestCall == 4 * 11_000 + 400 + 800 + 1000)
    #expect(KDNiao.Limits(timeout: 500, backoff: Backoff(attempts: 1)).longestCall == 1500)
    // Nobody answers, and the attempts themselves take no time here.
    let time = FakeTime()
    let transport = ScriptedTransport()
    let order = try Sample.order("P-1")
    #expect(throws: CarrierTrouble.self) {
      try client(transport, time, limits: limits).order(order)
    }
    #expect(transport.posts.count == 4)
    #expect(time.now == 2200)
  }

  @Test(
    "Addresses are encrypted or on this machine",
    arguments: [
      ("https://api.kdniao.com", true), ("http://127.0.0.1:8080", true), ("http://[::1]:80", true),
      ("http://localhost:1/", true), ("http://api.kdniao.com", false),
      ("http://127.0.0.1@evil.example", false), ("http://127.0.0.1.evil.example", false),
      ("ftp://127.0.0.1", false), ("", false),
    ])
  func endpoints(_ base: String, _ isGood: Bool) {
    #expect((KDNiaoEndpoint(base: base) != nil) == isGood)
  }

  @Test("Every instruction has its address, the sandbox one for all")
  func addresses() {
    let production = KDNiaoEndpoint.production
    #expect(production.url(.cancel) == "https://api.kdniao.com/api/EOrderService")
    #expect(
      production.url(.trackPaid) == "https://api.kdniao.com/Ebusiness/EbusinessOrderHandle.aspx")
    #expect(production.url(.subscribe) == "https://api.kdniao.com/api/dist")
    let sandbox =
      "http://sandboxapi.kdniao.com:8080/kdniaosandbox/gateway/exterfaceInvoke.json"
    #expect(KDNiaoEndpoint.sandbox.url(.order) == sandbox)
    #expect(KDNiaoEndpoint.sandbox.url(.recognize) == sandbox)
  }

  @Test("Forbidden characters become fullwidth, everything else stays")
  func clean() {
    #expect(KDNiaoText.clean("'\"#&+<>%\\") == "＇＂＃＆＋＜＞％＼")
    #expect(KDNiaoText.clean("广东省 A-1(2)/3 😀𠮷") == "广东省 A-1(2)/3 😀𠮷")
    #expect(
      KDNiaoText.clean("a\u{1B}[2J\u{7F}\u{85}b\r\nc").unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control
      })
    #expect(!KDNiaoText.isForbidden(KDNiaoText.clean("50%<'")))
  }

  @Test(
    "Decimals are exact",
    arguments: [
      (0, "0"), (1, "0.001"), (10, "0.01"), (999, "0.999"), (1000, "1"), (1230, "1.23"),
      (12_500, "12.5"), (100_000, "100"),
    ])
  func decimals(_ grams: Int, _ text: String) {
    #expect(KDNiaoText.kilograms(grams) == text)
    #expect(KDNiaoTariff.decimal(text, digits: 3) == grams)
  }

  @Test("Times are Chinese standard time")
  func times() throws {
    let time = try #require(KDNiaoTime("2026-11-22 09:00:00"))
    #expect(time.timestamp == EmulatedKDNiao.start)
    #expect(
      KDNiaoTime(time.timestamp.adding(milliseconds: 65_999)).description == "2026-11-22 09:01:05")
    #expect(KDNiaoTime("2026/11/22 09:00")?.timestamp == time.timestamp)
    #expect(KDNiaoTime("2026-11-22T09:00:00") == nil)
    #expect(KDNiaoTime("2026-02-30 09:00:00") == nil)
  }
}
