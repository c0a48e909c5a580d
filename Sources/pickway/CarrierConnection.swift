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
      KDNiao(endpoint: try endpoint(environment), credentials: credentials, limits: limits)
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
