import Foundation

/// What the command line says.
struct Options {
  /// The program that is timed.
  var binary = "../.build/release/pickway"
  /// Whether large floors are worked whole, which takes minutes.
  var isWhole = false
  /// Where public data is.
  var data = ProcessInfo.processInfo.environment["PICKWAY_DATA"] ?? "../../shared/data"

  /// Reads options; anything else is refused.
  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      if word == "--whole" {
        isWhole = true
      } else if word == "--bin", let path = rest.popFirst() {
        binary = path
      } else {
        throw Trouble("\(word): expected --bin PATH or --whole")
      }
    }
  }

  /// The program's absolute path, once it is there.
  func program() throws -> String {
    let path = URL(fileURLWithPath: binary).standardizedFileURL.path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Trouble(
        "\(path): no such program, expected `swift build -c release --product pickway` before, "
          + "or --bin PATH")
    }
    return path
  }
}
