/// Which ends of the walk have been placed: a sum of these, and the number of the sweep's layer.
enum Ends {
  static let none = 0
  static let start = 1
  static let end = 2
  static let both = 3
}
