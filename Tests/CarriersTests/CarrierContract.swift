import CarrierEmulation
import Carriers
import Testing
import Warehouse

/// Everything the prose above `Carrier` promises, held against every implementation.
@Suite("Carrier contract")
struct CarrierContract {
  enum Implementation: String, CaseIterable, Sendable {
    case memory, pool, kdniao
  }

  /// One implementation, ready to be asked.
  struct Subject: Sendable {
    var carrier: any Carriers.Carrier
    var numbersUsed: @Sendable () -> Int
    /// The courier takes a parcel; nil where no courier ever tells.
    var pickUp: (@Sendable (Waybill) -> Void)?
    var stop: @Sendable () async -> Void

    func order(_ order: WaybillOrder) async throws -> CarrierAnswer<Waybill> {
      try await onThread { [carrier] in try carrier.order(order) }
    }

    func cancel(_ order: OrderCode) async throws -> CarrierAnswer<WaybillCancelled> {
      try await onThread { [carrier] in
        try carrier.cancel(WaybillCancel(order: order, carrier: "ZTO"))
      }
    }

    func trace(_ number: String) async throws -> CarrierAnswer<Trace> {
      try await onThread { [carrier] in
        try carrier.trace(TraceQuery(carrier: "ZTO", number: number, phoneTail: "1234"))
      }
    }
  }

  private func run(
    _ implementation: Implementation, _ test: (Subject) async throws -> Void
  ) async throws {
    let subject: Subject
    switch implementation {
    case .memory:
      let carrier = MemoryCarrier()
      subject = Subject(
        carrier: carrier, numbersUsed: { carrier.numbersUsed },
        pickUp: { carrier.pickUp($0.order, at: EmulatedKDNiao.start) }, stop: {})
    case .pool:
      let range = NumberRange(carrier: "ZTO", prefix: "73", next: 1, last: 500, digits: 12)
      let carrier = PoolCarrier(PoolBooks(ranges: [range]))
      subject = Subject(
        carrier: carrier,
        numbersUsed: {
          carrier.books.waybills.values.reduce(0) { $0 + 1 + $1.children.count }
        },
        pickUp: nil, stop: {})
    case .kdniao:
      let emulated = try await EmulatedKDNiao.start()
      subject = Subject(
        carrier: emulated.client, numbersUsed: { emulated.emulator.numbersUsed },
        pickUp: { _ in emulated.emulator.advance(minutes: 121) },
        stop: { await emulated.emulator.stop() })
    }
    do {
      try await test(subject)
    } catch {
      await subject.stop()
      throw error
    }
    await subject.stop()
  }

  @Test("One number for one order code", arguments: Implementation.allCases)
  func oneNumber(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let first = try await subject.order(Sample.order("P-1")).value
      // Whatever else changed in the request.
      let again = try await subject.order(Sample.order("P-1") { $0.grams = 9000 }).value
      let other = try await subject.order(Sample.order("P-2")).value
      #expect(first?.number.isEmpty == false)
      #expect(first?.number == again?.number)
      #expect(first?.isRepeat == false)
      #expect(again?.isRepeat == true)
      #expect(first?.order.rawValue == "P-1")
      #expect(first?.carrier == "ZTO")
      #expect(other?.number != first?.number)
      #expect(subject.numbersUsed() == 2)
    }
  }

  @Test("Many at once under one code get one number", arguments: Implementation.allCases)
  func race(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let order = try Sample.order("P-1")
      let numbers = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<8 { group.addTask { try await subject.order(order).value?.number } }
        return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
      }
      #expect(numbers.count == 1)
      #expect(!numbers.contains(nil))
      #expect(subject.numbersUsed() == 1)
    }
  }

  @Test("Every piece gets a number of its own", arguments: Implementation.allCases)
  func children(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let order = try Sample.order("P-1", pieces: 3)
      let waybill = try Sample.known(try await subject.order(order).value)
      #expect(waybill.children.count == 2)
      #expect(Set(waybill.children + [waybill.number]).count == 3)
      #expect(try await subject.order(order).value?.children == waybill.children)
      #expect(subject.numbersUsed() == 3)
    }
  }

  @Test(
    "A cancelled code is spent, and a cancel can be repeated", arguments: Implementation.allCases)
  func cancel(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let order = try Sample.order("P-1")
      #expect(try await subject.cancel(order.code).refusal?.kind == .unknownOrder)
      let first = try await subject.order(order).value
      #expect(try await subject.cancel(order.code) == .done(WaybillCancelled(order: order.code)))
      #expect(try await subject.cancel(order.code) == .done(WaybillCancelled(order: order.code)))
      #expect(try await subject.order(order).refusal?.kind == .cancelled)
      let second = try await subject.order(Sample.order("P-1_2")).value
      #expect(second?.number != first?.number)
      #expect(second?.isRepeat == false)
    }
  }

  @Test("A parcel that was picked up is kept", arguments: Implementation.allCases)
  func pickedUp(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      guard let pickUp = subject.pickUp else { return }
      let order = try Sample.order("P-1")
      let waybill = try Sample.known(try await subject.order(order).value)
      #expect(try await subject.trace(waybill.number).value?.state == Trace.State.none)
      pickUp(waybill)
      #expect(try await subject.cancel(order.code).refusal?.kind == .pickedUp)
      let trace = try await subject.trace(waybill.number).value
      #expect(trace?.state == .collected)
      #expect(trace?.events.count == 1)
      #expect(try await subject.order(order).value?.number == waybill.number)
    }
  }

  @Test("Tracing a number nobody knows finds nothing", arguments: Implementation.allCases)
  func unknownTrace(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let trace = try await subject.trace("73000000000999").value
      #expect(trace == Trace(carrier: "ZTO", number: "73000000000999", detail: trace?.detail ?? ""))
      #expect(subject.numbersUsed() == 0)
    }
  }

  @Test(
    "What no carrier could deliver is refused and costs nothing",
    arguments: Implementation.allCases)
  func refusals(_ implementation: Implementation) async throws {
    try await run(implementation) { subject in
      let changes: [(CarrierRefusal.Kind, (inout WaybillOrder) -> Void)] = [
        (.incomplete, { $0.receiver.name = "" }),
        (.incomplete, { $0.receiver.mobile = "" }),
        (.incomplete, { $0.sender.region.city = "" }),
        (.incomplete, { $0.receiver.address = "" }),
        (.incomplete, { $0.goods = [] }),
        (.masked, { $0.receiver.name = "张*" }),
        (.masked, { $0.receiver.mobile = "138****1234" }),
        (.malformed, { $0.pieces = 0 }),
        (.malformed, { $0.codFen = -1 }),
      ]
      for (kind, change) in changes {
        let order = try Sample.order("P-1", change: change)
        #expect(try await subject.order(order).refusal?.kind == kind)
      }
      #expect(subject.numbersUsed() == 0)
    }
  }
}
