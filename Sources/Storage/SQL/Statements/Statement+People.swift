extension Statement {
  static let people = [person, persons, removePerson, session, sessions, endSession]

  static let person = Table.person.select("WHERE badge = $1")
  static let persons = Table.person.select("ORDER BY badge")
  static let removePerson = Statement("DELETE FROM person WHERE badge = $1")
  static let session = Table.session.select("WHERE code = $1")
  static let sessions = Table.session.select("ORDER BY code")
  static let endSession = Statement("DELETE FROM work_session WHERE code = $1")
}
