/// A file could not be read or written; its rows are not to blame.
public struct ExchangeError: Error, Hashable, Sendable {
  /// What could not be done; more may come.
  public struct Code: Hashable, Sendable {
    let english: String
    let chinese: String

    /// The file could not be opened or made.
    public static let open = Code(english: "cannot be opened", chinese: "无法打开")
    /// Reading stopped halfway.
    public static let read = Code(english: "cannot be read", chinese: "无法读取")
    /// Writing stopped halfway.
    public static let write = Code(english: "cannot be written", chinese: "无法写入")
    /// The system knows no such text encoding.
    public static let encoding = Code(
      english: "cannot be decoded on this system", chinese: "本系统无法解码")
  }

  /// What could not be done.
  public let code: Code
  /// The file as it was named.
  public let file: String
  /// What the system said, in its own words.
  public let reason: String

  /// Makes the error of `file`.
  public init(_ code: Code, file: String, reason: String) {
    self.code = code
    self.file = file
    self.reason = reason
  }

  /// One line in Chinese.
  public var chinese: String { "\(file)：\(code.chinese)：\(reason)" }
}

extension ExchangeError: CustomStringConvertible {
  /// One line in English.
  public var description: String { "\(file): \(code.english): \(reason)" }
}
