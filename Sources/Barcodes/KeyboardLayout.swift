/// The keyboard a terminal has, where the scanner types as if it were a US one.
///
/// A wedge scanner presses keys by their places; a handheld set to another layout turns them into
/// other characters: under AZERTY `0123` arrives as `à&é"`. This turns them back.
public enum KeyboardLayout: String, Hashable, Codable, Sendable, CaseIterable {
  /// What is scanned is what arrives.
  case us
  /// German QWERTZ.
  case de
  /// French AZERTY.
  case fr

  /// The text as the scanner meant it.
  public func restored(_ text: String) -> String {
    guard self != .us else { return text }
    return String(text.map { Self.keys[self]?[$0] ?? $0 })
  }

  /// The text as it arrives: the inverse of `restored`, for texts of a US keyboard.
  public func typed(_ text: String) -> String {
    guard self != .us, let keys = Self.keys[self] else { return text }
    let back = Dictionary(keys.map { ($0.value, $0.key) }) { one, other in min(one, other) }
    return String(text.map { back[$0] ?? $0 })
  }

  /// The characters of a US keyboard's keys, and what the same keys give on others; a space stands
  /// for a dead key.
  private static let own =
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    + "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
  private static let others: [KeyboardLayout: String] = [
    .de: "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-"
      + "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_",
    .fr: "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!"
      + " 1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§",
  ]

  private static let keys: [KeyboardLayout: [Character: Character]] = others.mapValues { row in
    Dictionary(zip(row, own).filter { $0.0 != " " }) { first, _ in first }
  }
}
