import Barcodes
import Flows
import Station
import Storage
import Warehouse

/// A scripted person who does the right thing: reads the glass, acts, and takes time for it.
protocol Worker {
  /// Reads the screen and acts.
  ///
  /// - Returns: what the handheld gets, and how many milliseconds the act took; nothing to give
  ///   and a time when there is nothing to do.
  mutating func act(on screen: Screen, in world: inout World) throws -> Act
}

/// One act of a person.
struct Act {
  /// What the handheld gets.
  var inputs: [Input]
  /// How long it takes, in milliseconds; then the handheld hears of it.
  var time: Int64
  /// What is physically different once the handheld has heard.
  var effect: @Sendable (inout World) -> Void = { _ in }

  static func scan(_ code: String, _ time: Int64) -> Act {
    Act(inputs: [.scan(Scan(text: code))], time: time)
  }

  static func key(_ key: Key, _ time: Int64) -> Act {
    Act(inputs: [.key(key)], time: time)
  }

  /// Chooses by the choice's number.
  static func choose(_ id: String, in choices: [Choice], _ time: Int64) throws -> Act {
    guard let index = choices.firstIndex(where: { $0.id == id }) else {
      throw Stuck("no choice \(id) on the screen")
    }
    return Act(inputs: String(index + 1).map { .key(.character($0)) }, time: time)
  }

  static func wait(_ time: Int64) -> Act { Act(inputs: [], time: time) }
}

/// A screen a scripted person cannot go on from: a defect of the floor or of the script.
struct Stuck: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Screen {
  /// The bars of the body.
  var gauges: [Gauge] {
    for case .gauge(let gauges) in body { return gauges }
    return []
  }

  /// The loudest words of the body.
  var headline: String? {
    for case .fact(let fact) in body where fact.weight == .headline { return fact.leading.en }
    return nil
  }

  /// What stands at the right end of a row.
  func trailing(of row: String) -> String? {
    for case .fact(let fact) in body where fact.leading.en == row { return fact.trailing?.en }
    return nil
  }

  /// The rows of the body as the English reader sees them.
  var rows: [String] {
    body.compactMap { part in
      if case .fact(let fact) = part { fact.leading.en } else { nil }
    }
  }
}
