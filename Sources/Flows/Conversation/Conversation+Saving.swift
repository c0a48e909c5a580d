import Foundation
public import Warehouse

extension Conversation: Codable {
  private enum CodingKeys: String, CodingKey {
    case device, seed, session, language, entry, awaiting, lastScan, stack, tones
  }

  private enum FlowKeys: String, CodingKey {
    case kind, version, state
  }

  /// Writes the conversation with its flows by their kinds; secrets and passing words stay out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(device, forKey: .device)
    try container.encode(seed, forKey: .seed)
    try container.encodeIfPresent(session, forKey: .session)
    try container.encodeIfPresent(language, forKey: .language)
    try container.encode(isSecret ? Entry() : entry, forKey: .entry)
    try container.encodeIfPresent(awaiting, forKey: .awaiting)
    try container.encodeIfPresent(lastScan, forKey: .lastScan)
    try container.encodeIfPresent(tones, forKey: .tones)
    var flows = container.nestedUnkeyedContainer(forKey: .stack)
    for flow in stack { try Self.encode(flow, into: &flows) }
  }

  private static func encode(
    _ flow: some Flow, into container: inout any UnkeyedEncodingContainer
  ) throws {
    var nested = container.nestedContainer(keyedBy: FlowKeys.self)
    try nested.encode(type(of: flow).kind, forKey: .kind)
    try nested.encode(type(of: flow).version, forKey: .version)
    try nested.encode(flow, forKey: .state)
  }

  /// Reads a conversation whose flows are all in the catalog, in versions it can read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    device = try container.decode(Code<Device>.self, forKey: .device)
    seed = try container.decode(String.self, forKey: .seed)
    session = try container.decodeIfPresent(Session.self, forKey: .session)
    language = try container.decodeIfPresent(Language.self, forKey: .language)
    entry = try container.decode(Entry.self, forKey: .entry)
    awaiting = try container.decodeIfPresent(Request.self, forKey: .awaiting)
    lastScan = try container.decodeIfPresent(String.self, forKey: .lastScan)
    tones = try container.decodeIfPresent(Tones.self, forKey: .tones)
    stack = []
    prompt = .wait(Text(""))
    var flows = try container.nestedUnkeyedContainer(forKey: .stack)
    while !flows.isAtEnd {
      let nested = try flows.nestedContainer(keyedBy: FlowKeys.self)
      let kind = try nested.decode(String.self, forKey: .kind)
      let version = try nested.decode(Int.self, forKey: .version)
      guard let type = FlowCatalog.flows[kind], type.version == version else {
        throw DecodingError.dataCorruptedError(
          forKey: .kind, in: nested, debugDescription: "no flow \(kind) version \(version)")
      }
      stack.append(try Self.decode(type, from: nested))
    }
    guard !stack.isEmpty else {
      throw DecodingError.dataCorruptedError(in: flows, debugDescription: "no flow")
    }
    prompt = front.screen.prompt
  }

  private static func decode<F: Flow>(
    _ type: F.Type, from container: KeyedDecodingContainer<FlowKeys>
  ) throws -> any Flow {
    try container.decode(F.self, forKey: .state)
  }
}

extension Conversation: Equatable {
  /// Whether two conversations look and go on the same.
  public static func == (lhs: Conversation, rhs: Conversation) -> Bool {
    lhs.device == rhs.device && lhs.seed == rhs.seed && lhs.session == rhs.session
      && lhs.language == rhs.language && lhs.tones == rhs.tones
      && lhs.entry == rhs.entry && lhs.awaiting == rhs.awaiting
      && lhs.banner == rhs.banner && lhs.count == rhs.count
      && lhs.stack.count == rhs.stack.count
      && zip(lhs.stack, rhs.stack).allSatisfy { same($0, $1) }
  }

  private static func same(_ one: any Flow, _ other: any Flow) -> Bool {
    func matches<F: Flow>(_ flow: F) -> Bool { (other as? F) == flow }
    return matches(one)
  }
}

extension Conversation {
  /// The name and version under which conversations are saved.
  public static let kind = "conversation"
  /// The version of the saved form.
  public static let version = 3

  /// The conversation as the store keeps it.
  public func saved() throws -> SavedFlow {
    SavedFlow(kind: Self.kind, version: Self.version, bytes: try PackedEncoder.bytes(of: self))
  }

  /// The conversation a store kept, taken up by a session that may have a new handheld.
  ///
  /// Nil when it was saved in a form that can no longer
  /// be read: the work itself is in the store, and a fresh conversation finds it.
  public init?(resuming saved: SavedFlow, for session: Session) {
    guard saved.kind == Self.kind, var kept = Self.kept(saved) else { return nil }
    kept.session = session
    kept.seed = "\(session.code)~\(session.token)"
    self = kept
  }

  /// Version 1 was JSON, version 2 had each name again with each record.
  private static func kept(_ saved: SavedFlow) -> Conversation? {
    switch saved.version {
    case 1: try? JSONDecoder().decode(Conversation.self, from: Data(saved.bytes))
    case 2, 3: try? PackedDecoder.value(Conversation.self, from: saved.bytes)
    default: nil
    }
  }

  /// Tells the person who comes back how much of the job is recorded.
  public mutating func greet() {
    guard let recorded = stack.last(where: { $0.recorded != nil })?.recorded else {
      banner = Text(zh: "已恢复", en: "Resumed")
      return
    }
    banner = Text(
      zh: "已恢复: 已记录 \(recorded.done)/\(recorded.total)",
      en: "Resumed: \(recorded.done)/\(recorded.total) saved")
  }
}
