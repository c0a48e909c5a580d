/// The signature of KDNiao's requests and pushes.
public enum KDNiaoSignature {
  /// Signs a request: Base64 over the lower-case hexadecimal text of the MD5 of data and key.
  ///
  /// What is signed are the exact bytes that are sent, before they are percent-encoded.
  public static func sign(_ data: String, key: Secret) -> String {
    Base64.encode(Digest.md5Hex(Array((data + key.reveal()).utf8)).utf8)
  }

  /// Whether a signature is right, compared in a time that does not depend on where it differs.
  public static func verify(_ signature: String, of data: String, key: Secret) -> Bool {
    let expected = Array(sign(data, key: key).utf8)
    let found = Array(signature.utf8)
    guard expected.count == found.count else { return false }
    return zip(expected, found).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
