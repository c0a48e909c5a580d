/// What the value of a field must look like.
struct TemplateCheck: Sendable, Equatable {
  var field: String
  /// A regular expression for the whole value.
  var pattern: String
  /// What people are told to expect.
  var expected: String

  /// Whether a value is as it should be; absent values are not checked.
  func accepts(_ value: String) -> Bool {
    guard !value.isEmpty else { return true }
    // The pattern was tried when the template was read.
    guard let regex = try? Regex(pattern) else { return false }
    return value.wholeMatch(of: regex) != nil
  }
}
