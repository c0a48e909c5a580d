/// One step from an older form of the tables to a newer one.
///
/// The list only ever grows at its end: a store tells by name which steps it has taken, and one
/// that names a step unknown here was written by a newer version.
struct Migration: Sendable {
  let name: String
  let statements: [String]

  static let all = [
    firstTables, stagingTables, walkRules, pickingWays, exceptions, cartons, sessions, stopFacts,
    waybills, board, door, printers, mentions, substitutes, trainings, bench, decisions,
    journeys, cashOnDelivery, multiPiece, shortTrails,
  ]
}

extension Migration {
  /// The table that says which steps were taken; it comes before the first one.
  static let table = "CREATE TABLE migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL)"

  /// Takes the steps that are not taken yet; `taken` are the names of those that are.
  static func run(after taken: [String], _ execute: (String) throws -> Void) throws {
    guard all.prefix(taken.count).map(\.name) == taken else {
      let unknown = taken.first { name in !all.contains { $0.name == name } } ?? taken.joined()
      throw StoreTrouble(
        .newerVersion,
        "The store was written by a newer version of this program: it has taken the step"
          + " \"\(unknown)\", which this version does not know.")
    }
    for (index, step) in all.enumerated().dropFirst(taken.count) {
      for statement in step.statements { try execute(statement) }
      try execute("INSERT INTO migration (number, name) VALUES (\(index + 1), '\(step.name)')")
    }
  }
}
