/// A person who works on the floor.
public struct Operator: Hashable, Codable, Sendable {
  /// The code on the badge.
  public var badge: Code<Operator>
  /// The person's name.
  public var name: Name
  /// What the person may do.
  public var roles: Set<Role>
  /// The PIN as crypt(3) hashed it; empty when the badge alone is enough.
  public var pin: String
  /// The zones whose lists the person is given; none is all of them.
  public var zones: [Code<Zone>]
  /// The ways of picking the person has learned; none is all of them.
  public var skills: Set<PickingWay>

  /// Makes an operator.
  public init(
    badge: Code<Operator>, name: Name, roles: Set<Role>, pin: String = "",
    zones: [Code<Zone>] = [], skills: Set<PickingWay> = []
  ) {
    self.zones = zones
    self.skills = skills
    self.badge = badge
    self.name = name
    self.roles = roles
    self.pin = pin
  }
}

extension Operator {
  /// Reads a person; zones and skills came later than the first journals.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      badge: try container.decode(Code<Operator>.self, forKey: .badge),
      name: try container.decode(Name.self, forKey: .name),
      roles: try container.decode(Set<Role>.self, forKey: .roles),
      pin: try container.decode(String.self, forKey: .pin),
      zones: try container.decodeIfPresent([Code<Zone>].self, forKey: .zones) ?? [],
      skills: try container.decodeIfPresent(Set<PickingWay>.self, forKey: .skills) ?? [])
  }
}

/// What a person may do.
public enum Role: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
  /// Walks and picks.
  case picker
  /// Verifies and packs.
  case packer
  /// Plans waves and decides exceptions.
  case supervisor

  /// Roles in the order they are listed.
  public static func < (lhs: Role, rhs: Role) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// One person at work on one handheld.
///
/// Its token is a fence: whoever signs in elsewhere takes the next token, and what the first
/// handheld sends afterwards is refused by name.
public struct Session: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<Session>
  /// The person.
  public var badge: Code<Operator>
  /// The handheld or terminal.
  public var device: Code<Device>
  /// Counts who has it: the last one to sign in.
  public var token: Int
  /// The bench named at sign-in.
  public var workstation: Code<Workstation>?
  /// The cart named at sign-in.
  public var cart: Code<Cart>?
  /// When the person signed in.
  public var since: Timestamp

  /// Makes a session.
  public init(
    code: Code<Session>, badge: Code<Operator>, device: Code<Device>, token: Int,
    workstation: Code<Workstation>? = nil, cart: Code<Cart>? = nil, since: Timestamp
  ) {
    self.code = code
    self.badge = badge
    self.device = device
    self.token = token
    self.workstation = workstation
    self.cart = cart
    self.since = since
  }
}

/// A handheld or a terminal.
public enum Device {}
