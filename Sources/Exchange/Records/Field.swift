/// One field of a record: its name, its value and where the value begins.
public struct Field: Hashable, Sendable {
  /// The name as the file writes it, trimmed.
  public let name: String
  /// What it holds.
  public let value: FieldValue
  /// Where the value begins.
  public let place: Place
  /// The name in the form that is compared.
  let key: String

  init(name: String, key: String, value: FieldValue, place: Place) {
    self.name = name
    self.key = key
    self.value = value
    self.place = place
  }
}
