extension Statement {
  static let sessionsOfPeople = [standing]

  static let standing = Table.standing.select("WHERE badge = $1")
}
