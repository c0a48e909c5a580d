extension Rules {
  /// Somebody has passed levels of the drills; what was passed before stays passed.
  func train(_ badge: Code<Operator>, _ trainings: [Training]) throws -> Decision {
    let person = try known(try facts.person(badge), badge)
    var standing = try facts.standing(of: person.badge) ?? Standing(badge: person.badge)
    let all = Set(standing.trainings ?? []).union(trainings).sorted()
    guard all != standing.trainings ?? [] else { return .done([]) }
    standing.trainings = all
    return .done([.standing(standing)])
  }
}
