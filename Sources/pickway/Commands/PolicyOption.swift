public import ArgumentParser
import Storage
public import Warehouse

extension ReleasePolicy.Pieces: ExpressibleByArgument {}

/// Which orders are planned, and how they are picked.
struct PolicyOption: ParsableArguments {
  @Option(help: "Only orders of this carrier.") var carrier: String?
  @Option(help: "Only orders with a cut-off up to this local time, such as 16:00.")
  var before: String?
  @Option(help: "Only orders of one single piece, or of more.") var pieces: ReleasePolicy.Pieces?
  @Option(help: "Only orders whose every piece lies in this zone.") var zone: String?
  @Option(help: "How many orders a device takes; as many as the site's carts by default.")
  var capacity: Int?
  @Option(help: WayOption.help) var way = WavePolicy.cluster

  /// The policy on a floor with a clock.
  func policy(_ clock: LocalClock) throws -> ReleasePolicy {
    try Self.checked(
      ReleasePolicy(
        carrier: carrier.map { Code($0) },
        before: try before.map { try clock.time($0, "--before") },
        pieces: pieces, zone: zone.map { Code($0) }, capacity: capacity, way: way), clock)
  }

  /// A policy with what some words change: `way=batch,pieces=single`; `any` takes a part away.
  static func changed(
    _ policy: ReleasePolicy, by words: String, _ clock: LocalClock
  ) throws -> ReleasePolicy {
    var policy = policy
    for part in words.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { throw wrong(String(part)) }
      let value = sides[1] == "any" ? nil : sides[1]
      switch sides[0] {
      case "carrier": policy.carrier = value.map { Code($0) }
      case "before": policy.before = try value.map { try clock.time($0, "--versus before") }
      case "pieces":
        policy.pieces = try value.map { try known(ReleasePolicy.Pieces(rawValue: $0), part) }
      case "zone": policy.zone = value.map { Code($0) }
      case "capacity": policy.capacity = try value.map { try known(Int($0), part) }
      case "way": policy.way = try known(WavePolicy(rawValue: sides[1]), part)
      case _: throw wrong(String(part))
      }
    }
    return try checked(policy, clock)
  }

  /// The policy in the words `changed` reads.
  static func words(_ policy: ReleasePolicy, _ clock: LocalClock) -> String {
    let parts = [
      policy.carrier.map { "carrier=\($0)" }, policy.before.map { "before=\(clock.text($0))" },
      policy.pieces.map { "pieces=\($0.rawValue)" }, policy.zone.map { "zone=\($0)" },
      policy.capacity.map { "capacity=\($0)" }, "way=\(policy.way.rawValue)",
    ]
    return parts.compactMap { $0 }.joined(separator: ",")
  }

  /// Refuses carriers and zones the site does not have, and devices that take nothing.
  private static func checked(
    _ policy: ReleasePolicy, _ clock: LocalClock
  ) throws -> ReleasePolicy {
    if let carrier = policy.carrier, !clock.carriers.contains(carrier) {
      let all = clock.carriers.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "carrier \(carrier): expected one of \(all)")
    }
    if let zone = policy.zone, !clock.hasZone(zone) {
      throw Failure(.usage, "zone \(zone): expected a zone of the site")
    }
    if let capacity = policy.capacity, capacity < 1 {
      throw Failure(.usage, "capacity \(capacity): expected 1 or more")
    }
    return policy
  }

  private static func known<Value>(_ value: Value?, _ part: Substring) throws -> Value {
    guard let value else { throw wrong(String(part)) }
    return value
  }

  private static func wrong(_ part: String) -> Failure {
    Failure(
      .usage,
      "--versus \(part): expected carrier=, before=, pieces=single|multi, zone=, capacity= or way=")
  }
}

/// The wall clock of a site, with what policies name of it.
struct LocalClock {
  let offset: Int
  let carriers: [Code<Carrier>]
  let hasZone: (Code<Zone>) -> Bool

  init(_ store: any Store) throws {
    (offset, carriers) = try store.read {
      (try $0.site()?.utcOffset ?? 0, try $0.carriers().map(\.code))
    }
    hasZone = { zone in (try? store.read { try $0.zone(zone) != nil }) ?? false }
  }

  /// A moment as its local time.
  func text(_ moment: Timestamp) -> String { moment.clock(utcOffset: offset) }

  /// Today's moment of a local time; `name` is the option it stands at.
  func time(_ text: String, _ name: String) throws -> Timestamp {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { throw Failure(.usage, "\(name) \(text): expected a time as 16:00") }
    return Timestamp(
      Machine.now().day(utcOffset: offset), minutes: hour * 60 + minute, utcOffset: offset)
  }
}
