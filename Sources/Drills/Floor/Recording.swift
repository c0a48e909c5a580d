public import Foundation

/// What a person did, act by act, with the times: enough to do it all again.
public struct Recording: Hashable, Sendable {
  /// An act and when it was done.
  public struct Line: Hashable, Codable, Sendable {
    /// Milliseconds since the person began.
    public var at: Int64
    /// What was done.
    public var act: Act

    /// Makes a line.
    public init(at: Int64, act: Act) {
      self.at = at
      self.act = act
    }
  }

  private struct Head: Codable {
    var drill: String
    var name: String
    var seed: UInt64
    var version: Int
    var branch: Int?
  }

  /// The id of the drill.
  public var drill: String
  /// The name of the drill.
  public var name: String
  /// The drill's seed.
  public var seed: UInt64
  /// The acts that were taken over from another recording before somebody tried again; nil for a
  /// run from the beginning.
  public internal(set) var branch: Int?
  /// The acts in their order.
  public var acts: [Line] = []

  init(drill: String, name: String, seed: UInt64) {
    self.drill = drill
    self.name = name
    self.seed = seed
  }

  /// A recording that cannot be read.
  public struct Trouble: Error, CustomStringConvertible {
    /// What is wrong, with its line.
    public let description: String
  }

  /// The recording as JSON Lines: its head, then an act a line.
  public func lines() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(
      Head(drill: drill, name: name, seed: seed, version: 1, branch: branch))
    for act in acts {
      data.append(10)
      data += try encoder.encode(act)
    }
    data.append(10)
    return data
  }

  /// Reads a recording.
  public init(lines data: Data, file: String) throws {
    let decoder = JSONDecoder()
    let lines = data.split(separator: 10)
    guard let first = lines.first, let head = try? decoder.decode(Head.self, from: first),
      head.version == 1
    else { throw Trouble(description: "\(file):1: expected the head of a recording") }
    self.init(drill: head.drill, name: head.name, seed: head.seed)
    branch = head.branch
    for (index, line) in lines.dropFirst().enumerated() {
      guard let act = try? decoder.decode(Line.self, from: line) else {
        throw Trouble(description: "\(file):\(index + 2): expected an act with its time")
      }
      acts.append(act)
    }
  }
}

extension DrillFloor {
  /// Does a recording again, up to an act; nil does all of it.
  public func replay(_ recording: Recording, upTo count: Int? = nil) throws {
    guard recording.drill == drill.id else {
      throw Recording.Trouble(
        description: "the recording is of drill \(recording.drill), this is \(drill.id)")
    }
    for line in recording.acts.prefix(count ?? recording.acts.count) {
      try perform(line.act, at: line.at)
    }
    if count == nil { self.recording.branch = recording.branch }
  }

  /// Does a recording again up to an act, to try again from there; what follows is marked.
  public func branch(off recording: Recording, after count: Int) throws {
    try replay(recording, upTo: count)
    self.recording.branch = self.recording.acts.count
  }
}
