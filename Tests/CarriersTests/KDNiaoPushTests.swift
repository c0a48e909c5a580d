import CarrierEmulation
import Carriers
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization
import Testing
import Warehouse

@Suite("KDNiao pushes")
struct KDNiaoPushTests {
  private let push = KDNiaoPush(credentials: EmulatedKDNiao.credentials)

  private func body(
    _ data: String, type: String = "102", key: Secret = KDNiaoEmulatorOptions.testKey
  ) -> String {
    FormBody([
      ("RequestData", data), ("RequestType", type),
      ("DataSign", KDNiaoSignature.sign(data, key: key)),
    ]).encoded
  }

  private static let data = """
    {"EBusinessID":"test1000001","PushTime":"2026-11-22 09:00:00","Count":"2","Data":[\
    {"LogisticCode":"YT1","ShipperCode":"YTO","Success":true,"State":"2","StateEx":"202","Traces":[\
    {"AcceptTime":"2026-11-22 08:00:00","AcceptStation":"派件中","Location":"深圳市","Action":"202"},\
    {"AcceptTime":"2026-11-21 08:00:00","AcceptStation":"已揽收","Location":"杭州市","Action":"1"}]},\
    {"LogisticCode":"YT2","ShipperCode":"YTO","Success":false,"Reason":"三天无轨迹"}]}
    """

  @Test("A signed push is read and confirmed")
  func good() throws {
    let receipt = push.receive(body(Self.data), at: EmulatedKDNiao.start)
    #expect(receipt.problem == nil)
    #expect(receipt.traces.map(\.number) == ["YT1"])
    let trace = try #require(receipt.traces.first)
    #expect(trace.carrier == "YTO")
    #expect(trace.state == .inTransit)
    #expect(trace.detail == "202")
    #expect(trace.events.map(\.what) == ["已揽收", "派件中"])
    #expect(
      receipt.reply
        == "{\"EBusinessID\":\"test1000001\",\"UpdateTime\":\"2026-11-22 09:00:00\",\"Success\":true,\"Reason\":\"\"}"
    )
  }

  @Test(
    "A push that is not KDNiao's, or not for us, is refused whole",
    arguments: [
      ("RequestType", 0), ("DataSign", 1), ("broken", 2), ("EBusinessID", 3), ("missing", 4),
    ])
  func bad(_ word: String, _ index: Int) throws {
    let bodies = [
      body(Self.data, type: "1007"), body(Self.data, key: Secret("other")), body("{\"Data\""),
      body(Self.data.replacing("test1000001", with: "test2")), "RequestType=102",
    ]
    let receipt = push.receive(bodies[index], at: EmulatedKDNiao.start)
    #expect(receipt.problem?.contains(word) == true)
    #expect(receipt.traces.isEmpty)
    #expect(try JSONReader.read(receipt.reply)["Success"]?.truth == false)
  }

  @Test("Merging is the same in any order and any number of times")
  func merging() {
    func event(_ minute: Int64, _ what: String) -> Trace.Event {
      Trace.Event(at: Timestamp(milliseconds: minute * 60_000), what: what)
    }
    let events = [event(1, "a"), event(2, "b"), event(2, "c"), event(3, "d")]
    func trace(_ count: Int, _ state: Trace.State) -> Trace {
      Trace(carrier: "YTO", number: "YT1", state: state, events: Array(events.prefix(count)))
    }
    let pushes = [
      trace(1, .collected), trace(3, .inTransit), trace(3, .inTransit), trace(4, .signed),
    ]
    for rotation in 0..<24 {
      var order = pushes
      var rest = rotation
      for index in stride(from: 3, to: 0, by: -1) {
        order.swapAt(index, rest % (index + 1))
        rest /= index + 1
      }
      var merged = Trace(carrier: "YTO", number: "YT1")
      var fresh: [Trace.Event] = []
      for push in order { fresh += merged.merge(push) }
      #expect(merged.state == .signed)
      #expect(merged.events == events)
      #expect(fresh.count == 4)
      #expect(merged.isFinal)
    }
  }

  @Test("Pushes arrive over the wire, twice, backwards and after losses, and end in one history")
  func overTheWire() async throws {
    let received = Mutex((traces: [String: Trace](), pushes: 0, fresh: 0, failing: 2))
    let push = push
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled,
      handler: ClosureHTTPHandler { request in
        let body = String(decoding: try await request.bodyData, as: UTF8.self)
        let receipt = push.receive(body, at: EmulatedKDNiao.start)
        let isFailing = received.withLock { received in
          if received.failing > 0 {
            received.failing -= 1
            return true
          }
          received.pushes += 1
          for trace in receipt.traces {
            var known =
              received.traces[trace.number] ?? Trace(carrier: trace.carrier, number: trace.number)
            received.fresh += known.merge(trace).count
            received.traces[trace.number] = known
          }
          return false
        }
        return isFailing
          ? HTTPResponse(statusCode: .internalServerError)
          : HTTPResponse(statusCode: .ok, body: Data(receipt.reply.utf8))
      })
    let running = Task { try await server.run() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw Sample.Missing() }

    let subject = try await EmulatedKDNiao.start {
      $0.pushURL = "http://127.0.0.1:\(port)/push"
      $0.pushesByItself = false
    }
    let address = subject.emulator.address
    @Sendable func deliver() async throws -> JSON {
      let post = HTTPPost(url: address + "/emulator/push", body: "")
      return try JSONReader.read(try await onThread { try CurlTransport().post(post) }.body)
    }
    let number = try Sample.known(try await subject.order(Sample.order("A-1")).value).number
    #expect(try await deliver()["delivered"]?.integer == 0)

    subject.emulator.advance(minutes: 700)
    // The receiver fails twice; what it did not confirm comes again.
    #expect(try await deliver()["failed"]?.integer == 1)
    subject.emulator.inject(KDNiaoFault(.pushLost), KDNiaoFault(.pushTwice))
    #expect(try await deliver()["delivered"]?.integer == 0)
    let twice = try await deliver()
    #expect(twice["failed"]?.integer == 1)
    #expect(twice["delivered"]?.integer == 1)
    #expect(try await deliver()["delivered"]?.integer == 0)

    subject.emulator.advance(minutes: 5000)
    subject.emulator.inject(KDNiaoFault(.pushReversed))
    let last = try await deliver()
    #expect((last["delivered"]?.integer ?? 0) >= 4)

    let asked = try await subject.trace(
      TraceQuery(carrier: "ZTO", number: number, phoneTail: "1234")
    ).value
    let (trace, fresh, pushes) = received.withLock { ($0.traces[number], $0.fresh, $0.pushes) }
    #expect(trace == asked)
    #expect(trace?.isFinal == true)
    #expect(fresh == trace?.events.count)
    #expect(pushes == 1 + (last["delivered"]?.integer ?? 0))
    await subject.emulator.stop()
    await server.stop(timeout: 0)
    running.cancel()
  }
}
