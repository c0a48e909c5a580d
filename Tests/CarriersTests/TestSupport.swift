import Carriers
import Foundation
import Synchronization
import Warehouse

/// Runs blocking work on a thread of its own, so that no test holds up the others.
func onThread<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
  }
}

enum Sample {
  static let sender = ContactParty(
    name: "李四", mobile: "13900005678",
    region: Region(province: "浙江省", city: "杭州市", district: "余杭区"), address: "仓前街道1号")
  static let receiver = ContactParty(
    name: "张三", mobile: "13800001234",
    region: Region(province: "广东省", city: "深圳市", district: "南山区"), address: "科技园 2 栋")

  static func order(
    _ code: String, carrier: CarrierCode = "ZTO", pieces: Int = 1, wantsTemplate: Bool = false,
    change: (inout WaybillOrder) -> Void = { _ in }
  ) throws -> WaybillOrder {
    var order = WaybillOrder(
      code: try known(OrderCode(code)), carrier: carrier, sender: sender, receiver: receiver,
      goods: [WaybillOrder.Goods(name: "茶叶", quantity: 2)], pieces: pieces, grams: 1230,
      wantsTemplate: wantsTemplate)
    change(&order)
    return order
  }

  static func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }

  struct Missing: Error {}
}

/// A clock that goes on only when somebody waits.
final class FakeTime: Sendable {
  private let state = Mutex((now: 0, waits: [Int]()))

  var waits: [Int] { state.withLock { $0.waits } }
  var now: Int { state.withLock { $0.now } }

  func advance(_ milliseconds: Int) { state.withLock { $0.now += milliseconds } }

  var pace: Pace {
    Pace(
      now: { self.now },
      wait: { milliseconds in
        self.state.withLock {
          $0.now += milliseconds
          $0.waits.append(milliseconds)
        }
      },
      draw: { $0.upperBound })
  }
}

/// Answers given beforehand, one a call; keeps what was posted.
final class ScriptedTransport: HTTPTransport {
  enum Step: Sendable {
    case answer(Int, String)
    case trouble(mayHaveArrived: Bool)
  }

  private let state: Mutex<(steps: [Step], posts: [HTTPPost])>

  init(_ steps: Step...) { state = Mutex((steps, [])) }

  var posts: [HTTPPost] { state.withLock { $0.posts } }

  func post(_ post: HTTPPost) throws(HTTPTrouble) -> HTTPAnswer {
    let step = state.withLock { state in
      state.posts.append(post)
      return state.steps.isEmpty ? .trouble(mayHaveArrived: false) : state.steps.removeFirst()
    }
    switch step {
    case .answer(let status, let body): return HTTPAnswer(status: status, body: body)
    case .trouble(let mayHaveArrived):
      throw HTTPTrouble(mayHaveArrived: mayHaveArrived, "no answer in time")
    }
  }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/carriers-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Public data of the trade, when this machine has it.
enum PublicData {
  static let folder =
    ProcessInfo.processInfo.environment["PICKWAY_DATA"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/shared/data"

  static func has(_ name: String) -> Bool {
    FileManager.default.isReadableFile(atPath: "\(folder)/\(name)")
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  /// The rows of a table without its heading.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
