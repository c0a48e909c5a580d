import CarrierEmulation
import Carriers
import Foundation
import Testing
import Warehouse

/// The emulator says what the service says.
@Suite("KDNiao emulator")
struct KDNiaoEmulatorTests {
  private static let merchant = KDNiaoEmulatorOptions.testMerchant

  /// Posts data to an address of the emulator and reads the answer.
  private func ask(
    _ emulator: KDNiaoEmulator, _ instruction: String, _ data: String,
    path: String = "/api/EOrderService", merchant: String = merchant,
    key: Secret = KDNiaoEmulatorOptions.testKey
  ) async throws -> JSON {
    let form = FormBody([
      ("RequestData", data), ("EBusinessID", merchant), ("RequestType", instruction),
      ("DataSign", KDNiaoSignature.sign(data, key: key)), ("DataType", "2"),
    ])
    return try JSONReader.read(try await post(emulator, path, form.encoded).body)
  }

  private func post(
    _ emulator: KDNiaoEmulator, _ path: String, _ body: String
  ) async throws -> HTTPAnswer {
    let post = HTTPPost(url: emulator.address + path, body: body)
    return try await onThread { try CurlTransport().post(post) }
  }

  /// The data of a good order, its last member `more`.
  private func data(_ code: String, _ more: String = "", receiver: String = "") -> String {
    let party = """
      {"Name":"张三","Mobile":"13800001234","ProvinceName":"广东省","CityName":"深圳市",\
      "ExpAreaName":"南山区","Address":"科技园1号"\(receiver)}
      """
    return """
      {"OrderCode":"\(code)","ShipperCode":"STO","PayType":3,"ExpType":"1","Quantity":1,\
      "Sender":\(party),"Receiver":\(party),"Commodity":[{"GoodsName":"茶叶"}]\(more)}
      """
  }

  @Test("What is wrong with a request is told by its code")
  func codes() async throws {
    let subject = try await EmulatedKDNiao.start()
    let emulator = subject.emulator
    let good = data("A-1")
    let cases: [(String, String, String)] = [
      ("missing order code", good.replacing("\"OrderCode\":\"A-1\",", with: ""), "101"),
      ("missing goods", good.replacing("\"GoodsName\"", with: "\"Name\""), "101"),
      ("missing city", good.replacing("\"CityName\":\"深圳市\",", with: ""), "101"),
      ("missing phone", good.replacing("\"Mobile\":\"13800001234\",", with: ""), "101"),
      ("no postcode for EMS", good.replacing("STO", with: "EMS"), "101"),
      ("pay type", good.replacing("\"PayType\":3", with: "\"PayType\":9"), "103"),
      ("quantity", good.replacing("\"Quantity\":1", with: "\"Quantity\":0"), "103"),
      ("forbidden character", good.replacing("科技园1号", with: "A&B"), "103"),
      ("broken", "{\"OrderCode\":", "103"),
      ("masked", good.replacing("13800001234", with: "138****1234"), "105"),
      ("courier", good.replacing("STO", with: "XXX"), "105"),
      ("good", good, "100"),
      ("again", good, "106"),
    ]
    for (name, data, code) in cases {
      let answer = try await ask(emulator, "1007", data)
      #expect(answer["ResultCode"]?.string == code, "\(name)")
      #expect(answer["Success"]?.truth == ["100", "106"].contains(code), "\(name)")
    }
    let wrongKey = try await ask(emulator, "1007", good, key: Secret("other"))
    #expect(wrongKey["ResultCode"]?.string == "102")
    let stranger = try await ask(emulator, "1007", good, merchant: "test999")
    #expect(stranger["ResultCode"]?.string == "104")
    let number = "{\"ShipperCode\":\"STO\",\"LogisticCode\":\""
    for (tail, code) in [("\"}", "402"), ("77'3\"}", "403"), ("77\"}", "404")] {
      let answer = try await ask(emulator, "8001", number + tail, path: "/api/dist")
      #expect(answer["ResultCode"]?.string == code)
    }
    let broken = try await ask(emulator, "8001", "{", path: "/api/dist")
    #expect(broken["ResultCode"]?.string == "401")
    #expect(emulator.numbersUsed == 1)
    await emulator.stop()
  }

  @Test(
    "Every published address answers, in any case",
    arguments: [
      "/kdniaosandbox/gateway/exterfaceInvoke.json", "/api/EOrderService", "/api/Eorderservice",
      "/api/EOrderService2", "/api/dist", "/Ebusiness/EbusinessOrderHandle.aspx",
    ])
  func addresses(_ path: String) async throws {
    let emulator = try await EmulatedKDNiao.start().emulator
    let answer = try await ask(emulator, "1007", data("A-1"), path: path)
    #expect(answer["ResultCode"]?.string == "100")
    #expect(try await post(emulator, "/api/none", "").status == 404)
    await emulator.stop()
  }

  @Test("Quotes may be single, and clients that encode twice are understood")
  func lenience() async throws {
    let emulator = try await EmulatedKDNiao.start().emulator
    let pseudo = data("A-1").replacing("\"", with: "'")
    #expect(try await ask(emulator, "1007", pseudo)["ResultCode"]?.string == "100")
    let twice = data("A-2")
    let sign = KDNiaoSignature.sign(twice, key: KDNiaoEmulatorOptions.testKey)
    let form = FormBody([
      ("RequestData", FormBody.encode(twice)), ("EBusinessID", Self.merchant),
      ("RequestType", "1007"), ("DataSign", FormBody.encode(sign)), ("DataType", "2"),
    ])
    let answer = try JSONReader.read(
      try await post(emulator, "/api/EOrderService", form.encoded).body)
    #expect(answer["ResultCode"]?.string == "100")
    await emulator.stop()
  }

  @Test(
    "A waybill has a number of its courier's shape, a mark, a bag and a label",
    arguments: ["SF", "ZTO", "YTO", "STO", "YD", "JTSD", "DBL", "JD", "EMS", "YZPY"])
  func waybills(_ carrier: String) async throws {
    let subject = try await EmulatedKDNiao.start()
    let order = try Sample.order(
      "A-1", carrier: CarrierCode(carrier), pieces: 2, wantsTemplate: true
    ) {
      $0.sender.postCode = "310000"
      $0.receiver.postCode = "518000"
    }
    let waybill = try Sample.known(try await subject.order(order).value)
    let courier = try Sample.known(Courier.known(CarrierCode(carrier)))
    for number in [waybill.number] + waybill.children { #expect(courier.owns(number)) }
    #expect(waybill.routingMark.split(separator: "-").count == 2)
    #expect(waybill.packageName == "深圳市转运中心")
    #expect(waybill.origin.name.hasPrefix("杭州市"))
    #expect(waybill.template?.contains(waybill.number) == true)
    #expect(waybill.template?.contains("张三") == true)
    let recognized = try await onThread { try subject.client.recognize(waybill.number).value }
    #expect(recognized?.contains(CarrierCode(carrier)) == true)
    await subject.emulator.stop()
  }

  @Test("The same place has the same mark, another place another one")
  func marks() async throws {
    let subject = try await EmulatedKDNiao.start()
    let one = try await subject.order(Sample.order("A-1")).value?.routingMark
    let two = try await subject.order(Sample.order("A-2")).value?.routingMark
    let other = try await subject.order(
      Sample.order("A-3") { $0.receiver.region = Region("四川省 成都市 武侯区") }
    ).value?.routingMark
    #expect(one == two)
    #expect(one != other)
    await subject.emulator.stop()
  }

  @Test("Numbers run out, and only then")
  func balance() async throws {
    let subject = try await EmulatedKDNiao.start { $0.balance = 3 }
    let client = subject.client
    #expect(try await onThread { try client.balance("ZTO").value } == 3)
    #expect(try await subject.order(Sample.order("A-1", pieces: 2)).value != nil)
    #expect(try await subject.order(Sample.order("A-2", pieces: 2)).refusal?.kind == .noNumbers)
    #expect(try await subject.order(Sample.order("A-3")).value != nil)
    #expect(try await subject.order(Sample.order("A-4")).refusal?.kind == .noNumbers)
    #expect(try await subject.order(Sample.order("A-3")).value?.isRepeat == true)
    #expect(try await onThread { try client.balance("ZTO").value } == 0)
    await subject.emulator.stop()
  }

  @Test("A restart forgets nothing, not even what a torn last line left")
  func restart() async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/kdniao.jsonl"
    let before = try await EmulatedKDNiao.start { $0.file = file }
    let order = try Sample.order("A-1", pieces: 2, wantsTemplate: true)
    let first = try Sample.known(try await before.order(order).value)
    let given = try Sample.order("A-2")
    _ = try await before.order(given)
    _ = try await before.cancel(WaybillCancel(order: given.code, carrier: given.carrier))
    before.emulator.advance(minutes: 1810)
    await #expect(throws: KDNiaoEmulatorProblem.self) {
      _ = try await EmulatedKDNiao.start { $0.file = file }
    }
    await before.emulator.stop()

    let handle = try Sample.known(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("{\"ordered\":{\"_0\":{\"merch".utf8))
    try handle.close()

    let after = try await EmulatedKDNiao.start { $0.file = file }
    var same = try Sample.known(try await after.order(order).value)
    #expect(same.isRepeat)
    same.isRepeat = false
    #expect(same == first)
    #expect(try await after.order(given).refusal?.kind == .cancelled)
    #expect(after.emulator.numbersUsed == 3)
    let next = try await after.order(Sample.order("A-3")).value
    #expect(next.map { ![first.number, first.children[0]].contains($0.number) } == true)
    let trace = try await after.trace(
      TraceQuery(carrier: "ZTO", number: first.number, phoneTail: "1234"))
    #expect((trace.value?.events.count ?? 0) >= 6)
    await after.emulator.stop()

    // What was written behind the torn line is whole too.
    let last = try await EmulatedKDNiao.start { $0.file = file }
    #expect(try await last.order(Sample.order("A-3")).value?.number == next?.number)
    #expect(last.emulator.numbersUsed == 4)
    await last.emulator.stop()
  }

  @Test("More than the allowed calls in a second are sent away")
  func rateLimit() async throws {
    let time = FakeTime()
    let options = KDNiaoEmulatorOptions(callsPerSecond: 20)
    let emulator = try await KDNiaoEmulator.start(options, pace: time.pace)
    let client = try EmulatedKDNiao.client(emulator)
    let answers = try await onThread {
      (0..<25).map { _ in (try? client.recognize("73610555582883")) != nil }
    }
    #expect(answers.filter { $0 }.count == 20)
    time.advance(1000)
    #expect(try await onThread { try client.recognize("73610555582883").value } == ["ZTO"])
    await emulator.stop()
  }

  @Test("SF and ZTO show a track only to who knows the phone")
  func phoneTail() async throws {
    let subject = try await EmulatedKDNiao.start()
    let number = try Sample.known(try await subject.order(Sample.order("A-1")).value).number
    subject.emulator.advance(minutes: 500)
    let blind = try await subject.trace(TraceQuery(carrier: "ZTO", number: number)).value
    #expect(blind?.events == [])
    let seen = try await subject.trace(
      TraceQuery(carrier: "ZTO", number: number, phoneTail: "5678")
    ).value
    #expect(seen?.events.map(\.action) == ["1", "206"])
    #expect(seen?.events.first?.at == EmulatedKDNiao.start.adding(milliseconds: 120 * 60_000))
    #expect(seen?.state == .inTransit)
    await subject.emulator.stop()
  }

  @Test("Faults, time and balance are steered over the wire")
  func control() async throws {
    let subject = try await EmulatedKDNiao.start()
    let emulator = subject.emulator
    let fault = try await post(
      emulator, "/emulator/faults", "{\"fault\":\"rate-limit:1007:1\"}")
    #expect(fault.status == 200)
    #expect(await subject.trouble(try Sample.order("A-1"))?.outcome == .notDone)
    #expect(try await subject.order(Sample.order("A-1")).value != nil)
    #expect(try await post(emulator, "/emulator/faults", "{\"fault\":\"no-such\"}").status == 400)
    _ = try await post(emulator, "/emulator/balance", "{\"ShipperCode\":\"ZTO\",\"left\":0}")
    #expect(try await subject.order(Sample.order("A-2")).refusal?.kind == .noNumbers)
    let ledger = try JSONReader.read(try await post(emulator, "/emulator/ledger", "").body)
    #expect(ledger["numbersUsed"]?.integer == 1)
    #expect(ledger["orders"]?.elements?.first?["OrderCode"]?.string == "A-1")
    #expect(ledger["asked"]?["1007"]?.integer == 3)
    await emulator.stop()
  }

  @Test(
    "Faults are read from a word",
    arguments: [
      ("timeout-after:1007:3", KDNiaoFault(.timeoutAfter, instruction: "1007", count: 3)),
      ("truncated", KDNiaoFault(.truncated)), ("refuse:*:2", KDNiaoFault(.refuse, count: 2)),
      ("push-twice", KDNiaoFault(.pushTwice)), ("timeout", nil), ("truncated:9999", nil),
      ("truncated:1007:0", nil), ("truncated:1007:1:1", nil),
    ])
  func faultWords(_ text: String, _ fault: KDNiaoFault?) {
    #expect(KDNiaoFault(text) == fault)
  }

  @Test(
    "Pushes go nowhere but to this machine",
    arguments: ["http://example.com/push", "http://127.0.0.1@example.com/", "ftp://127.0.0.1/"])
  func pushAddress(_ url: String) async {
    await #expect(throws: KDNiaoEmulatorProblem.self) {
      _ = try await EmulatedKDNiao.start { $0.pushURL = url }
    }
  }
}
