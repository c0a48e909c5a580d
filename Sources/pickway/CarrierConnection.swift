import Carriers
import Foundation
import Station
import Storage
import Warehouse

/// How carriers that give waybill numbers themselves are reached, as the environment says.
enum CarrierConnection {
  /// Who speaks for the carriers of a store; nil when it has none such, or nobody's secrets are
  /// here: then other processes ask.
  static func found(for store: any Store) throws -> WaybillWorker.Connections? {
    let isNeeded = try store.read { try $0.carriers().contains { $0.kind == .kdniao } }
    guard isNeeded, let client = try kdniao(WaybillWorker.limits) else { return nil }
    return { carrier in
      switch carrier.kind {
      case .kdniao: client
      case .range, .choice: nil
      }
    }
  }

  /// What to say where the environment names no secrets.
  static let noSecrets =
    "expected PICKWAY_KDNIAO_FILE, or PICKWAY_KDNIAO_ID and PICKWAY_KDNIAO_KEY"

  /// Whose signature KDNiao's pushes bear.
  static func credentials() throws -> KDNiaoCredentials {
    do {
      let environment = ProcessInfo.processInfo.environment
      if let found = try KDNiaoCredentials.find(environment: environment) { return found }
    } catch {
      throw Failure(.notAllowed, error.description)
    }
    throw Failure(.unavailable, noSecrets)
  }

  /// What a carrier answered to a question about something; its no, and trouble, end the command.
  static func answered<Value>(
    _ what: String, _ ask: () throws(CarrierTrouble) -> CarrierAnswer<Value>
  ) throws -> Value {
    let answer: CarrierAnswer<Value>
    do throws(CarrierTrouble) {
      answer = try ask()
    } catch {
      throw Failure(.temporary, error.what)
    }
    switch answer {
    case .done(let value): return value
    case .refused(let refusal): throw Failure(.data, "\(what): \(refusal.wording.en)")
    }
  }

  /// The KDNiao client; nil when the environment names no secrets.
  static func kdniao(_ limits: KDNiao.Limits = KDNiao.Limits()) throws -> KDNiao? {
    let environment = ProcessInfo.processInfo.environment
    let credentials: KDNiaoCredentials?
    do {
      credentials = try KDNiaoCredentials.find(environment: environment)
    } catch {
      throw Failure(.notAllowed, error.description)
    }
    return try credentials.map { credentials in
      KDNiao(
        endpoint: try endpoint(environment), credentials: credentials, limits: limits,
        usesPaidTracks: try usesPaidTracks(environment))
    }
  }

  /// Whether tracks are asked for by 8001 and 8008, or by 1002 and 1008.
  private static func usesPaidTracks(_ environment: [String: String]) throws -> Bool {
    switch environment["PICKWAY_KDNIAO_TRACKS"] ?? "" {
    case "", "paid": true
    case "free": false
    case let other:
      throw Failure(.usage, "PICKWAY_KDNIAO_TRACKS=\(other): expected paid or free")
    }
  }

  private static func endpoint(_ environment: [String: String]) throws -> KDNiaoEndpoint {
    switch environment["PICKWAY_KDNIAO_URL"] ?? "" {
    case "", "production": return .production
    case "sandbox": return .sandbox
    case let base:
      guard let endpoint = KDNiaoEndpoint(base: base) else {
        throw Failure(
          .usage,
          "PICKWAY_KDNIAO_URL: expected production, sandbox, https://HOST or http://127.0.0.1:PORT")
      }
      return endpoint
    }
  }
}
