/// Finds what a file names twice.
struct Repeats {
  private struct Name: Hashable {
    let kind: String
    let code: String
  }

  private var last: [Name: Int] = [:]
  private var twice: Set<Name> = []

  /// Notes that a record of an ordinal names something.
  mutating func note(_ kind: String, _ code: String, _ ordinal: Int) {
    let name = Name(kind: kind, code: code)
    if last.updateValue(ordinal, forKey: name) != nil { twice.insert(name) }
  }

  /// One problem for each thing named more than once, at the record that names it last.
  var problems: [LandingProblem] {
    twice.map { name in
      LandingProblem(ordinal: last[name] ?? 0, reason: .twice(name.code))
    }
  }
}
