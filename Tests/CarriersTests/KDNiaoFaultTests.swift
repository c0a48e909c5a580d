import CarrierEmulation
import Carriers
import Testing

/// What goes wrong between us and the service, over real sockets: never a second number.
@Suite("KDNiao faults")
struct KDNiaoFaultTests {
  @Test(
    "After a fault the outcome is told rightly, and the same code gets the one number",
    arguments: [
      (KDNiaoFault.Kind.timeoutBefore, CarrierTrouble.Outcome.unknown, 0, false),
      (.timeoutAfter, .unknown, 1, true),
      (.errorBefore, .unknown, 0, false),
      (.errorAfter, .unknown, 1, true),
      (.truncated, .unknown, 1, true),
      (.rateLimit, .notDone, 0, false),
    ])
  func faults(
    _ kind: KDNiaoFault.Kind, _ outcome: CarrierTrouble.Outcome, _ used: Int, _ isRepeat: Bool
  ) async throws {
    let subject = try await EmulatedKDNiao.start([KDNiaoFault(kind, instruction: "1007")])
    let order = try Sample.order("P-1")
    let trouble = await subject.trouble(order)
    #expect(trouble?.outcome == outcome)
    #expect(trouble?.isRetryable == true)
    #expect(subject.emulator.numbersUsed == used)
    let waybill = try await subject.order(order).value
    #expect(waybill?.isRepeat == isRepeat)
    #expect(subject.emulator.numbersUsed == 1)
    await subject.emulator.stop()
  }

  @Test("An answer that never comes ends with the time-out, and the number is not lost")
  func timeout() async throws {
    let subject = try await EmulatedKDNiao.start([KDNiaoFault(.timeoutAfter)], timeout: 700) {
      $0.hold = 60_000
    }
    let order = try Sample.order("P-1")
    let trouble = await subject.trouble(order)
    #expect(trouble?.outcome == .unknown)
    #expect(trouble?.what == "KDNiao 1007: Timeout was reached")
    // The order may still wait in the emulator's socket.
    for _ in 0..<500 where subject.emulator.numbersUsed == 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
    let patient = try EmulatedKDNiao.client(subject.emulator)
    #expect(try await onThread { try patient.order(order).value?.isRepeat } == true)
    #expect(subject.emulator.numbersUsed == 1)
    await subject.emulator.stop()
  }

  @Test("A call repeats itself under the same code until it knows")
  func repeatsItself() async throws {
    let faults = [KDNiaoFault(.timeoutAfter), KDNiaoFault(.truncated), KDNiaoFault(.errorAfter)]
    let subject = try await EmulatedKDNiao.start(faults, attempts: 4)
    let waybill = try await subject.order(Sample.order("P-1")).value
    #expect(waybill?.isRepeat == true)
    #expect(subject.emulator.numbersUsed == 1)
    await subject.emulator.stop()
  }

  @Test("A courier's refusal is not repeated")
  func refusal() async throws {
    let subject = try await EmulatedKDNiao.start([KDNiaoFault(.refuse)], attempts: 4)
    let refusal = try await subject.order(Sample.order("P-1")).refusal
    #expect(refusal?.kind == .other)
    #expect(refusal?.code == "105")
    #expect(refusal?.reason.contains("网点") == true)
    #expect(subject.emulator.numbersUsed == 0)
    await subject.emulator.stop()
  }

  @Test("The old answer to a repeat is a question for a person, not a second number")
  func oldRepeat() async throws {
    let subject = try await EmulatedKDNiao.start([KDNiaoFault(.timeoutAfter)]) {
      $0.refusesRepeats = true
    }
    let order = try Sample.order("P-1")
    _ = await subject.trouble(order)
    #expect(try await subject.order(order).refusal?.kind == .alreadyOrdered)
    #expect(subject.emulator.numbersUsed == 1)
    await subject.emulator.stop()
  }

  @Test("A lost cancel can be repeated")
  func lostCancel() async throws {
    let subject = try await EmulatedKDNiao.start([KDNiaoFault(.timeoutAfter, instruction: "1147")])
    let order = try Sample.order("P-1")
    _ = try await subject.order(order)
    let cancel = WaybillCancel(order: order.code, carrier: order.carrier)
    await #expect(throws: CarrierTrouble.self) { try await subject.cancel(cancel) }
    #expect(try await subject.cancel(cancel).value?.order == order.code)
    await subject.emulator.stop()
  }

  @Test("A service that is not there surely did nothing")
  func nobodyThere() async throws {
    let subject = try await EmulatedKDNiao.start()
    await subject.emulator.stop()
    let trouble = await subject.trouble(try Sample.order("P-1"))
    #expect(trouble?.outcome == .notDone)
    #expect(trouble?.isRetryable == true)
  }

  @Test(
    "One number for every order code, whatever goes wrong and after every restart",
    arguments: 1...3)
  func manyFaults(_ seed: Int) async throws {
    let folder = try TemporaryFolder()
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ below: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % below
    }
    let kinds: [KDNiaoFault.Kind] = [
      .errorBefore, .errorAfter, .truncated, .rateLimit, .refuse, .errorAfter, .truncated,
    ]
    var numbers: [String: String] = [:]
    for round in 0..<3 {
      let subject = try await EmulatedKDNiao.start {
        $0.file = folder.path + "/kdniao.jsonl"
      }
      for _ in 0..<12 {
        let code = "P-\(draw(8))"
        if draw(2) == 0 { subject.emulator.inject(KDNiaoFault(kinds[draw(kinds.count)])) }
        let answer = try? await subject.order(Sample.order(code))
        guard let waybill = answer?.value else { continue }
        if let known = numbers[code] {
          #expect(known == waybill.number, "seed \(seed), round \(round), \(code)")
        }
        numbers[code] = waybill.number
      }
      #expect(subject.emulator.numbersUsed <= 8)
      await subject.emulator.stop()
    }
    #expect(Set(numbers.values).count == numbers.count)
  }
}
