import Glibc
import Warehouse

extension KDNiaoCredentials {
  /// Why credentials could not be had, one line without anything secret in it.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What, where and what was expected.
    public let description: String
  }

  /// Finds credentials: the file named by `PICKWAY_KDNIAO_FILE`, or `PICKWAY_KDNIAO_ID` and
  /// `PICKWAY_KDNIAO_KEY`; nil when none of them is set.
  public static func find(
    environment: [String: String]
  ) throws(Problem) -> KDNiaoCredentials? {
    if let path = environment["PICKWAY_KDNIAO_FILE"], !path.isEmpty {
      return try read(path: path)
    }
    switch (environment["PICKWAY_KDNIAO_ID"] ?? "", environment["PICKWAY_KDNIAO_KEY"] ?? "") {
    case ("", ""): return nil
    case ("", _): throw Problem(description: "PICKWAY_KDNIAO_ID is not set")
    case (_, ""): throw Problem(description: "PICKWAY_KDNIAO_KEY is not set")
    case (let merchant, let key): return KDNiaoCredentials(merchant: merchant, key: Secret(key))
    }
  }

  /// Reads a file that only its owner can read.
  ///
  /// It holds `name=value` lines; empty ones and those that begin with `#` are skipped:
  /// `EBusinessID`, `AppKey`, and for each courier `ZTO.CustomerName`, `ZTO.CustomerPwd`,
  /// `ZTO.SendSite`, `ZTO.MonthCode`.
  public static func read(path: String) throws(Problem) -> KDNiaoCredentials {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw Problem(description: "\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(description: "\(path): not a regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw Problem(description: "\(path): mode \(mode), expected 600: chmod 600 \(path)")
    }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw Problem(description: "\(path): belongs to user \(status.st_uid), expected \(geteuid())")
    }
    guard status.st_size <= 65_536 else {
      throw Problem(description: "\(path): \(status.st_size) bytes, expected at most 65536")
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else {
      throw Problem(description: "\(path): \(String(cString: strerror(errno)))")
    }
    return try parse(String(decoding: bytes.prefix(count), as: UTF8.self), name: path)
  }

  static func parse(_ text: String, name: String) throws(Problem) -> KDNiaoCredentials {
    var found = KDNiaoCredentials(merchant: "", key: Secret(""))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = trim(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let field = trim(parts[0])
      // A key pasted alone on a line must not come back on a screen: the field is named only when
      // there is a value beside it.
      guard parts.count == 2 else {
        throw Problem(description: "\(name):\(index + 1): expected name=value")
      }
      guard found.set(field, to: trim(parts[1])) else {
        throw Problem(
          description: "\(name):\(index + 1): unknown name, expected EBusinessID, AppKey,"
            + " XX.CustomerName, XX.CustomerPwd, XX.SendSite or XX.MonthCode")
      }
    }
    if found.merchant.isEmpty { throw Problem(description: "\(name): expected EBusinessID=") }
    if found.key.isEmpty { throw Problem(description: "\(name): expected AppKey=") }
    return found
  }

  private mutating func set(_ field: String, to value: String) -> Bool {
    switch field {
    case "EBusinessID": merchant = value
    case "AppKey": key = Secret(value)
    default:
      let parts = field.split(separator: ".")
      guard parts.count == 2, field.contains(".") else { return false }
      var account = accounts[CarrierCode(String(parts[0]))] ?? Account()
      switch parts[1] {
      case "CustomerName": account.customerName = Secret(value)
      case "CustomerPwd": account.customerPassword = Secret(value)
      case "SendSite": account.sendSite = value
      case "MonthCode": account.monthCode = Secret(value)
      default: return false
      }
      accounts[CarrierCode(String(parts[0]))] = account
    }
    return true
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
