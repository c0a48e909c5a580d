import Foundation

/// The files of the folder of public data.
struct PublicData {
  let folder: String

  /// A file's problems, a line each; nil with a line on stdout where there is no such file.
  func problems(_ path: String) throws -> [PublicProblem]? {
    let file = "\(folder)/\(path)"
    guard let bytes = FileManager.default.contents(atPath: file) else {
      print("\(path) left out: no \(file); PICKWAY_DATA names the folder of public data")
      return nil
    }
    let lines = path.hasSuffix(".jsonl") ? bytes.split(separator: 0x0A) : [bytes]
    return try lines.map { line in
      PublicProblem(
        bytes: [UInt8](line), known: try JSONDecoder().decode(PublicProblem.Known.self, from: line))
    }
  }

  /// So many of the elements, spread over all.
  static func sample<Element>(_ count: Int?, of all: [Element]) -> [Element] {
    guard let count, count < all.count else { return all }
    return (0..<count).map { all[$0 * all.count / count] }
  }
}

/// A problem of the public data, and what is known about it.
struct PublicProblem {
  struct Known: Decodable {
    private let _name: String?
    private let _best: Double?
    private let _optimum: Double?
    private let _proven: Bool?

    var name: String { _name ?? "" }
    /// The best or proven value, in the problem's unit.
    var value: Double? { _optimum ?? _best }
    var isProven: Bool { _optimum != nil || _proven ?? false }
    /// The same as a length in millimeters, where the unit is a meter.
    var length: Int? { value.map { Int(($0 * 1000).rounded()) } }
  }

  let bytes: [UInt8]
  let known: Known
}
