/// Something that is measured, shown as a small table with a line on how to read it.
protocol Benchmark {
  /// The word on the command line.
  static var name: String { get }
  /// What is measured, in one line.
  static var about: String { get }
  init(_ options: Options)
  func run(in scratch: Scratch) throws
}
