/// Something that is measured, shown as a small table with a line on how to read it.
protocol Benchmark {
  /// The word on the command line.
  static var name: String { get }
  /// What is measured, in one line.
  static var about: String { get }
  /// Whether it needs more than the program and half a minute, and is run only by its own word.
  static var isOnItsOwn: Bool { get }
  init(_ options: Options)
  func run(in scratch: Scratch) throws
}

extension Benchmark {
  static var isOnItsOwn: Bool { false }
}
