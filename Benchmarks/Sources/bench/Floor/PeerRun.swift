import Foundation
import Routing
import Simulation

/// Tours of one size, as other solvers get them: matrices of lengths.
struct PeerCell: Encodable {
  let blocks: Int
  let stops: Int
  /// In millimeters, for each tour from each place to each; the first is where the walk starts and
  /// ends.
  let matrices: [[[Int]]]
  let requests: [TourRequest]
  /// More of the kind, to time ours on.
  let more: [TourRequest]
  static let moreCount = 500

  private enum CodingKeys: CodingKey {
    case blocks, stops, matrices
  }

  init(blocks: Int, stops: Int, count: Int) throws {
    self.blocks = blocks
    self.stops = stops
    let layout = try AisleFloor.layout(blocks: blocks)
    var random = SeededGenerator(seed: UInt64(blocks * 1000 + stops))
    let all = try (0..<count + Self.moreCount).map { _ in
      try TourRequest(
        layout: layout, start: AisleFloor.depot, end: AisleFloor.depot,
        stops: AisleFloor.stops(stops, blocks: blocks, &random))
    }
    requests = Array(all.prefix(count))
    more = Array(all.dropFirst(count))
    matrices = try requests.map { request in
      let places = [request.start] + request.stops
      return try places.map { from in try places.map { try layout.distance(from, $0) } }
    }
  }
}

/// What another solver made of one tour.
struct PeerAnswer: Decodable {
  let solver: String
  let cell: Int
  let instance: Int
  /// In nanoseconds.
  let wall: Int64
  let processor: Int64
  /// The rows of the matrix in walking order; empty where there was no answer.
  let tour: [Int]

  /// The length of the round, nil where it does not come by every place once.
  func length(by matrix: [[Int]]) -> Int? {
    guard tour.sorted() == Array(matrix.indices) else { return nil }
    return zip(tour, tour.dropFirst() + tour.prefix(1)).reduce(0) { $0 + matrix[$1.0][$1.1] }
  }
}

/// The script with the other solvers.
enum PeerRun {
  /// Solves all tours of some cells, with slow solvers only the first few of each cell.
  static func answers(
    to cells: [PeerCell], slow: Int, _ options: Options, in scratch: Scratch
  ) throws -> [PeerAnswer] {
    let python = try Options.executable(
      options.python, "the command of README.md, or --python PATH")
    let script = "Peers/peers.py"
    guard FileManager.default.fileExists(atPath: script) else {
      throw Trouble("\(script): no such file, expected to be run in the folder Benchmarks")
    }
    let (problems, answers) = (scratch.file("peers.json"), scratch.file("peers.jsonl"))
    try JSONEncoder().encode(cells).write(to: URL(fileURLWithPath: problems))
    guard FileManager.default.createFile(atPath: answers, contents: nil) else {
      throw Trouble("\(answers): cannot be written")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, problems, "\(slow)"]
    process.standardOutput = FileHandle(forWritingAtPath: answers)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Trouble("\(script) ended with \(process.terminationStatus), expected 0")
    }
    return try Data(contentsOf: URL(fileURLWithPath: answers)).split(separator: 0x0A).map {
      try JSONDecoder().decode(PeerAnswer.self, from: $0)
    }
  }
}
