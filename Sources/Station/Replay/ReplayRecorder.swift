import Flows
import Foundation

/// The state a handheld was switched on with, came back to, or begins anew at.
struct PowerOn: Codable {
  /// The form of what follows in the journal: 2 since screens can be rebuilt exactly.
  var format = 2
  /// Where the conversation stood.
  var state: Snapshot

  init(_ state: Snapshot) {
    self.state = state
  }
}

/// What a handheld writes for replay beside its inputs: its glass, and answers as what is new in
/// them.
///
/// An answer is compared with the last one of its kind since the handheld was switched on; where
/// a delta is smaller, the journal keeps that.
struct ReplayRecorder {
  private var glass: Glass?
  private var answers: [String: [UInt8]] = [:]

  /// Whether a glass is another than the one known; it is known from now on.
  mutating func shows(_ glass: Glass) -> Bool {
    guard glass != self.glass else { return false }
    self.glass = glass
    return true
  }

  /// The kind and payload of the line that keeps an answer.
  mutating func note(_ reply: Reply) -> (kind: String, payload: String) {
    let text = Self.text(reply)
    let bytes = Array(text.utf8)
    let name = Self.name(of: bytes)
    defer { answers[name] = bytes }
    guard let base = answers[name] else { return ("reply", text) }
    let delta = AnswerDelta(from: base, to: bytes)
    let payload = Self.text(NamedDelta(of: name, delta: delta))
    return payload.utf8.count < bytes.count ? ("delta", payload) : ("reply", text)
  }

  /// The reply a line keeps; nil when it cannot be read.
  mutating func reply(_ kind: String, _ payload: String) -> Reply? {
    var bytes = Array(payload.utf8)
    if kind == "delta" {
      guard let delta = try? JSONDecoder().decode(NamedDelta.self, from: Data(bytes)),
        let base = answers[delta.of], let whole = delta.delta.applied(to: base)
      else { return nil }
      bytes = whole
    }
    answers[Self.name(of: bytes)] = bytes
    return try? JSONDecoder().decode(Reply.self, from: Data(bytes))
  }

  /// A value as the journal keeps it.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// A delta with the kind of answer it belongs to.
  private struct NamedDelta: Codable {
    var of: String
    var delta: AnswerDelta

    enum CodingKeys: String, CodingKey {
      case of
      case delta = "d"
    }
  }

  /// The kind of an answer: the third name in its text.
  private static func name(of bytes: [UInt8]) -> String {
    let head = bytes.prefix(80).split(separator: UInt8(ascii: "\""))
    let names = head.filter {
      $0.first.map { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "{") } ?? false
    }
    guard names.count > 2 else { return "" }
    return String(decoding: names[2], as: UTF8.self)
  }
}
