import CarrierEmulation
import Carriers
import Warehouse

/// An emulator on a free port and a client of it.
///
/// A lost answer ends as a 504 after a moment, so that no test waits for a time-out or meets one.
struct EmulatedKDNiao {
  let emulator: KDNiaoEmulator
  let client: KDNiao

  static let credentials = KDNiaoCredentials(
    merchant: KDNiaoEmulatorOptions.testMerchant, key: KDNiaoEmulatorOptions.testKey)

  /// Where emulated time begins: 2026-11-22 09:00 in China.
  static let start = Timestamp(milliseconds: 1_795_309_200_000)

  static func start(
    _ faults: [KDNiaoFault] = [], attempts: Int = 1, timeout: Int = 20_000,
    change: (inout KDNiaoEmulatorOptions) -> Void = { _ in }
  ) async throws -> EmulatedKDNiao {
    var options = KDNiaoEmulatorOptions(faults: faults, callsPerSecond: 0, hold: 10)
    change(&options)
    let emulator = try await KDNiaoEmulator.start(options, clock: { start })
    return EmulatedKDNiao(
      emulator: emulator, client: try client(emulator, attempts: attempts, timeout: timeout))
  }

  static func client(
    _ emulator: KDNiaoEmulator, attempts: Int = 1, timeout: Int = 20_000,
    credentials: KDNiaoCredentials = credentials
  ) throws -> KDNiao {
    let limits = KDNiao.Limits(
      connectTimeout: 2000, timeout: timeout, callsPerSecond: 1000,
      backoff: Backoff(first: 1, longest: 2, attempts: attempts))
    return KDNiao(
      endpoint: try Sample.known(emulator.endpoint), credentials: credentials, limits: limits)
  }

  func order(_ order: WaybillOrder) async throws -> CarrierAnswer<Waybill> {
    try await onThread { [client] in try client.order(order) }
  }

  func cancel(_ cancel: WaybillCancel) async throws -> CarrierAnswer<WaybillCancelled> {
    try await onThread { [client] in try client.cancel(cancel) }
  }

  func trace(_ query: TraceQuery) async throws -> CarrierAnswer<Trace> {
    try await onThread { [client] in try client.trace(query) }
  }

  /// The trouble a call ends with.
  func trouble(_ order: WaybillOrder) async -> CarrierTrouble? {
    do {
      _ = try await self.order(order)
      return nil
    } catch {
      return error as? CarrierTrouble
    }
  }
}
