import Carriers
import Foundation
import Testing
import Warehouse

@Suite("Secrets")
struct KDNiaoCredentialsTests {
  private static let text = """
    # Test merchant
    EBusinessID = test1000001
    AppKey = the=key#1

    ZTO.CustomerName = C-77
    ZTO.CustomerPwd = pass word
    YTO.SendSite = 杭州
    SF.MonthCode = 571
    """

  private func write(_ text: String, mode: Int, _ folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/kdniao.secret"
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  @Test("A file only its owner can read is read")
  func file() throws {
    let folder = try TemporaryFolder()
    let path = try write(Self.text, mode: 0o600, folder)
    let found = try #require(
      try KDNiaoCredentials.find(environment: ["PICKWAY_KDNIAO_FILE": path]))
    #expect(found.merchant == "test1000001")
    #expect(found.key.reveal() == "the=key#1")
    #expect(found.accounts["ZTO"]?.customerPassword.reveal() == "pass word")
    #expect(found.accounts["YTO"]?.sendSite == "杭州")
    #expect(found.accounts["SF"]?.monthCode.reveal() == "571")
  }

  @Test(
    "A file others can read is refused with the remedy", arguments: [0o644, 0o640, 0o604, 0o660])
  func mode(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = try write(Self.text, mode: mode, folder)
    #expect {
      try KDNiaoCredentials.read(path: path)
    } throws: { error in
      "\(error)" == "\(path): mode \(String(mode, radix: 8)), expected 600: chmod 600 \(path)"
    }
  }

  @Test(
    "What is wrong is told by line and never shows the secret",
    arguments: [
      ("EBusinessID=1\ntopsecretkey\n", ":2: expected name=value"),
      ("EBusinessID=1\nAppkey=topsecretkey\n", ":2: unknown name"),
      ("AppKey=topsecretkey\n", "expected EBusinessID="), ("EBusinessID=1\n", "expected AppKey="),
      ("EBusinessID=1\nZTO.Key=topsecretkey\n", ":2: unknown name"),
    ])
  func problems(_ text: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let path = try write(text, mode: 0o600, folder)
    #expect {
      try KDNiaoCredentials.read(path: path)
    } throws: { error in
      "\(error)".contains(expected) && !"\(error)".contains("topsecret")
    }
  }

  @Test("A folder, a missing file and half an environment are refused")
  func missing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KDNiaoCredentials.Problem.self) {
      try KDNiaoCredentials.read(path: folder.path)
    }
    #expect(throws: KDNiaoCredentials.Problem.self) {
      try KDNiaoCredentials.read(path: folder.path + "/none")
    }
    #expect(throws: KDNiaoCredentials.Problem.self) {
      try KDNiaoCredentials.find(environment: ["PICKWAY_KDNIAO_ID": "1"])
    }
    #expect(try KDNiaoCredentials.find(environment: [:]) == nil)
    let both = ["PICKWAY_KDNIAO_ID": "1", "PICKWAY_KDNIAO_KEY": "2"]
    #expect(try KDNiaoCredentials.find(environment: both)?.merchant == "1")
  }

  @Test("Nothing that is printed shows a secret or a person")
  func hidden() throws {
    let credentials = KDNiaoCredentials(
      merchant: "test1000001", key: Secret("topsecret"),
      accounts: ["ZTO": .init(customerName: Secret("customer7"), customerPassword: Secret("pass7"))]
    )
    var printed = "\(credentials) \(String(reflecting: credentials)) \(credentials.accounts)"
    dump(credentials, to: &printed)
    dump(credentials.accounts, to: &printed)
    dump(credentials.key, to: &printed)
    let order = try Sample.order("P-1")
    printed += "\(order.receiver) \(String(reflecting: order))"
    dump(order, to: &printed)
    let words = [
      "topsecret", "customer7", "pass7", "张三", "李四", "13800001234", "13900005678", "科技园", "仓前",
    ]
    for word in words { #expect(!printed.contains(word), "\(word)") }
  }
}
