import CCrypto

/// Message digests, by libcrypto.
public enum Digest {
  /// The MD5 of bytes as 32 lower-case hexadecimal digits (RFC 1321): for signatures others ask for.
  public static func md5Hex(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 16)
    var size: UInt32 = 0
    let worked = EVP_Digest(bytes, bytes.count, &digest, &size, EVP_md5(), nil)
    precondition(worked == 1 && size == 16, "libcrypto has no MD5")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
