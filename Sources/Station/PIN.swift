import CCrypt

/// PINs are kept only as crypt(3) hashes them.
public enum PIN {
  /// A PIN as the store keeps it, with fresh salt; nil when the system's libcrypt refuses.
  public static func hash(_ pin: String) -> String? {
    var salt = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
    guard crypt_gensalt_rn("$y$", 0, nil, 0, &salt, Int32(salt.count)) != nil else { return nil }
    return hash(pin, setting: text(salt))
  }

  /// Whether a PIN is the hashed one.
  public static func matches(_ pin: String, hash: String) -> Bool {
    guard !hash.isEmpty, let again = self.hash(pin, setting: hash) else { return false }
    // Compared over the whole length, so that time tells nothing.
    return again.utf8.count == hash.utf8.count
      && zip(again.utf8, hash.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func hash(_ pin: String, setting: String) -> String? {
    let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    data.initialize(to: crypt_data())
    defer { data.deallocate() }
    guard let hashed = crypt_r(pin, setting, data) else { return nil }
    let result = String(cString: hashed)
    return result.hasPrefix("*") ? nil : result
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
