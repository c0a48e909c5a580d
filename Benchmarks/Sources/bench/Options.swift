import Foundation

/// What the command line says.
struct Options {
  /// The program that is timed.
  var binary = "../.build/release/pickway"
  /// Whether large floors are worked whole, and all of the public data, which takes minutes to
  /// hours.
  var isWhole = false
  /// Where public data is.
  var data = ProcessInfo.processInfo.environment["PICKWAY_DATA"] ?? "../../shared/data"
  /// How many problems of a file are solved, spread over it; a benchmark's own number where none.
  var sample: Int?
  /// The seconds a solver is given, one after the other; a benchmark's own where none.
  var limits: [Double] = []
  /// Whether those are seconds of the processor: where others use the machine too.
  var countsProcessor = false
  /// The Python that has the peers.
  var python = "Peers/.venv/bin/python3"

  /// Reads options; anything else is refused.
  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      switch word {
      case "--whole": isWhole = true
      case "--cpu": countsProcessor = true
      case "--bin": binary = try Self.value(of: word, &rest) { $0 }
      case "--python": python = try Self.value(of: word, &rest) { $0 }
      case "--sample":
        sample = try Self.value(of: word, &rest) { Int($0).flatMap { $0 > 0 ? $0 : nil } }
      case "--limit":
        limits.append(
          try Self.value(of: word, &rest) { Double($0).flatMap { $0 > 0 ? $0 : nil } })
      default:
        throw Trouble(
          "\(word): expected --bin PATH, --whole, --sample N, --limit SECONDS, --cpu or "
            + "--python PATH")
      }
    }
  }

  private static func value<Value>(
    of word: String, _ rest: inout ArraySlice<String>, _ read: (String) -> Value?
  ) throws -> Value {
    guard let text = rest.popFirst() else { throw Trouble("\(word): expected a value") }
    guard let value = read(text) else {
      throw Trouble("\(word) \(text): expected a number above 0")
    }
    return value
  }

  /// The program's absolute path, once it is there.
  func program() throws -> String {
    try Self.executable(
      binary, "`swift build -c release --product pickway` before, or --bin PATH")
  }

  /// The absolute path of a program, once it is there; its links are left as they are.
  static func executable(_ path: String, _ remedy: String) throws -> String {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Trouble("\(path): no such program, expected \(remedy)")
    }
    return path
  }
}
