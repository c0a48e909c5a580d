/// Where KDNiao is reached.
public struct KDNiaoEndpoint: Hashable, Sendable {
  /// The scheme, host and port, without a slash at the end.
  public let base: String
  /// The one path of a gateway that takes every instruction; nil where each has its own.
  public let gateway: String?

  /// The real service.
  public static let production = KDNiaoEndpoint(checked: "https://api.kdniao.com", gateway: nil)
  /// The test service.
  public static let sandbox = KDNiaoEndpoint(
    checked: "http://sandboxapi.kdniao.com:8080",
    gateway: "/kdniaosandbox/gateway/exterfaceInvoke.json")

  /// Makes an endpoint from its scheme, host and port; nil unless it is encrypted or on this
  /// machine.
  public init?(base: String, gateway: String? = nil) {
    let host = base.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let name = host.hasPrefix("[") ? "[::1]" : String(host.prefix { $0 != ":" })
    let isLocal = ["127.0.0.1", "localhost", "[::1]"].contains(name) && !host.contains("@")
    guard !host.isEmpty, base.hasPrefix("https://") || (base.hasPrefix("http://") && isLocal) else {
      return nil
    }
    self.init(checked: base.hasSuffix("/") ? String(base.dropLast()) : base, gateway: gateway)
  }

  private init(checked base: String, gateway: String?) {
    self.base = base
    self.gateway = gateway
  }

  /// The address of an instruction.
  public func url(_ instruction: KDNiaoInstruction) -> String {
    base + (gateway ?? instruction.path)
  }
}
